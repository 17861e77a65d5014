from ipaddress import ip_address

import httpx
import pytest

from bot.models import Article
from bot.sources import SourceError, articles_at
from bot.sources.web import is_public, web_client
from tests.bot.sources.test_files import PAGE

PUBLIC = "93.184.215.14"
HOSTS = {"wire.example.org": [PUBLIC], "inside.example.org": ["10.0.0.7"]}
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>
<item><title>Envoys meet</title><link>https://wire.example.org/page</link>
<description>Soon.</description></item></channel></rss>"""


class Site:
    """A web server made of answers; remembers where it was asked."""

    def __init__(self, **answers):
        self.answers = answers
        self.asked = []

    def __call__(self, request):
        self.asked.append(request)
        return self.answers[request.url.path.strip("/")]


def resolve(host):
    if host not in HOSTS:
        raise OSError("unknown host")
    return HOSTS[host]


def found(url, site):
    return list(articles_at([url], web_client(httpx.MockTransport(site), resolve)))


def error(url, site=None):
    (one,) = found(url, site or Site())
    assert isinstance(one, SourceError)
    return str(one)


def html(text=PAGE):
    return httpx.Response(200, headers={"content-type": "text/html; charset=utf-8"}, text=text)


def test_a_page_is_read_from_the_address_that_was_checked():
    site = Site(page=html())
    (article,) = found("https://wire.example.org/page", site)
    assert article.url == "https://wire.example.org/page"
    assert "met in Lima on Thursday" in article.text
    (request,) = site.asked
    assert request.url.host == PUBLIC
    assert request.headers["host"] == "wire.example.org"
    assert request.extensions["sni_hostname"] == "wire.example.org"


def test_a_feed_that_only_announces_is_followed_to_its_pages():
    feed = httpx.Response(200, headers={"content-type": "application/rss+xml"}, text=FEED)
    (article,) = found("https://wire.example.org/feed", Site(feed=feed, page=html()))
    assert isinstance(article, Article)
    assert article.url == "https://wire.example.org/page"
    assert "met in Lima on Thursday" in article.text


@pytest.mark.parametrize(
    "url",
    ["http://inside.example.org/", "https://inside.example.org/page"],
)
def test_a_private_address_is_never_asked(url):
    site = Site()
    assert error(url, site) == (
        "inside.example.org is not on the public internet, so it is not read."
    )
    assert site.asked == []


def test_a_redirect_to_a_private_address_is_not_followed():
    site = Site(page=httpx.Response(302, headers={"location": "http://inside.example.org/"}))
    assert "not on the public internet" in error("https://wire.example.org/page", site)
    assert len(site.asked) == 1


def test_a_redirect_is_followed_by_name():
    site = Site(old=httpx.Response(301, headers={"location": "/page"}), page=html())
    (article,) = found("https://wire.example.org/old", site)
    assert article.url == "https://wire.example.org/page"


def test_loopback_given_as_a_number_is_refused():
    (one,) = articles_at(["http://127.0.0.1:9/"])
    assert str(one) == "127.0.0.1 is not on the public internet, so it is not read."


@pytest.mark.parametrize(
    ("url", "answer", "says"),
    [
        ("ftp://wire.example.org/page", None, "give one with http or https"),
        ("file:///etc/passwd", None, "give one with http or https"),
        ("https://nowhere.example.org/", None, "nowhere.example.org cannot be found"),
        ("https://wire.example.org/page", httpx.Response(404), "answered 404"),
        (
            "https://wire.example.org/page",
            httpx.Response(200, headers={"content-type": "application/pdf"}, content=b"%PDF"),
            "is application/pdf, not an article",
        ),
        ("https://wire.example.org/page", html(""), "is empty"),
        ("https://wire.example.org/page", html("a" * 11_000_000), "11 MB, more than the 10 MB"),
        ("https://wire.example.org/page", html("a" * 21_000_000), "is more than 20 MB"),
        (
            "https://wire.example.org/page",
            httpx.Response(302, headers={"location": "/page"}),
            "cannot be fetched (TooManyRedirects)",
        ),
    ],
)
def test_bad_addresses_get_one_clear_line(url, answer, says):
    assert says in error(url, Site(page=answer))


@pytest.mark.parametrize(
    ("address", "public"),
    [
        (PUBLIC, True),
        ("2606:4700::6810:84e5", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
    ],
)
def test_which_addresses_are_public(address, public):
    assert is_public(ip_address(address)) is public

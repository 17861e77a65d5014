from datetime import date, datetime, timedelta, timezone

import pytest

from bot.models import Article, DateOrigin
from bot.sources import SourceError, articles_in

PAGE = """<!doctype html><html><head><title>Envoys meet in Lima | Example Wire</title>
<meta property="og:site_name" content="Example Wire">
<meta property="article:published_time" content="2024-11-15T09:30:00-05:00"></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav>
<article><h1>Envoys meet in Lima</h1>
<p>The two envoys met in Lima on Thursday and agreed to hold regular talks on trade.</p>
<p>They said after the meeting that a second round would follow in the spring of next year.</p>
</article><footer>All rights reserved</footer></body></html>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Example Wire</title>
<item><title>Envoys meet</title><link>https://wire.example.org/2024/envoys-meet</link>
<pubDate>Fri, 15 Nov 2024 14:30:00 +0000</pubDate>
<description>&lt;p&gt;The envoys met.&lt;/p&gt;&lt;p&gt;They agreed.&lt;/p&gt;</description></item>
<item><title>No text</title></item></channel></rss>"""


def found(path):
    return list(articles_in(path))


def only(path):
    (one,) = found(path)
    assert isinstance(one, Article)
    return one


def error(path):
    (one,) = found(path)
    assert isinstance(one, SourceError)
    return str(one)


def written(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_text_is_kept_as_it_is(tmp_path):
    article = only(written(tmp_path / "note.txt", "Talks\r\nwere “held”.\n"))
    assert article == Article(id="note", text="Talks\nwere “held”.\n")


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_text_in_other_encodings(tmp_path, encoding):
    text = "The minister’s café talks were held on Thursday, “fully and frankly”. " * 20
    assert only(written(tmp_path / "note.txt", text.encode(encoding))).text == text


def test_markdown_loses_its_markup_and_takes_its_front_matter(tmp_path):
    content = """---
title: "Readout of\\_the call"
date: '2024-11-07'
published_time: 2024-11-07 20:01:11-05:00
source_url: https://example.org/readout
---
**The leaders** spoke by
phone on [Thursday](https://example.org).

- They agreed *firmly*.
"""
    article = only(written(tmp_path / "call.md", content))
    assert article.text == (
        "Readout of the call\n\nThe leaders spoke by phone on Thursday.\n\nThey agreed firmly."
    )
    assert article.title == "Readout of the call"
    assert article.url == "https://example.org/readout"
    assert article.published == date(2024, 11, 7)
    assert article.published_at == datetime(
        2024, 11, 7, 20, 1, 11, tzinfo=timezone(timedelta(hours=-5))
    )
    assert article.published_origin is DateOrigin.METADATA


def test_a_headline_already_in_the_text_is_not_repeated(tmp_path):
    content = "---\ntitle: Envoys meet\n---\n# Envoys meet\n\nThey met."
    assert only(written(tmp_path / "a.md", content)).text == "Envoys meet\n\nThey met."


def test_an_impossible_date_is_no_date(tmp_path):
    article = only(written(tmp_path / "a.md", "---\ndate: 2024-20-29\n---\nThey met."))
    assert (article.published, article.published_origin) == (None, None)


def test_an_address_is_kept_without_what_tracks_its_reader(tmp_path):
    line = '{"id": "a", "text": "One.", "url": "https://example.org/a?utm_source=x&id=3"}'
    assert only(written(tmp_path / "a.jsonl", line)).url == "https://example.org/a?id=3"


def test_a_page_gives_its_text_title_outlet_and_date(tmp_path):
    article = only(written(tmp_path / "page.html", PAGE))
    assert article.title == "Envoys meet in Lima"
    assert article.outlet == "Example Wire"
    assert article.published == date(2024, 11, 15)
    assert article.text.startswith("Envoys meet in Lima\n")
    assert "met in Lima on Thursday" in article.text
    assert "Sport" not in article.text


def test_a_feed_gives_an_article_an_entry(tmp_path):
    article, bad = found(written(tmp_path / "wire.rss", FEED))
    assert article.text == "Envoys meet\n\nThe envoys met.\nThey agreed."
    assert article.published == date(2024, 11, 15)
    assert article.outlet == "Example Wire"
    assert article.id.startswith("envoys-meet-")
    assert str(bad) == f"{tmp_path / 'wire.rss'}, entry 2, holds no text."


def test_json_lines_give_an_article_a_line_and_an_error_for_a_bad_one(tmp_path):
    lines = '{"id": "a", "text": "One.", "date": "2024-11-15"}\nnot json\n\n{"id": "b"}\n'
    good, not_json, no_text = found(written(tmp_path / "all.jsonl", lines))
    assert (good.id, good.text, good.published) == ("a", "One.", date(2024, 11, 15))
    assert "line 2, is not JSON" in str(not_json)
    assert "line 4, is not an article; mend text." in str(no_text)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "is empty."),
        ("blank.txt", b" \n\n", "is empty."),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "is not text"),
        ("long.txt", b"word " * 10_000_000, "is 50 MB, more than the 2 MB"),
        ("broken.html", b"<html><p><div></span <<< &&", "shows no article text."),
        ("none.html", b"<html><body></body></html>", "shows no article text."),
        ("broken.rss", b"<rss><chan", "is not a feed"),
        ("broken.md", b"---\ntitle: [a\n---\nThey met.", "front matter that is not YAML"),
        ("bare.md", b"---\ntitle: a\n---\n", "holds no text"),
        ("deep.md", b"---\ntitle: " + b"[" * 5000 + b"\n---\nThey met.", "front matter"),
        ("empty.jsonl", b"\n", "is empty."),
        ("deep.jsonl", b"[" * 100_000, "line 1, is nested too deeply"),
    ],
)
def test_bad_files_get_one_clear_line(tmp_path, name, content, says):
    path = written(tmp_path / name, content)
    message = error(path)
    assert message.startswith(str(path))
    assert says in message
    assert "\n" not in message


def test_a_missing_file(tmp_path):
    assert error(tmp_path / "no.txt") == (
        f"{tmp_path / 'no.txt'} cannot be read: no such file or directory."
    )


def test_a_directory_gives_its_readable_files_in_order_and_the_bad_one_in_its_place(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    for name, text in [("a.txt", "One."), ("b.txt", ""), ("sub/c.md", "Two."), ("d.png", "x")]:
        written(tmp_path / name, text)
    written(tmp_path / ".git" / "e.txt", "Three.")
    first, bad, last = found(tmp_path)
    assert (first.id, last.id) == ("a", "c")
    assert str(bad) == f"{tmp_path / 'b.txt'} is empty."


def test_an_empty_directory_says_what_could_be_read(tmp_path):
    assert ".html, .jsonl" in error(tmp_path)

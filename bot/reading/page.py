"""Raw page or paste -> headline, outlet, dateline, captions and body, with offsets kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from bot.beat import Beat, Outlet
from bot.models import Article, DateOrigin
from bot.reading.blocks import Zone, blocks_of
from bot.reading.front_matter import front_matter
from bot.reading.officials import only_day
from bot.reading.published import Published, date_published, yearless
from bot.reading.zones import zones_of

__all__ = ["Page", "Paragraph", "Zone", "outlet_of", "read_page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph; `text` is exactly `article.text[start:end]`."""

    start: int
    end: int
    text: str
    zone: Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article, completed with what its page states, and its paragraphs without the junk."""

    article: Article
    paragraphs: tuple[Paragraph, ...]


def read_page(article: Article, beat: Beat) -> Page:
    """Tell a page's own text from what stands around it, and find out when and where it ran."""
    stated, begin = front_matter(article.text)
    blocks = blocks_of(article.text, begin)
    texts = [block.text for block in blocks]
    title = article.title or (stated.title if stated else None)
    zones = zones_of(texts, title)
    paragraphs = tuple(
        Paragraph(start=block.start, end=block.end, text=block.text, zone=zone)
        for block, zone in zip(blocks, zones, strict=True)
        if zone is not Zone.JUNK
    )
    headline = next((p.text for p in paragraphs if p.zone is Zone.HEADLINE), None)
    known = _known(article, stated, title or headline)
    return Page(article=_dated(_placed(known, beat), texts, beat), paragraphs=paragraphs)


def _known(article: Article, stated: Article | None, title: str | None) -> Article:
    """Complete the article with its title and what a front matter in its text states."""
    if stated is None:
        return replace(article, title=title)
    known = replace(
        article,
        title=title,
        url=article.url or stated.url,
        outlet=article.outlet or stated.outlet,
    )
    if article.published or not stated.published:
        return known
    return replace(
        known,
        published=stated.published,
        published_at=stated.published_at,
        published_origin=DateOrigin.METADATA,
    )


def _placed(article: Article, beat: Beat) -> Article:
    outlet = outlet_of(article, beat)
    return replace(article, outlet=article.outlet or (outlet.name if outlet else None))


def outlet_of(article: Article, beat: Beat) -> Outlet | None:
    """Find the outlet of an article: by its name, its address, or marks that its pages carry."""
    host = (_host(article.url) or "").removeprefix("www.")
    for outlet in beat.outlets:
        if article.outlet and article.outlet.casefold() == outlet.name.casefold():
            return outlet
    for outlet in beat.outlets:
        if any(host == domain or host.endswith(f".{domain}") for domain in outlet.domains):
            return outlet
    if article.outlet or host:
        return None
    marked = (o for o in beat.outlets if any(mark in article.text for mark in o.marks))
    return next(marked, None)


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None


def _dated(article: Article, texts: Sequence[str], beat: Beat) -> Article:
    if article.published:
        return article
    outlet = outlet_of(article, beat)
    found = date_published(texts, article.url, outlet.timezone if outlet else None)
    if not found:
        day = only_day(yearless(texts), article.text, beat)
        found = Published(day, DateOrigin.GUESS) if day else None
    if not found:
        return article
    return replace(
        article, published=found.day, published_at=found.at, published_origin=found.origin
    )

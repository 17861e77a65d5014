"""Who is named in an article's title, also where it stands outside the text (front matter)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.beat import Beat
from bot.models import Party, PartyKind
from bot.reading.meetings.words import OFFICES
from bot.reading.page import Page, Paragraph, Zone
from bot.reading.people import Cast, Mention, cast_of

_ITEM = re.compile(r"(?:^|,|\b(?:and|by|with)\b)(?P<item>(?:(?!\b(?:and|by|with)\b)[^,])+)", re.I)
_LONGEST = 4  # words of a name


def people_in(title: str, page: Page, cast: Cast, beat: Beat) -> tuple[Party, ...]:
    """Find the people whom a title names, in order; the text may tell more of their names."""
    paragraph = Paragraph(start=0, end=len(title), text=title, zone=Zone.HEADLINE)
    article = replace(page.article, text=title)
    mentions = cast_of(replace(page, article=article, paragraphs=(paragraph,)), [], beat).mentions
    at = {m.start: m.party for m in mentions if _is_person(m) and m.party}
    at |= dict(_unknown(title, mentions))
    known = {_surname(p): p for p in _people(cast)}
    keys = {p.key for p in known.values()}
    found = (at[i] if at[i].key in keys else known.get(_surname(at[i]), at[i]) for i in sorted(at))
    return tuple(dict.fromkeys(found))


def _unknown(title: str, mentions: tuple[Mention, ...]) -> Iterator[tuple[int, Party]]:
    """Find whom the beat does not know, by their offices: "Prime Minister Salonen of Finland"."""
    for item in _ITEM.finditer(title):
        start, end = item.span("item")
        inside = [m for m in mentions if start <= m.start < end]
        words = item["item"].split(" of ")[0].split()
        last = max((i for i, w in enumerate(words) if w.lower() in OFFICES), default=len(words))
        name = " ".join(words[last + 1 :])
        if not name or len(name.split()) > _LONGEST or any(map(_is_person, inside)):
            continue
        land = next((m.party for m in inside if m.kind == "side" and m.party), None)
        key = name.lower().replace(" ", "-")
        yield start, Party(name=name, key=key, side=land.side if land else None)


def _is_person(mention: Mention) -> bool:
    person = mention.party is not None and mention.party.kind is PartyKind.PERSON
    return person and mention.kind in ("name", "office")


def _people(cast: Cast) -> Iterator[Party]:
    return (m.party for m in cast.mentions if _is_person(m) and m.kind == "name" and m.party)


def _surname(party: Party) -> str:
    return party.name.casefold().split()[-1]

"""What a source states about its article: title, outlet, address, date; read leniently."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Annotated

from courlan import clean_url
from pydantic import AliasChoices, BaseModel, BeforeValidator, Field

from bot.models import Article, DateOrigin

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def moment(stated: object) -> datetime | date | None:
    """Read a stated date or time (ISO 8601 or RFC 2822); None where it is neither."""
    words = str(stated or "").strip()
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = parse(words)
        except ValueError:
            continue
        return found.date() if DAY.fullmatch(words) else found
    return None


def one_line(stated: object) -> str | None:
    """Read a stated title or name as one line; None where it is blank."""
    return " ".join(str(stated or "").split()) or None


def address(stated: object) -> str | None:
    """Read a stated address, without what only tracks its reader; None where it is blank."""
    words = one_line(stated)
    return clean_url(words) if words else None


Words = Annotated[str | None, BeforeValidator(one_line)]
Address = Annotated[str | None, BeforeValidator(address)]
Moment = Annotated[datetime | date | None, BeforeValidator(moment)]


class Stated(BaseModel):
    """Title, outlet, address and date as a source states them, under any of their usual keys."""

    title: Words = Field(None, validation_alias=AliasChoices("title", "headline"))
    url: Address = Field(None, validation_alias=AliasChoices("url", "source_url", "link"))
    outlet: Words = Field(None, validation_alias=AliasChoices("outlet", "site", "publisher"))
    published: Moment = Field(
        None,
        validation_alias=AliasChoices(
            "published_time", "published_at", "published", "date", "pubdate"
        ),
    )

    def article(self, name: str, text: str) -> Article:
        """Make the article of this text."""
        at = self.published if isinstance(self.published, datetime) else None
        return Article(
            id=name,
            text=text,
            url=self.url,
            title=self.title,
            outlet=self.outlet,
            published=at.date() if at else self.published,
            published_at=at,
            published_origin=DateOrigin.METADATA if self.published else None,
        )

    def headed(self, name: str, body: str) -> Article:
        """Make the article of a body without its headline, which also tells who met whom."""
        body = body.strip()
        opening = one_line(body[: 2 * len(self.title or "")]) or ""
        if not self.title or opening.startswith(self.title):
            return self.article(name, body)
        return self.article(name, f"{self.title}\n\n{body}")

"""Articles in JSON lines: an object a line with `id`, `text` and, where known, more."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated

from pydantic import BaseModel, StringConstraints, ValidationError

from bot.models import Article, DateOrigin
from bot.sources.bounds import SourceError, check_size, decode

Filled = Annotated[str, StringConstraints(min_length=1)]


class Line(BaseModel):
    """One article as a line of JSON; other keys are left alone."""

    id: Filled
    text: Filled
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: date | None = None


def articles_in_lines(name: str, lines: Iterable[bytes]) -> Iterator[Article | SourceError]:
    """Yield the article of each line, and an error in place of each line that holds none."""
    number = 0
    for number, raw in enumerate(lines, start=1):
        if not raw.strip():
            continue
        try:
            yield _article(f"{name}, line {number},", raw)
        except SourceError as error:
            yield error
    if number == 0:
        yield SourceError(f"{name} is empty.")


def _article(name: str, raw: bytes) -> Article:
    check_size(name, len(raw))
    try:
        line = Line.model_validate(json.loads(decode(name, raw)))
    except json.JSONDecodeError as error:
        raise SourceError(f"{name} is not JSON: {error.msg}.") from error
    except ValidationError as error:
        what = ", ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise SourceError(f"{name} is not an article ({what}).") from error
    origin = DateOrigin.METADATA if line.published else None
    return Article(**line.model_dump(), published_origin=origin)

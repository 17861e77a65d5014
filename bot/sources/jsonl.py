"""Articles in JSON lines: an object a line with `id`, `text` and, where known, `url` and more."""

import json
from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import StringConstraints, ValidationError

from bot.models import Article
from bot.sources.bounds import SourceError, check_size, decode
from bot.sources.stated import Stated

Filled = Annotated[str, StringConstraints(strip_whitespace=False, min_length=1)]


class Line(Stated):
    """One article as a line of JSON; keys that are not known are left alone."""

    id: Filled
    text: Filled


def articles_in_lines(name: str, lines: Iterable[bytes]) -> Iterator[Article | SourceError]:
    """Yield the article of each line, and an error in place of each line that holds none."""
    empty = True
    for number, raw in enumerate(lines, start=1):
        if not raw.strip():
            continue
        empty = False
        try:
            yield _article(f"{name}, line {number},", raw)
        except SourceError as error:
            yield error
    if empty:
        yield SourceError(f"{name} is empty.")


def _article(name: str, raw: bytes) -> Article:
    check_size(name, len(raw))
    try:
        line = Line.model_validate(json.loads(decode(name, raw)))
    except RecursionError as error:
        raise SourceError(f"{name} is nested too deeply to be an article; mend it.") from error
    except json.JSONDecodeError as error:
        raise SourceError(f"{name} is not JSON: {error.msg}.") from error
    except ValidationError as error:
        lacking = ", ".join(sorted({str(e["loc"][0]) for e in error.errors() if e["loc"]}))
        raise SourceError(f"{name} is not an article; mend {lacking or 'the line'}.") from error
    return line.article(line.id, line.text)

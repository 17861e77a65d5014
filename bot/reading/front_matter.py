"""The YAML block at the top of a pasted Markdown file: what it states, and where it ends."""

import re

import yaml

from bot.models import Article
from bot.sources.stated import Stated

BLOCK = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*$", re.S | re.M)
TITLE = re.compile(r"^title:[ \t]*(?P<title>\S.*(?:\n[ \t]+\S.*)*)", re.M)


def front_matter(text: str) -> tuple[Article | None, int]:
    """Read a text's front matter: what it states, as an article, and where the text begins.

    Broken YAML counts as no front matter.
    """
    match = BLOCK.match(text)
    if not match:
        return None, 0
    try:
        values = yaml.load(match.group(1), Loader=yaml.BaseLoader)  # noqa: S506 - only strings
        return Stated.model_validate(values).article("", ""), match.end()
    except (yaml.YAMLError, ValueError):
        return None, 0


def text_begin(text: str) -> int:
    """Tell where a text begins after its front matter."""
    match = BLOCK.match(text)
    return match.end() if match else 0


def title_span(text: str) -> tuple[int, int] | None:
    """Tell where the title stands in a front matter, as it is written there."""
    title = TITLE.search(text, 0, text_begin(text))
    return title.span("title") if title else None

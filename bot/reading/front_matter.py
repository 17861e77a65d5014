"""The YAML block at the top of a pasted Markdown file: what it states, and where it ends."""

import re

import yaml

from bot.models import Article
from bot.sources.stated import Stated

BLOCK = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*$", re.S | re.M)


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

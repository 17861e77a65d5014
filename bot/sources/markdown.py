"""Articles in Markdown with YAML front matter, as plain text: no markup, no hard-wrapped lines."""

from collections.abc import Sequence
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler
from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.models import Article
from bot.sources.bounds import SourceError
from bot.sources.stated import Stated

BREAKS = {"softbreak": " ", "hardbreak": "\n"}


class _AsWritten(YAMLHandler):
    """Front matter whose dates stay words: YAML's own dates refuse 2024-20-29."""

    def load(self, fm: str, **_: object) -> Any:
        return yaml.load(fm, Loader=yaml.BaseLoader)  # noqa: S506 - it builds strings only


def markdown_article(name: str, stem: str, text: str) -> Article:
    """Read a Markdown file; its front matter gives title, address, outlet and date."""
    try:
        stated, body = frontmatter.parse(text, handler=_AsWritten())
    except (yaml.YAMLError, TypeError, ValueError, RecursionError) as error:
        raise SourceError(f"{name} has front matter that is not YAML; mend it.") from error
    if not body.strip():
        raise SourceError(f"{name} holds no text under its front matter.")
    return Stated.model_validate(stated).headed(stem, plain(body))


def plain(markdown: str) -> str:
    """Write Markdown as plain text, a blank line between paragraphs."""
    parser = MarkdownIt("commonmark").disable("code")
    paragraphs = (_plain(token) for token in parser.parse(markdown))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _plain(token: Token) -> str:
    if token.type == "inline":
        text = "".join(_words(token.children or ()))
        return "\n".join(line for line in map(str.strip, text.split("\n")) if line)
    return token.content.strip() if token.type == "fence" else ""


def _words(tokens: Sequence[Token]) -> list[str]:
    return [
        BREAKS.get(token.type, token.content)
        for token in tokens
        if token.type in ("text", "code_inline", *BREAKS)
    ]

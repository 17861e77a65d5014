"""Articles in files (text, Markdown, HTML, JSON lines, feeds) and directories of them."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bot.models import Article
from bot.sources.bounds import MAX_FEED, MAX_PAGE, MAX_TEXT, SourceError, check_size, decode
from bot.sources.feeds import feed_articles
from bot.sources.jsonl import articles_in_lines
from bot.sources.markdown import markdown_article
from bot.sources.pages import page_article

Found = Article | SourceError


def articles_in(target: str | Path) -> Iterator[Found]:
    """Yield the articles of a file, or of every readable file under a directory."""
    path = Path(target)
    if not path.is_dir():
        yield from articles_in_file(path)
        return
    files = _files_under(path)
    if not files:
        yield SourceError(f"{path} holds no file that can be read ({', '.join(sorted(READERS))}).")
    for file in files:
        yield from articles_in_file(file)


def articles_in_file(path: Path, suffix: str | None = None) -> Iterator[Found]:
    """Yield the articles of one file, read as its suffix says, or as `suffix` does."""
    try:
        yield from READERS.get((suffix or path.suffix).lower(), _text)(path)
    except SourceError as error:
        yield error
    except OSError as error:
        yield SourceError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}.")


def expected_in(target: str | Path) -> int | None:
    """Count the articles of a file or directory beforehand; None where that takes reading them."""
    path = Path(target)
    files = _files_under(path) if path.is_dir() else [path]
    return None if any(file.suffix.lower() in SEVERAL for file in files) else len(files)


def _files_under(path: Path) -> list[Path]:
    return [file for file in sorted(path.rglob("*")) if _is_readable(file.relative_to(path), file)]


def _is_readable(below: Path, file: Path) -> bool:
    hidden = any(part.startswith(".") for part in below.parts)
    return file.suffix.lower() in READERS and not hidden and file.is_file()


def _contents(path: Path, limit: int = MAX_TEXT) -> str:
    check_size(str(path), path.stat().st_size, limit)
    return decode(str(path), path.read_bytes())


def _text(path: Path) -> Iterable[Found]:
    yield Article(id=path.stem, text=_contents(path))


def _markdown(path: Path) -> Iterable[Found]:
    yield markdown_article(str(path), path.stem, _contents(path))


def _page(path: Path) -> Iterable[Found]:
    yield page_article(str(path), path.stem, _contents(path, MAX_PAGE))


def _feed(path: Path) -> Iterable[Found]:
    check_size(str(path), path.stat().st_size, MAX_FEED)
    yield from feed_articles(str(path), path.read_bytes())


def _json_lines(path: Path) -> Iterable[Found]:
    with path.open("rb") as lines:
        yield from articles_in_lines(str(path), lines)


READERS: dict[str, Callable[[Path], Iterable[Found]]] = {
    ".txt": _text,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _page,
    ".htm": _page,
    ".jsonl": _json_lines,
    ".rss": _feed,
    ".atom": _feed,
    ".xml": _feed,
}
SEVERAL = {".jsonl", ".rss", ".atom", ".xml"}  # hold several articles

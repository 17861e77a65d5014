"""Articles in files (text, Markdown, HTML, JSON lines, feeds) and directories of them."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bot.models import Article
from bot.sources.bounds import SourceError, check_size, decode
from bot.sources.jsonl import articles_in_lines

Found = Article | SourceError


def articles_in(target: str | Path) -> Iterator[Found]:
    """Yield the articles of a file, or of every readable file under a directory."""
    path = Path(target)
    if not path.is_dir():
        yield from articles_in_file(path)
        return
    files = [p for p in sorted(path.rglob("*")) if p.is_file() and p.suffix.lower() in READERS]
    if not files:
        kinds = ", ".join(sorted(READERS))
        yield SourceError(f"{path} holds no file that can be read ({kinds}).")
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


def contents(path: Path) -> str:
    """Read a whole file, within bounds."""
    check_size(str(path), path.stat().st_size)
    return decode(str(path), path.read_bytes())


def _text(path: Path) -> Iterable[Found]:
    yield Article(id=path.stem, text=contents(path))


def _json_lines(path: Path) -> Iterable[Found]:
    with path.open("rb") as lines:
        yield from articles_in_lines(str(path), lines)


READERS: dict[str, Callable[[Path], Iterable[Found]]] = {
    ".txt": _text,
    ".jsonl": _json_lines,
}

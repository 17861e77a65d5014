"""The import rules: imports go one way, and the bot knows neither Slack nor SQLite."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ALLOWED = {
    "bot": {"bot"},
    # bot.words: index and query fold words alike
    "store": {"store", "bot.models", "bot.kept", "bot.words"},
    "handlers": {"handlers", "store", "bot"},
    "preview": {"preview"},
}
OURS = (*ALLOWED, "app")
FOREIGN = {
    "bot": {"slack_bolt", "slack_sdk", "sqlite_utils", "sqlite3"},
    "store": {"slack_bolt", "slack_sdk"},
    "handlers": {"sqlite3"},
    "preview": {"slack_bolt", "slack_sdk"},
}


def imported_modules(path):
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = {alias.name for n in nodes if isinstance(n, ast.Import) for alias in n.names}
    return names | {n.module for n in nodes if isinstance(n, ast.ImportFrom) and n.module}


def modules():
    return [path for package in ALLOWED for path in sorted((ROOT / package).rglob("*.py"))]


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_one_way(path):
    package = path.relative_to(ROOT).parts[0]
    for name in imported_modules(path):
        top = name.partition(".")[0]
        if top in OURS:
            allowed = ALLOWED[package]
            assert any(name == a or name.startswith(a + ".") for a in allowed), name
        assert top not in FOREIGN[package], name

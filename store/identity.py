"""What corrections know an article by, so that they hold whatever row it is kept in."""

from sqlite_utils import Database

from bot.models import Article
from store.records import Row

BY_URL = "SELECT * FROM articles WHERE url = ?"
BY_NAME = "SELECT * FROM articles WHERE url IS NULL AND name = ?"


def article_identity(article: Article) -> str:
    """Return what corrections know an article by: its url, else its name."""
    return article.url or f"name:{article.id}"


def find_by_identity(db: Database, identity: str) -> Row | None:
    """Find an article by what corrections know it by."""
    by_url = next(db.query(BY_URL, (identity,)), None)
    return by_url or next(db.query(BY_NAME, (identity.removeprefix("name:"),)), None)

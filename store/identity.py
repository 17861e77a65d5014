"""What makes an article, or a party, the same one, whatever row it is kept in."""

from sqlite_utils import Database

from bot.models import Article, Party
from bot.words import fold
from store.records import Row, rows

BY_URL = "SELECT * FROM articles WHERE url = ?"
BY_NAME = "SELECT * FROM articles WHERE url IS NULL AND name = ?"
IDENTITY = "SELECT coalesce(url, 'name:' || name) AS identity FROM articles WHERE id = ?"


def article_identity(article: Article) -> str:
    """Return what corrections know an article by: its url, else its name."""
    return article.url or f"name:{article.id}"


def find_by_identity(db: Database, identity: str) -> Row | None:
    """Find an article by what corrections know it by."""
    by_url = next(db.query(BY_URL, (identity,)), None)
    return by_url or next(db.query(BY_NAME, (identity.removeprefix("name:"),)), None)


def identity_of(db: Database, article_id: int) -> str:
    """Return what corrections know a kept article by."""
    return str(rows(db, IDENTITY, (article_id,))[0]["identity"])


def identity(party: Party) -> str:
    """Return what makes two parties one: the key, else the folded name."""
    return party.key or f"~{fold(party.name)}"

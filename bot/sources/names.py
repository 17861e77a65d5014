"""An article's name (`Article.id`) where it has no file: short, stable, made of its address."""

import re
from hashlib import sha256
from urllib.parse import urlsplit

LONGEST = 60


def name_of(address: str) -> str:
    """Name an article by the last words of its address and a few digits of its hash."""
    path = urlsplit(address).path if "://" in address else address
    words = re.findall(r"[a-z0-9]+", path.lower().rstrip("/").rsplit("/", 1)[-1])
    slug = "-".join(words)[:LONGEST].strip("-")
    digest = sha256(address.encode()).hexdigest()[:8]
    return f"{slug}-{digest}" if slug else digest

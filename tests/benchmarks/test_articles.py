"""The labelled articles of our own: every label is proved by its article's text."""

import json
from pathlib import Path

import pytest

ARTICLES = sorted((Path(__file__).parents[2] / "benchmarks" / "articles").glob("*/*.json"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_labels_are_proved_by_the_text(path):
    article = json.loads(path.read_text(encoding="utf-8"))
    assert article["id"] == path.stem
    for meeting in article["meetings"]:
        assert meeting["evidence"] in article["text"]
        assert len(meeting["participants"]) > 1 or meeting["optional"]
        assert meeting["status"] in ("held", "planned", "cancelled")
    for quote in article["quotes"]:
        assert article["text"].startswith(quote["text"], quote["evidence_offset"])


def test_no_article_is_both_learnt_from_and_held_back():
    texts = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in ARTICLES]
    assert len(set(texts)) == len(texts) == len({path.stem for path in ARTICLES})

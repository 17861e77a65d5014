import csv
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from app import SAMPLES, main
from bot.settings import Settings

ARTICLES = {
    "harbor.txt": "“We found much common ground,” Foreign Minister Mira Halden said on Thursday.",
    "rain.md": "---\ntitle: Rain in Oslo\ndate: 2024-11-15\n---\n“It rained all day,” Halden said.",
}


@pytest.fixture
def run():
    return lambda *args: CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture(autouse=True)
def database(tmp_path, monkeypatch):
    """A database of the test's own, whatever the developer's `.env` says."""
    path = tmp_path / "data" / "test.db"
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALLIANCE_DATABASE", str(path))
    return path


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_read_prints_one_json_object_a_line(run, tmp_path):
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("Talks were held.", encoding="utf-8")
    two.write_text("Nothing happened.", encoding="utf-8")
    result = run("read", one, two, "--json")
    assert result.exit_code == 0
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["one", "two"]


def test_read_takes_json_lines(run, tmp_path):
    file = tmp_path / "articles.json"
    file.write_text('{"id": "a", "text": "One."}\n{"id": "b", "text": "Two.", "x": 1}\n', "utf-8")
    result = run("read", "--jsonl", file, "--json")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a", "b"]


def test_a_bad_file_among_good_ones_costs_one_line_and_tells_by_exit_code(run, tmp_path):
    (tmp_path / "good.txt").write_text("Talks were held.", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    result = run("read", tmp_path, "--json")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["good"]
    assert result.stderr.splitlines() == [f"{tmp_path / 'empty.txt'} is empty."]
    assert result.exit_code == 3


def test_nothing_readable_is_exit_code_1(run, tmp_path):
    result = run("read", tmp_path / "missing.txt")
    assert result.stderr.splitlines() == [
        f"{tmp_path / 'missing.txt'} cannot be read: no such file or directory."
    ]
    assert result.exit_code == 1


README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_is_documented_and_shows_an_example(run, name):
    assert f"`./run {name}" in README
    assert f"Example: ./run {name}" in run(name, "--help").output


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_setting_is_documented(name):
    assert f"| `{name.upper()}` |" in README


def test_a_beat_that_is_not_there_is_one_clear_line(run, tmp_path, monkeypatch):
    monkeypatch.setenv("ALLIANCE_BEAT", "moon")
    result = run("read", tmp_path)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: There is no beat file")
    assert len(result.stderr.splitlines()) == 1


def counts(output):
    return output.partition(";")[0]


def test_ingesting_again_changes_nothing(run, articles):
    first, second = run("ingest", articles), run("ingest", articles)
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert counts(first.stdout) == "2 articles: 2 added, 0 unchanged, 0 replaced"
    assert counts(second.stdout) == "2 articles: 0 added, 2 unchanged, 0 replaced"


def test_a_changed_article_is_read_again_and_replaces_what_it_gave(run, articles):
    run("ingest", articles)
    changed = ARTICLES["rain.md"].replace("rained", "snowed")
    (articles / "rain.md").write_text(changed, encoding="utf-8")
    result = run("ingest", articles)
    assert counts(result.stdout) == "2 articles: 0 added, 1 unchanged, 1 replaced"
    texts = [
        quote["text"]
        for quote in json.loads(run("export", "quotes", "--off-beat", "--format", "json").stdout)
    ]
    assert any("snowed" in text for text in texts)
    assert not any("rained" in text for text in texts)


def test_ingest_keeps_the_good_ones_among_bad(run, articles):
    (articles / "empty.txt").write_bytes(b"")
    result = run("ingest", articles)
    assert "empty.txt is empty." in result.stderr
    assert counts(result.stdout).startswith("2 articles: 2 added")
    assert result.exit_code == 3


def test_export_to_a_csv_file(run, articles, tmp_path):
    run("ingest", articles)
    run("export", "quotes", "--off-beat", "--output", tmp_path / "quotes.csv")
    with (tmp_path / "quotes.csv").open(encoding="utf-8", newline="") as file:
        texts = {row["text"] for row in csv.DictReader(file)}
    assert "We found much common ground," in texts


def test_reread_leaves_what_this_reader_read_and_says_so(run, articles):
    run("ingest", articles)
    assert counts(run("reread").stdout) == "2 articles: 0 added, 2 unchanged, 0 replaced"


def test_doctor_looks_at_everything(run):
    result = run("doctor")
    assert [line[:5] for line in result.stdout.splitlines()] == ["ok   "] * 4
    assert result.exit_code == 0


def test_doctor_says_what_is_wrong_with_the_database(run, database):
    database.parent.mkdir()
    database.write_bytes(b"not a database" * 100)
    result = run("doctor")
    assert result.exit_code == 1
    assert "wrong  database: " in result.stdout


def test_a_damaged_database_is_one_clear_line(run, database, articles):
    database.parent.mkdir()
    database.write_bytes(b"not a database" * 100)
    result = run("ingest", articles)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_nobody_to_take_off_the_list(run):
    result = run("people", "--done", "nobody-at-all")
    assert "Nobody is known as nobody-at-all" in result.stderr
    assert result.exit_code == 1


def test_two_meetings_that_may_be_one_wait_for_a_decision(run, tmp_path):
    told = {
        "one.txt": "Feb 7, 2025\nForeign Minister Mira Halden met Prime Minister Olaf Strand.",
        "two.txt": "Feb 9, 2025\nForeign Minister Mira Halden met Prime Minister Olaf Strand on"
        " Feb 7 in Bergen.",
    }
    for name, text in told.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        run("ingest", tmp_path / name)
    first, second = run("doubtful").stdout.splitlines()
    name = first.split()[0]
    assert "Bergen" in first
    assert "Mira Halden" in second
    assert "open" in run("doubtful", "--same", "7-9").stderr
    assert run("doubtful", "--same", name).stdout == "No meetings wait for a decision.\n"
    rows = csv.DictReader(run("export", "meetings", "--off-beat").stdout.splitlines())
    assert [row["place"] for row in rows] == ["Bergen, Norway"]


def test_starting_does_not_load_the_parser():
    look = "import sys, app; sys.exit('spacy' in sys.modules)"
    root = Path(__file__).parent.parent
    assert subprocess.run([sys.executable, "-c", look], cwd=root, check=False).returncode == 0


def test_ask_prints_what_slack_would_show(run):
    run("ingest", SAMPLES / "2025-02-07-ishiba-trump-summit.md")
    assert "“But when I met with him, actually, he was very" in run("ask", "latest", "1").stdout
    sent = [json.loads(line) for line in run("ask", "latest 1", "--json").stdout.splitlines()]
    assert sent[0]["text"].startswith("*Latest*")
    assert all({"text", "blocks"} <= set(message) for message in sent)


def test_without_slack_tokens_for_either_way_it_says_which_to_set(run, monkeypatch):
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    assert "set SLACK_APP_TOKEN" in run().stderr
    assert "--http needs SLACK_SIGNING_SECRET" in run("--http").stderr
    assert run().exit_code == 2


def test_a_slack_that_cannot_be_reached_is_one_clear_line(run, monkeypatch):
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-1")
    monkeypatch.setenv("SLACK_API_URL", "http://127.0.0.1:9/api/")
    result = run()
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: Slack can't be reached at http://127.0.0.1:9/api/")


def test_the_digest_of_a_day_is_printed(run):
    result = run("digest", "--date", "2025-02-07", "--dry-run")
    assert result.exit_code == 0
    assert result.output.startswith("Quiet. Nothing new on the beat, Fri 7 Feb 2025")


def test_posting_a_digest_needs_to_know_where(run):
    result = run("digest", "--post")
    assert result.exit_code == 2
    assert "--post needs --channel" in result.output


def test_a_database_damaged_inside_is_one_clear_line(run, database, articles):
    run("ingest", articles)
    with closing(sqlite3.connect(database)) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_schema SET rootpage = 9999 WHERE name = 'quotes'")
        db.commit()
    for command in (["ask", "latest"], ["doctor"]):
        result = run(*command)
        assert "is damaged; restore a copy" in result.output
        assert result.exit_code == 1
        assert isinstance(result.exception, SystemExit)

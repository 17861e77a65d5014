import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from app import main
from bot.settings import Settings


@pytest.fixture
def run():
    return lambda *args: CliRunner().invoke(main, [str(arg) for arg in args])


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

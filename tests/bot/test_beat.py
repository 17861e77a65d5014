import itertools
from datetime import date
from pathlib import Path

import pytest

from bot.beat import BeatError, load_beat

SMALL = """
name = "Norden–Sudland talks"

[[sides]]
name = "Norden"
core = true
spellings = ["Norden"]
adjectives = ["Nordic"]
capitals = ["Nordhaven"]

[[people]]
name = "Vala Norgaard"
gender = "f"
aliases = ["V. Norgaard"]
offices = [{ title = "Foreign Minister", side = "Norden", start = 2024-01-15 }]

[[bodies]]
name = "Fjord Council"
side = "Norden"

[[topics]]
name = "fishing"
spellings = ["cod", "herring"]
core = true

[[events]]
name = "Harbour summit"
spellings = ["Harbour summit"]
start = 2025-03-01

[[outlets]]
name = "The Fjord Post"
domains = ["fjordpost.example"]
timezone = "Europe/Oslo"
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "small.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_second_beat_is_one_file(tmp_path):
    beat = load_beat(write(tmp_path, SMALL))
    assert beat.key == "small"
    assert beat.people[0].key == "vala-norgaard"
    assert beat.people[0].offices[0].start == date(2024, 1, 15)
    assert beat.events[0].end == date(2025, 3, 1)
    assert beat.bodies[0].key == "fjord-council"


def test_a_beat_gives_the_examples_of_help_or_has_plain_ones(tmp_path):
    named = load_beat(write(tmp_path, SMALL + '[examples]\nspeaker = "norgaard"\n')).examples
    assert named.fill("follow {speaker} {topic}") == "follow norgaard trade"
    assert load_beat(write(tmp_path, SMALL)).examples.fill("follow {speaker}") == "follow minister"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('side = "Norden", start', 'side = "Nirgends", start', "Nirgends"),
        ("start = 2024-01-15", "start = 2024-01-15, end = 2023-01-15", "ends before it starts"),
        ('timezone = "Europe/Oslo"', 'timezone = "Oslo"', "IANA"),
        ('gender = "f"', 'sex = "f"', "people.0.sex"),
        ('name = "Norden–Sudland talks"', "name = ", "not valid TOML"),
        ('name = "Fjord Council"', 'name = "Vala Norgaard"', "vala-norgaard"),
    ],
)
def test_a_mistake_is_one_clear_sentence(tmp_path, old, new, words):
    assert old in SMALL
    with pytest.raises(BeatError) as error:
        load_beat(write(tmp_path, SMALL.replace(old, new)))
    assert words in str(error.value)
    assert "\n" not in str(error.value)


def test_an_unknown_beat_names_those_at_hand():
    with pytest.raises(BeatError, match="japan_us"):
        load_beat("atlantis")


HEADS = {"Prime Minister", "President", "Chancellor", "Foreign Minister", "Defense Minister"}


def test_nobody_holds_one_office_with_another_in_the_beat_of_the_alliance():
    beat = load_beat()
    held = [
        (office.side, office.title, office.start, office.end or date.max, person.name)
        for person in beat.people
        for office in person.offices
        if office.title in HEADS and office.start
    ]
    held.sort()
    for (side, title, _, end, name), (side2, title2, start, _, name2) in itertools.pairwise(held):
        if (side, title) == (side2, title2):
            assert end <= start, f"{title} of {side}: {name} and {name2}"


@pytest.mark.parametrize(
    ("title", "side", "day", "name"),
    [
        ("Prime Minister", "Japan", date(2024, 10, 3), "Shigeru Ishiba"),
        ("Prime Minister", "Japan", date(2025, 10, 22), "Sanae Takaichi"),
        ("Foreign Minister", "Japan", date(2023, 1, 1), "Yoshimasa Hayashi"),
        ("Secretary of State", "United States", date(2025, 2, 7), "Marco Rubio"),
    ],
)
def test_offices_have_their_dates(title, side, day, name):
    holders = [
        person.name
        for person in load_beat().people
        for office in person.offices
        if (office.title, office.side) == (title, side)
        and (office.start is None or office.start <= day)
        and (office.end is None or day < office.end)
    ]
    assert holders == [name]

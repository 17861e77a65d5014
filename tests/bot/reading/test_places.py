import pytest

from bot.beat import load_beat
from bot.reading.place import Place
from bot.reading.places import places_in


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("met in Lima", Place(city="Lima", country="Peru")),
        ("met in Nara", Place(city="Nara-shi", country="Japan")),
        ("met at the White House", Place("White House", "Washington", "United States")),
        (
            "met in the Oval Office",
            Place("Oval Office, White House", "Washington", "United States"),
        ),
        ("met at the State Guest House Elba", Place("State Guest House")),
        ("met at the Elba State Guest House", Place("Elba State Guest House")),
        ("met in Hawaii", Place(country="United States", region="Hawaii")),
        ("met in Georgia", Place(country="Georgia")),
        ("met in the Saudi capital", Place(city="Riyadh", country="Saudi Arabia")),
        ("met in Elmau, Germany, on", Place(city="Elmau", country="Germany")),
        ("met in the resort of Bled on", Place(city="Bled")),
        ("met in the Peruvian capital", Place(city="Lima", country="Peru")),
        ("met in the resort of Vallorbe", Place(city="Vallorbe")),
        ("met in Vallorbe, Switzerland", Place(city="Vallorbe", country="Switzerland")),
        ("met in Reykjavik", Place(city="Reykjavík", country="Iceland")),
        ("met in Ulan Bator", Place(city="Ulaanbaatar", country="Mongolia")),
        ("met in Marmaris next week", Place(city="Marmaris", country="Turkey")),
        ("met in Vallorbeux on", Place(city="Vallorbeux")),
        ("met at the Ministry of Foreign Affairs", Place("Ministry of Foreign Affairs")),
        (
            "met at the Headquarters of the United Northern Fleet",
            Place("Headquarters of the United Northern Fleet"),
        ),
        ("met at the governor's mansion", Place("governor's mansion")),
        (
            "met at the prime minister's country residence",
            Place("prime minister's country residence"),
        ),
    ],
)
def test_places(text: str, place: Place) -> None:
    (found,) = places_in(text, load_beat())
    assert found.place == place
    assert text[found.start : found.end] in text


@pytest.mark.parametrize(
    "text",
    [
        "met in March, after Reading the text",
        "spoke in English, at Phase Two",
        "is still in office",
        "fostered trade in Europe and in Southeast Asia.",
        "in Bellonian hands",
        "at the Bellona Summit, for a residence permit",
    ],
)
def test_months_and_common_words_are_no_places(text: str) -> None:
    assert places_in(text, load_beat()) == []


def test_two_mentions_complete_each_other() -> None:
    venue = Place("Foreign Ministry", None, None)
    tokyo = Place(None, "Tokyo", "Japan")
    assert venue.joined(tokyo) == Place("Foreign Ministry", "Tokyo", "Japan")
    assert not tokyo.agrees(Place(None, "Lima", "Peru"))

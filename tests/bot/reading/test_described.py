from datetime import date

import pytest

from bot.beat import load_beat
from bot.models import Article
from bot.reading.page import read_page
from bot.reading.people import cast_of

BEAT = load_beat()


def told(text, words):
    """Say whom the last occurrence of some words means."""
    page = read_page(Article(id="a", text=text, published=date(2026, 3, 4)), BEAT)
    start = text.rindex(words)
    party = cast_of(page, [], BEAT).resolve(start, start + len(words)).party
    return party.name if party else None


TWO = "Defense Minister Ona Kuroda met visiting Fijian Industry Minister Ben Orch on Monday.\n"


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (TWO + "The minister told Orch that it was late.", "The minister", "Ona Kuroda"),
        (TWO + "The Fijian minister said it was late.", "The Fijian minister", "Ben Orch"),
        (
            "Chinese President Li Tao left. Then President Eva Amherd saw him.\n"
            "The Swiss president was glad.",
            "The Swiss president",
            "Eva Amherd",
        ),
        (  # not the only one who is called so far off, but whom the text is about
            "A night in Elba\nSen. Bo Phom spoke in the hall.\nMany came.\nMany left.\n"
            "Ann Orr sought to stoke their hopes. Walking into the hall, the senator said it.",
            "the senator",
            "Ann Orr",
        ),
        (  # somebody unnamed, and not who is named so later
            "A night in Elba\nAn Elba Port executive told them so. The executive said it was long."
            "\nBo Phom, a senior executive, came later.",
            "The executive",
            "executive",
        ),
        (
            "A night in Elba\nFormer candidate Bo Phom left. Ruiz came.\nThe candidate said it.",
            "The candidate",
            "candidate",
        ),
        (  # who was the prime minister before goes on as such behind a foreign one
            "Prime Minister Ona Kuroda left for Lima. Kuroda was glad. The prime minister waved."
            "\nFijian Prime Minister Ben Orch went there in May.\n"
            "The prime minister will fly on to Quito.",
            "The prime minister",
            "Ona Kuroda",
        ),
        (TWO + "After her speech, the minister spoke.", "the minister", "Ona Kuroda"),
        (
            "Foreign Minister Ty Wills left. Former diplomat Des Halv spoke.\nWills was glad.\n"
            "The former diplomat said no.",
            "The former diplomat",
            "Des Halv",
        ),
        (
            "Secretary Ann Fenn saw Mexican Foreign Secretary Ernesto Olm.\n"
            "The secretary said she was tired.",
            "The secretary",
            "Ann Fenn",
        ),
        (
            "President Ida Kols spoke to President Idriss Bar of Djibouti.\n"
            "In her remarks, the president said it was done.",
            "the president",
            "Ida Kols",
        ),
        (
            "Interior Minister Ida Kols met the press. Ports Minister Bo Phom left.\n"
            "The interior minister said it.",
            "The interior minister",
            "Ida Kols",
        ),
        (
            "Secretary Corbin Ash left. Lao Foreign Minister Bo Phom met the press.\n"
            "The foreign minister said it.",
            "The foreign minister",
            "Bo Phom",
        ),
    ],
)
def test_a_description_is_who_bears_the_title(text, words, who):
    assert told(text, words) == who


def test_he_may_be_somebody_described():
    text = (
        "Sachie Kure, the trade minister, saw Torstein Aas in Oslo.\nOthers came as well.\n"
        "The minister moved on and was received by the mayor, Ossi Laht. She said it was cold."
    )
    assert told(text, "She") == "Sachie Kure"


def test_a_title_of_something_else_is_nobody():
    text = "Minister Ona Kuroda spoke.\nThe minister of trade was not there. A minister laughed."
    assert told(text, "The minister of trade") != "Ona Kuroda"
    assert told(text, "A minister") != "Ona Kuroda"


def test_of_namesakes_the_one_named_last_or_of_the_gender_told():
    text = "Premier Rod Lan spoke. Georgia Lan, a lawmaker, disagreed.\n“No,” Lan said."
    assert told(text, "Lan") == "Georgia Lan"
    assert told(text.replace("Lan said", "Mr. Lan said"), "Mr. Lan") == "Rod Lan"
    assert told(text.replace("Lan said", "Lan said he knew"), "Lan") == "Rod Lan"


def test_who_is_set_off_bears_the_title():
    text = "Ona Kuroda, a minister, sat down with the host minister, Gen. Boun Xay.\nKuroda left."
    assert told(text, "the host minister") == "Boun Xay"

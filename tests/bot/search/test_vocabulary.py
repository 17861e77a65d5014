import pytest

from bot.search.vocabulary import Vocabulary

WORDS = {"ishiba": 40, "ishibashi": 3, "kishida": 30, "deterrence": 25, "determination": 9,
         "tariff": 5, "tariffs": 12, "okinawa": 8, "philippine": 6}  # fmt: skip


@pytest.fixture
def vocabulary():
    vocabulary = Vocabulary()
    vocabulary.learn(WORDS.items(), documents=100, seen=1)
    return vocabulary


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ishbia", "ishiba"),  # swapped
        ("isiba", "ishiba"),  # left out
        ("deterence", "deterrence"),
        ("dterrance", "deterrence"),
        ("okinava", "okinawa"),
        ("xkinawa", "okinawa"),  # the first letter
        ("filipine", "philippine"),  # by its sound
        ("deterr", "deterrence"),  # cut off
        ("detrminat", "determination"),  # cut off and misspelt
    ],
)
def test_what_was_meant_comes_first(vocabulary, typed, meant):
    meanings = vocabulary.meanings(typed, wide=False)
    assert max(meanings, key=meanings.__getitem__) == meant


def test_a_known_word_stands_for_itself_before_all_else(vocabulary):
    meanings = vocabulary.meanings("tariff", wide=True)
    assert meanings["tariff"] == 1.0
    assert all(likeness < 1 for term, likeness in meanings.items() if term != "tariff")


@pytest.mark.parametrize("typed", ["okni", "ishba", "dteerm", "philpip"])
def test_cut_off_and_misspelt_is_among_the_wider_meanings(vocabulary, typed):
    meant = {"o": "okinawa", "i": "ishibashi", "d": "determination", "p": "philippine"}[typed[0]]
    assert meant in vocabulary.meanings(typed, wide=True)


def test_nothing_is_near_a_word_of_another_kind(vocabulary):
    assert vocabulary.meanings("zzzzzz", wide=True) == {}


def test_a_word_learnt_later_is_known(vocabulary):
    vocabulary.learn([("takaichi", 1)], documents=1, seen=2)
    assert "takaichi" in vocabulary.meanings("takaihci", wide=False)
    assert (vocabulary.documents, vocabulary.seen) == (101, 2)


def test_labels_are_found_by_some_of_their_words(vocabulary):
    vocabulary.learn_labels([("speaker", "shigeru ishiba", 3), ("speaker", "jo ishiba", 9)])
    assert vocabulary.labels_with("speaker", ["ishiba"]) == ["jo ishiba", "shigeru ishiba"]
    assert vocabulary.labels_with("speaker", ["shigeru", "ishiba"]) == ["shigeru ishiba"]
    assert vocabulary.labels_with("place", ["ishiba"]) == []

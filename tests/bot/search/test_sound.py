import pytest

from bot.search.sound import sound_key


@pytest.mark.parametrize(
    ("one", "other"),
    [("schultz", "shulz"), ("philip", "filip"), ("zelensky", "selenski"), ("kishida", "kishidda")],
)
def test_spellings_of_one_sound_are_alike(one, other):
    assert sound_key(one) == sound_key(other)


def test_other_sounds_are_not():
    assert sound_key("ishiba") != sound_key("kishida")

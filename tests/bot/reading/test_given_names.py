import pytest

from bot.reading.given_names import gender_of_given


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Georgia Lan", "f"),
        ("Mykhailo Ost", "m"),
        ("Fusae Mori", "f"),
        ("Yoshitaka Mori", "m"),
        ("Haruka Mori", "f"),
        ("Kosuke Mori", "m"),
        ("Chihiro Mori", None),
        ("Jean Mori", None),
        ("Zorblax Mori", None),
    ],
)
def test_a_given_name_tells_a_gender(name, gender):
    assert gender_of_given(name) == gender

"""Meetings told by a noun, and the lists of parties that follow it."""

from tests.bot.reading.meetings.test_meetings import names, read


def test_ministers_of_any_country_stand_for_it() -> None:
    (meeting,) = read("The foreign ministers of Ghana and Colombia met in London on Tuesday.")
    assert names(meeting) == {"Ghana", "Colombia"}

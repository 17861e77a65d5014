"""Which parties of two mentions can be the same."""

from bot.models import Party, PartyKind
from bot.reading.meetings.alike import joined, same_parties
from tests.bot.reading.meetings.test_meetings import names, read

HIROSE = Party(name="Makoto Hirose", key="hirose", office="Foreign Minister", side="Japan")
LIANG = Party(name="Liang Bo", key="liang-bo", office="Defense Minister")  # whose is not told
ADEYEMI = Party(name="Tunde Adeyemi", key="adeyemi", office="Foreign Minister", side="Nigeria")


def country(name: str) -> Party:
    return Party(name=name, kind=PartyKind.BODY, key=name, side=name)


def role(name: str, side: str | None = None) -> Party:
    return Party(name=name, kind=PartyKind.ROLE, office=name, side=side)


def test_a_country_may_be_someone_whose_country_is_not_told() -> None:
    assert same_parties((country("Japan"), country("China")), (HIROSE, LIANG))
    assert not same_parties((country("Japan"), country("China")), (HIROSE, ADEYEMI))


def test_of_one_party_at_least_it_must_be_sure() -> None:
    assert not same_parties((country("Chile"), country("China")), (HIROSE, LIANG))


def test_an_office_is_no_other_office() -> None:
    minister = role("Chinese defense minister", "China")
    assert same_parties((HIROSE, minister), (HIROSE, LIANG))
    assert not same_parties((HIROSE, role("Chinese president", "China")), (HIROSE, LIANG))


def test_a_person_takes_the_place_of_an_office() -> None:
    minister = role("Chinese defense minister", "China")
    assert joined((HIROSE, minister), (HIROSE, LIANG)) == (HIROSE, LIANG)
    assert joined((HIROSE, LIANG), (country("Japan"), minister)) == (HIROSE, LIANG)


def test_first_told_by_country_then_by_name() -> None:
    (meeting,) = read(
        "Japan's interior minister met Oakes in London on Tuesday. "
        "Interior Minister Naoki Hamabe and Oakes held talks for an hour."
    )
    assert names(meeting) == {"Naoki Hamabe", "Margaret Oakes"}


def test_the_same_two_meet_once_a_day() -> None:
    isles = "Hirose met with Oakes on Tuesday about isles known as the Spur in China."
    (meeting,) = read(f"Hirose met Oakes in Lima on Tuesday.\n\n{isles}")
    assert (meeting.city, len(meeting.evidence)) == ("Lima", 2)

"""Parties that the parser, a doubtful pronoun or the words of saying around them would hide."""

import pytest

from bot.models import Status
from tests.bot.reading.meetings.test_meetings import PAIR, names, read


@pytest.mark.parametrize(
    "body",
    [
        "Hirose plans to have lunch there with Oakes on Friday.",
        "Hirose paid a visit to Foreign Secretary Oakes in London on Tuesday.",
        "Hirose dined with Oakes in London on Tuesday.",
        "Hirose said he would discuss the treaty with Oakes during their call on Friday.",
        "Hirose will press for the treaty in talks with Oakes on Friday, Brandt said.",
    ],
)
def test_both_sides_are_found(body: str) -> None:
    assert [names(meeting) for meeting in read(body)] == [PAIR]


def test_a_name_cut_by_the_parser_is_whole() -> None:
    (meeting,) = read(
        "Iraqi Foreign Minister Yassin al-Rubaie is in Tokyo. "
        "Before the news conference, al-Rubaie was received by Hirose."
    )
    assert names(meeting) == {"Yassin al-Rubaie", "Makoto Hirose"}


def test_a_doubtful_he_is_who_leads_the_sentence() -> None:
    body = "Brandt saw Hirose off.\n\nHirose flies to London, where he is to meet Oakes on Friday."
    assert names(read(body)[-1]) == PAIR


def test_who_only_tells_of_the_talks_is_none_of_their_parties() -> None:
    body = "Brandt's delegation came to Tokyo for talks with the Thai side, Hirose said."
    assert all("Makoto Hirose" not in names(meeting) for meeting in read(body))


def test_who_heads_a_group_stands_for_it() -> None:
    body = "Nine members of the farmers' union, headed by Jiro Hayano, 59, met with Hirose."
    (meeting,) = read(body)
    assert names(meeting) == {"Jiro Hayano", "Makoto Hirose"}


@pytest.mark.parametrize(
    "body",
    [
        "Brandt had a call with Japan's ambassador in Washington, Taro Akebono, on Tuesday.",
        "Brandt saw the bishop of Leticia, Taro Akebono, on Tuesday in London.",
        "Brandt tried to help on Tuesday, when he called Envoy Taro Akebono to thank Japan.",
    ],
)
def test_a_name_after_what_he_is(body: str) -> None:
    assert [names(meeting) for meeting in read(body)] == [{"Lukas Brandt", "Taro Akebono"}]


def test_a_rank_and_a_name_tell_who_heads_a_body() -> None:
    head = "The chairman of the Thai Joint Staff Committee, General Somchai Wongsa, "
    (meeting,) = read(f"{head} paid a courtesy call on Brandt on Tuesday.")
    assert names(meeting) == {"Somchai Wongsa", "Lukas Brandt"}


def test_aides_are_those_named_behind() -> None:
    (meeting,) = read(
        "Hirose spoke to Brandt's chief negotiators, envoy Steven Oakes and "
        "son-in-law Jared Kron, on Tuesday. Kron took notes."
    )
    assert names(meeting) == {"Makoto Hirose", "Steven Oakes", "Jared Kron"}


def test_a_top_official_is_who_was_named() -> None:
    (meeting,) = read(
        "Iraqi Foreign Minister Yassin al-Rubaie arrived in Tokyo.\n\n"
        "Brandt spoke, too. On Tuesday, the top Iraqi official met with Oakes."
    )
    assert names(meeting) == {"Yassin al-Rubaie", "Margaret Oakes"}


@pytest.mark.parametrize(
    "body",
    [
        "Hirose and his British counterpart Oakes wrapped up the latest round of talks on Tuesday.",
        "Following his meeting with Foreign Secretary Oakes on Tuesday, Hirose said so.",
        "The press secretary, Ana Ruiz, said so. Hirose had called Oakes on Tuesday.",
        "Hirose called on Oakes in London on Tuesday to discuss the treaty.",
    ],
)
def test_who_met_is_not_who_tells_of_it(body: str) -> None:
    assert [names(meeting) for meeting in read(body)] == [PAIR]


@pytest.mark.parametrize(
    "body",
    [
        "Press Secretary Ana Ruiz said the Tuesday call with Oakes was about trade.",
        "At a meeting of the board on Tuesday, with Oakes pressing for aid, Ruiz was silent.",
        "Hirose called on Oakes to lift the tariffs.",
        "Hirose called on Oakes for restraint.",
        "The palace denied that Hirose met Oakes on Tuesday.",
        "Analysts see little chance of talks between Hirose and Oakes.",
    ],
)
def test_who_only_speaks_or_is_spoken_to_met_nobody(body: str) -> None:
    assert read(body) == []


@pytest.mark.parametrize("them", ["the Ukrainian side", "the Ukrainians"])
def test_a_side_is_its_country(them: str) -> None:
    (meeting,) = read(f"Russia's delegation has arrived in Minsk for talks with {them}.")
    assert "Ukraine" in names(meeting)
    assert meeting.status is Status.PLANNED


def test_who_meets_others_does_not_meet_each_other() -> None:
    assert read("Hirose and Oakes are tired. They meet with lobbyists all day.") == []


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("Oakes saw Rep. Dana Hollins, R-Mo., in London on Tuesday.", {"Dana Hollins"}),
        (
            "Oakes met the Thai and Lao defense ministers, Somchai Rak and Boun Xay, on Tuesday.",
            {"Somchai Rak", "Boun Xay"},
        ),
    ],
)
def test_what_only_explains_a_name_is_no_party(body: str, who: set[str]) -> None:
    (meeting,) = read(body)
    assert names(meeting) == {"Margaret Oakes", *who}


def test_she_is_not_whom_she_met() -> None:
    body = "Premier Ilma Sarvi is back. Minister Rolf Anders, whom she met on Tuesday, was content."
    assert [names(meeting) for meeting in read(body)] == [{"Ilma Sarvi", "Rolf Anders"}]


def test_two_before_a_verb_that_the_parser_gives_to_others() -> None:
    body = (
        "Fighters of the north, 5 May 2025 Towns such as Ost and West are under siege "
        "Mr Hirose and Mrs Oakes will meet President Elena Marlow in Lima on Friday."
    )
    assert names(read(body)[-1]) == {*PAIR, "Elena Marlow"}


def test_both_sides_are_the_countries_just_named() -> None:
    body = "As for Japan-Laos relations, officials of both sides met in Lima on Tuesday."
    assert [names(meeting) for meeting in read(body)] == [{"Japan", "Laos"}]


def test_a_secretary_of_state_for_something_is_named_behind_it() -> None:
    body = (
        "The statement was issued after delegations led by Foreign Minister Makoto Hirose and "
        "U.S. Deputy Assistant Secretary of State for Western Hemisphere Affairs Paul Cremer met."
    )
    assert [names(meeting) for meeting in read(body)] == [{"Makoto Hirose", "Paul Cremer"}]


@pytest.mark.parametrize(
    "body",
    [
        "Hirose reiterated that Laos stays in the bloc, following talks in London with Oakes.",
        "A bilateral in London between Hirose and Oakes took place on Tuesday.",
        "Hirose's plan is to go to London, where he is due to confer with Oakes.",
    ],
)
def test_who_meets_is_looked_for_farther_off(body: str) -> None:
    assert [names(meeting) for meeting in read(body)] == [PAIR]


def test_who_chairs_talks_takes_part_in_them() -> None:
    body = "Hirose and Oakes spent an hour in negotiations chaired by Elena Marlow on Tuesday."
    assert [names(meeting) for meeting in read(body)] == [{*PAIR, "Elena Marlow"}]


def test_who_only_tells_of_an_arrival_is_none_of_the_parties() -> None:
    body = "The Laotian government confirmed the arrival of Hirose in Lima for talks with Oakes."
    assert [names(meeting) for meeting in read(body)] == [PAIR]


def test_the_leader_of_what_nobody_knows_is_nobody_told_of() -> None:
    body = "Hirose met Oakes on Monday. He will meet the leader of the Elba Front on Friday."
    assert names(read(body)[-1]) == {"Makoto Hirose", "leader of the Elba Front"}


def test_three_presidents_are_not_the_two_who_met() -> None:
    body = "Hirose met Oakes on Monday. The three presidents met in Lima on Tuesday."
    assert [names(meeting) for meeting in read(body)] == [PAIR]


@pytest.mark.parametrize(
    "body",
    [
        "Oakes flew home after Hirose took up the treaty with her in Tokyo on Tuesday.",
        "Oakes welcomed the Japanese foreign minister to London on Tuesday.",
        "Hirose is in London, where he asked Oakes for help on Tuesday.",
    ],
)
def test_meetings_told_by_what_was_brought_up(body: str) -> None:
    assert [names(meeting) for meeting in read(body)] == [PAIR]


def test_a_country_does_not_meet_its_own_minister() -> None:
    assert read("Japan welcomed Foreign Minister Makoto Hirose in Tokyo on Tuesday.") == []


def test_a_spokesman_speaks_of_the_meetings_of_others() -> None:
    body = "Brandt is ill, his spokesman Abe Tanner said. He was to have met Oakes on Friday."
    assert names(read(body)[-1]) == {"Lukas Brandt", "Margaret Oakes"}

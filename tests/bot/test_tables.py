import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from bot.kept import Report, Source, StoredMeeting, StoredQuote
from bot.models import Certainty, Evidence, Format, Meeting, Party, Quote, Status
from bot.tables import csv_lines, json_lines, meeting_row, quote_row

SOURCE = Source(article_id=1, title="Envoys meet", outlet="Wire", url="https://example.org/1")


def stored_quote(text):
    quote = Quote(
        text=text,
        start=0,
        end=len(text),
        direct=True,
        utterance=1,
        speaker=Party(name="Mira Halden"),
    )
    return StoredQuote(id=7, quote=quote, sources=(SOURCE,))


def read_back(rows):
    return list(csv.DictReader(io.StringIO("".join(csv_lines(rows)), newline="")))


def test_a_meeting_is_a_row_that_names_its_sources():
    meeting = Meeting(
        participants=(
            Party(name="Mira Halden", office="Foreign Minister"),
            Party(name="Tomas Renn"),
        ),
        status=Status.HELD,
        certainty=Certainty.REPORTED,
        format=Format.PHONE,
        evidence=(Evidence(start=0, end=9, text="They met."),),
    )
    report = Report(id=1, source=SOURCE, meeting=meeting)
    (row,) = read_back([meeting_row(StoredMeeting(id=3, meeting=meeting, reports=(report,)))])
    assert row["participants"] == "Mira Halden; Tomas Renn"
    assert (row["status"], row["format"], row["date"]) == ("held", "phone", "")
    assert row["urls"] == "https://example.org/1"


@given(st.text(min_size=1))
def test_no_cell_starts_a_formula_and_words_come_back(text):
    (row,) = read_back([quote_row(stored_quote(text))])
    assert row["text"].removeprefix("'") in (text, text.removeprefix("'"))
    assert not row["text"].lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_json_is_one_array():
    rows = [quote_row(stored_quote("=1+1")), quote_row(stored_quote("“Yes”"))]
    read = json.loads("".join(json_lines(rows)))
    assert [row["text"] for row in read] == ["=1+1", "“Yes”"]
    assert json.loads("".join(json_lines([]))) == []

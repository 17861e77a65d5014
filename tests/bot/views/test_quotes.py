from bot.models import Party
from bot.views.quotes import quote_items, quote_line
from tests.bot.views.records import FEB_7, MORI, source, stored_quote


def shown(*quotes):
    return [[block.get("text", {}).get("text") for block in item] for item in quote_items(quotes)]


def aside(kept):
    return quote_items([kept])[0][1]["elements"][0]["text"]


def test_says_who_said_what_in_quotation_marks():
    assert shown(stored_quote())[0][0] == (
        "*Aiko Mori* (Foreign Minister, Japan)\n>“We will deepen our cooperation.”"
    )


def test_says_when_where_and_to_whom():
    kept = stored_quote(said_on=FEB_7, occasion="press conference", listener="reporters")
    assert "(Foreign Minister, Japan) to reporters" in shown(kept)[0][0]
    assert aside(kept) == (
        "said Fri 7 Feb 2025 · press conference · <https://example.org/1|Example Times>, 8 Feb 2025"
    )


def test_reported_speech_is_marked_and_has_no_quotation_marks():
    text = shown(stored_quote(text="ties would be deepened", direct=False))[0][0]
    assert text == (
        "*Aiko Mori* (Foreign Minister, Japan) · _reported, not verbatim_\n>ties would be deepened"
    )
    assert "“" not in text


def test_an_unresolved_speaker_is_said_to_be_one():
    unknown = stored_quote(speaker=None, mention="he")
    assert shown(unknown)[0][0].startswith("*Speaker unclear*, “he” in the article\n")
    guessed = stored_quote(speaker=None, guess=MORI, confidence=0.6)
    assert shown(guessed)[0][0].startswith("*Speaker unclear*; perhaps Aiko Mori\n")


def test_pieces_of_an_interrupted_quote_are_one_item_in_order():
    second = stored_quote(2, text="in spring.", start=40, utterance=7)
    first = stored_quote(1, text="We meet again", start=10, utterance=7)
    assert shown(second, first) == [
        ["*Aiko Mori* (Foreign Minister, Japan)\n>“We meet again” … “in spring.”", None]
    ]


def test_the_same_utterance_number_in_another_article_is_another_item():
    other = stored_quote(2, utterance=1, sources=(source(2),))
    assert len(shown(stored_quote(1, utterance=1), other)) == 2


def test_several_sources_are_counted():
    kept = stored_quote(sources=tuple(source(n, f"Outlet {n}") for n in range(1, 6)))
    assert aside(kept).endswith("<https://example.org/3|Outlet 3>, 8 Feb 2025; 2 more")


def test_markup_in_an_article_stays_words():
    kept = stored_quote(text="<!channel> & more\n>now", speaker=Party(name="A <b> & C"))
    assert shown(kept)[0][0] == "*A &lt;b&gt; &amp; C*\n>“&lt;!channel&gt; &amp; more &gt;now”"


def test_a_quote_in_one_line():
    assert quote_line(stored_quote()) == "Aiko Mori: “We will deepen our cooperation.”"
    assert quote_line(stored_quote(direct=False)).endswith("cooperation. (reported)")

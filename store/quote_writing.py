"""Write an article's quotes: in place where it was read before, as repeats where others said so."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain
from typing import Any

from sqlite_utils import Database

from bot.kept import Source, StoredQuote
from bot.models import Meeting, Quote
from bot.words import fold
from store.documents import Document, add_documents, drop_documents, put_document
from store.people import AliasWords
from store.quotes import COLUMNS, OF_ARTICLE, day_said, quotes_by_id, row_of, words_hash
from store.records import (
    MEETING,
    Row,
    day_of,
    insert_sql,
    marks,
    party_from,
    rows,
    update_sql,
)

REPEATED_WITHIN = timedelta(days=7)

INSERT = insert_sql("quotes", COLUMNS)
UPDATE = update_sql("quotes", COLUMNS)
ALIKE = """
    SELECT quotes.id, words_hash, speaker, speaker_key, direct, published
    FROM quotes JOIN articles ON articles.id = quotes.article_id
    WHERE words_hash IN ({marks}) AND first_id IS NULL AND article_id != ?
    ORDER BY quotes.id
"""
AT_ONCE = 500
MEETING_OF = "SELECT record FROM meetings WHERE id = ?"
HEIR = "SELECT min(id) FROM quotes WHERE first_id = ?"
BECOME_FIRST = "UPDATE quotes SET first_id = NULL WHERE id = ?"
HAND_OVER = "UPDATE quotes SET first_id = ? WHERE first_id = ?"
STAND_ALONE = "UPDATE quotes SET first_id = NULL, document = NULL WHERE id = ?"
SET_DOCUMENT = "UPDATE quotes SET document = ? WHERE id = ?"
DELETE = "DELETE FROM quotes WHERE id = ?"


Alike = dict[int, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class QuoteWriter:
    """Writes the quotes of one article, inside the transaction that keeps the article."""

    db: Database
    source: Source
    meetings: Sequence[Meeting]
    now: int
    aliases: AliasWords
    touched: set[int] = field(default_factory=set)  # firsts whose sources have changed

    def keep(self, quotes: Sequence[Quote], new_article: bool) -> None:
        """Make `quotes` all that the article quotes; those that it had keep their ids."""
        had: defaultdict[str, list[Row]] = defaultdict(list)
        if not new_article:
            for row in rows(self.db, OF_ARTICLE, (self.source.article_id,)):
                had[row["text"]].append(row)
        new = []
        alike = self.alike(quotes)
        for quote in quotes:
            olds = had[quote.text]
            if olds:
                self.replace(olds.pop(0), quote, alike)
            else:
                new.append(quote)
        self.add(new, alike)
        for gone in chain.from_iterable(had.values()):
            self.leave_group(gone)
            self.db.conn.execute(DELETE, (gone["id"],))
        self.index_touched()

    def alike(self, quotes: Sequence[Quote]) -> Alike:
        """Return the quotes of other articles that have the words of one of these."""
        hashes = list({words_hash(quote.text) for quote in quotes})
        alike: Alike = defaultdict(list)
        for some in (hashes[i : i + AT_ONCE] for i in range(0, len(hashes), AT_ONCE)):
            sql = ALIKE.format(marks=marks(some))
            for row in rows(self.db, sql, (*some, self.source.article_id)):
                alike[row["words_hash"]].append(row)
        return alike

    def add(self, quotes: Iterable[Quote], alike: Alike) -> None:
        """Write quotes that the article did not have."""
        firsts, repeats = [], []
        for quote in quotes:
            first = self.first_to_say(quote, alike)
            if first is None:
                firsts.append(quote)
            else:
                repeats.append(row_of(quote, None, self.source.article_id, first, None))
                self.touched.add(first)
        documents = add_documents(self.db, [self.document(quote) for quote in firsts], self.now)
        new = [
            row_of(quote, None, self.source.article_id, None, document)
            for quote, document in zip(firsts, documents, strict=True)
        ]
        self.db.conn.executemany(INSERT, [*new, *repeats])

    def document(self, quote: Quote) -> Document:
        """Lay out a quote that only this article has for the index."""
        meeting = self.meetings[quote.meeting] if quote.meeting is not None else None
        return quote_document(quote, (self.source,), meeting, self.aliases)

    def replace(self, old: Row, quote: Quote, alike: Alike) -> None:
        """Write a quote over what an earlier reading made of the same words."""
        first, document = old["first_id"], old["document"]
        if (quote.speaker, quote.direct) != (party_from(old), bool(old["direct"])):
            self.leave_group(old)
            document = None
            first = self.first_to_say(quote, alike)
        row = row_of(quote, old["id"], self.source.article_id, first, document)
        self.db.conn.execute(UPDATE, (*row, old["id"]))
        self.touched.add(first or old["id"])

    def first_to_say(self, quote: Quote, alike: Alike) -> int | None:
        """Return the quote of another article that has the same words by the same speaker."""
        if quote.speaker is None:
            return None
        for row in alike.get(words_hash(quote.text), ()):
            if same_speaker(row, quote) and near(day_of(row["published"]), self.source.published):
                return int(row["id"])
        return None

    def leave_group(self, row: Row) -> None:
        """Take a quote out of those that say the same; where it was the first, the next one is."""
        conn = self.db.conn
        if row["first_id"] is not None:
            self.touched.add(row["first_id"])
        heir = conn.execute(HEIR, (row["id"],)).fetchone()[0]
        if heir is not None:
            conn.execute(BECOME_FIRST, (heir,))
            conn.execute(HAND_OVER, (heir, row["id"]))
            self.touched.add(heir)
        if row["document"] is not None:
            drop_documents(self.db, [row["document"]])
        conn.execute(STAND_ALONE, (row["id"],))
        self.touched.discard(row["id"])

    def index_touched(self) -> None:
        """Bring the index up to date for the quotes whose words or sources have changed."""
        if not self.touched:
            return
        for stored in quotes_by_id(self.db, sorted(self.touched)):
            reindex_quote(self.db, stored, self.now, self.aliases)


def reindex_quote(db: Database, stored: StoredQuote, now: int, aliases: AliasWords) -> None:
    """Write the document of a kept quote anew."""
    row = db.conn.execute(MEETING_OF, (stored.meeting_id,)).fetchone()
    meeting = MEETING.validate_json(row[0]) if row else None
    document = quote_document(stored.quote, stored.sources, meeting, aliases)
    if stored.cursor:
        id = put_document(db, document, now, stored.cursor)
    else:
        (id,) = add_documents(db, [document], now)
    if id != stored.cursor:
        db.conn.execute(SET_DOCUMENT, (id, stored.id))


def same_speaker(row: Row, quote: Quote) -> bool:
    """Tell whether a stored quote is by the same speaker, and verbatim or not alike."""
    speaker = quote.speaker
    if speaker is None or row["speaker"] is None or bool(row["direct"]) != quote.direct:
        return False
    if row["speaker_key"] or speaker.key:
        return bool(row["speaker_key"] == speaker.key)
    return fold(row["speaker"]) == fold(speaker.name)


def near(one: date | None, other: date | None) -> bool:
    """Tell whether two publications may carry the same statement."""
    return one is None or other is None or abs(one - other) <= REPEATED_WITHIN


def quote_document(
    quote: Quote, sources: Sequence[Source], meeting: Meeting | None, aliases: AliasWords
) -> Document:
    """Lay a quote out for the index."""
    speaker, listener = quote.speaker, quote.listener
    topics = tuple(dict.fromkeys((*quote.topics, *(meeting.topics if meeting else ()))))
    outlets = tuple(dict.fromkeys(source.outlet for source in sources))
    labels = [
        ("noun", "quote"),
        ("words", "verbatim" if quote.direct else "reported"),
        *(("topic", topic) for topic in topics),
        *(("outlet", outlet) for outlet in outlets),
    ]
    if speaker:
        labels += [("speaker", speaker.key or speaker.name), ("party", speaker.key or speaker.name)]
    if meeting:
        labels += [("place", place) for place in (meeting.venue, meeting.city, meeting.country)]
    fields = (
        aliases.of(speaker) if speaker else quote.mention,
        speaker.office if speaker else None,
        listener,
        " ".join(topics),
        meeting.place if meeting else None,
        quote.occasion,
        " ".join(filter(None, outlets)),
        quote.text,
    )
    return Document(day_said(quote, sources[0]), quote.on_beat, fields, tuple(labels))

"""Write an article's quotes: in place where it was read before, as repeats where others said so."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain

from sqlite_utils import Database

from bot.models import Meeting, Quote, Source, StoredQuote
from bot.words import fold
from store.documents import Document, drop_documents, put_document
from store.people import AliasWords
from store.quotes import COLUMNS, OF_ARTICLE, day_said, quotes_by_id, row_of
from store.records import MEETING, Row, day_of, insert_sql, party_from, rows, update_sql

REPEATED_WITHIN = timedelta(days=7)

INSERT = insert_sql("quotes", COLUMNS)
UPDATE = update_sql("quotes", COLUMNS)
ALIKE = """
    SELECT quotes.id, speaker, speaker_key, direct, published
    FROM quotes JOIN articles ON articles.id = quotes.article_id
    WHERE words_hash = ? AND first_id IS NULL AND article_id != ?
    ORDER BY quotes.id
"""
MEETING_OF = "SELECT record FROM meetings WHERE id = ?"
HEIR = "SELECT min(id) FROM quotes WHERE first_id = ?"
BECOME_FIRST = "UPDATE quotes SET first_id = NULL WHERE id = ?"
HAND_OVER = "UPDATE quotes SET first_id = ? WHERE first_id = ?"
STAND_ALONE = "UPDATE quotes SET first_id = NULL, document = NULL WHERE id = ?"
SET_DOCUMENT = "UPDATE quotes SET document = ? WHERE id = ?"
DELETE = "DELETE FROM quotes WHERE id = ?"


@dataclass(frozen=True, slots=True)
class QuoteWriter:
    """Writes the quotes of one article, inside the transaction that keeps the article."""

    db: Database
    source: Source
    meetings: Sequence[Meeting]
    now: int
    aliases: AliasWords
    touched: set[int] = field(default_factory=set)  # firsts whose sources have changed

    def keep(self, quotes: Iterable[Quote], new_article: bool) -> None:
        """Make `quotes` all that the article quotes; those that it had keep their ids."""
        had: defaultdict[str, list[Row]] = defaultdict(list)
        if not new_article:
            for row in list(self.db.query(OF_ARTICLE, (self.source.article_id,))):
                had[row["text"]].append(row)
        for quote in quotes:
            olds = had[quote.text]
            if olds:
                self.replace(olds.pop(0), quote)
            else:
                self.add(quote)
        for gone in chain.from_iterable(had.values()):
            self.leave_group(gone)
            self.db.conn.execute(DELETE, (gone["id"],))
        self.index_touched()

    def add(self, quote: Quote) -> None:
        """Write a quote that the article did not have."""
        row = row_of(quote) | {"id": None, "article_id": self.source.article_id}
        row["first_id"] = first = self.first_to_say(quote, row["words_hash"])
        if first is None:
            meeting = self.meetings[quote.meeting] if quote.meeting is not None else None
            document = quote_document(quote, (self.source,), meeting, self.aliases)
            row["document"] = put_document(self.db, document, self.now)
        else:
            row["document"] = None
            self.touched.add(first)
        self.db.conn.execute(INSERT, row)

    def replace(self, old: Row, quote: Quote) -> None:
        """Write a quote over what an earlier reading made of the same words."""
        first, document = old["first_id"], old["document"]
        if (quote.speaker, quote.direct) != (party_from(old), bool(old["direct"])):
            self.leave_group(old)
            document = None
            first = self.first_to_say(quote, old["words_hash"])
        row = row_of(quote) | {"id": old["id"], "article_id": self.source.article_id}
        self.db.conn.execute(UPDATE, row | {"first_id": first, "document": document})
        self.touched.add(first or old["id"])

    def first_to_say(self, quote: Quote, words_hash: int) -> int | None:
        """Return the quote of another article that has the same words by the same speaker."""
        if quote.speaker is None:
            return None
        for row in rows(self.db, ALIKE, (words_hash, self.source.article_id)):
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
        for stored in quotes_by_id(self.db, sorted(self.touched)):
            reindex_quote(self.db, stored, self.now, self.aliases)


def reindex_quote(db: Database, stored: StoredQuote, now: int, aliases: AliasWords) -> None:
    """Write the document of a kept quote anew."""
    row = db.conn.execute(MEETING_OF, (stored.meeting_id,)).fetchone()
    meeting = MEETING.validate_json(row[0]) if row else None
    document = quote_document(stored.quote, stored.sources, meeting, aliases)
    id = put_document(db, document, now, stored.cursor or None)
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

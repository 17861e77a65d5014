"""The tables of articles, quotes, meetings, people and corrections, and the search index."""

from store.migration import statements

ARTICLES = statements(
    """
    CREATE TABLE articles (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        url TEXT UNIQUE,
        title TEXT,
        outlet TEXT,
        published TEXT,
        published_at TEXT,
        published_origin TEXT,
        on_beat INTEGER NOT NULL,
        text TEXT NOT NULL,
        text_hash BLOB NOT NULL,
        reader TEXT NOT NULL,
        kept_at TEXT NOT NULL
    )
    """,
    "CREATE INDEX articles_text ON articles (text_hash) WHERE url IS NULL",
    "CREATE INDEX articles_name ON articles (name) WHERE url IS NULL",
    "CREATE INDEX articles_published ON articles (published)",
)

# One row is one article's quote. The same words in a later article point to the
# first by `first_id`; only firsts are shown and have a document in the index.
QUOTES = statements(
    """
    CREATE TABLE quotes (
        id INTEGER PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
        first_id INTEGER REFERENCES quotes,
        document INTEGER,
        words_hash INTEGER NOT NULL,
        text TEXT NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        direct INTEGER NOT NULL,
        utterance INTEGER NOT NULL,
        speaker TEXT,
        speaker_key TEXT,
        speaker_kind TEXT,
        speaker_office TEXT,
        speaker_side TEXT,
        guess TEXT,
        confidence REAL NOT NULL,
        mention TEXT,
        cue TEXT,
        inner_speaker TEXT,
        listener TEXT,
        occasion TEXT,
        said_start TEXT,
        said_end TEXT,
        said_precision TEXT,
        said_words TEXT,
        meeting INTEGER,
        topics TEXT,
        on_beat INTEGER NOT NULL
    )
    """,
    "CREATE INDEX quotes_article ON quotes (article_id)",
    "CREATE INDEX quotes_words ON quotes (words_hash)",
    "CREATE INDEX quotes_first ON quotes (first_id) WHERE first_id IS NOT NULL",
    "CREATE UNIQUE INDEX quotes_document ON quotes (document) WHERE document IS NOT NULL",
)

# `record` is the meeting as JSON: in `reports` as one article tells it, in
# `meetings` as all its reports together do. The columns serve to find it.
MEETINGS = statements(
    """
    CREATE TABLE meetings (
        id INTEGER PRIMARY KEY,
        document INTEGER NOT NULL UNIQUE,
        record TEXT NOT NULL,
        status TEXT NOT NULL,
        start TEXT,
        end TEXT,
        reported TEXT NOT NULL,
        on_beat INTEGER NOT NULL
    )
    """,
    "CREATE INDEX meetings_reported ON meetings (reported, id)",
    "CREATE INDEX meetings_on_beat ON meetings (reported, id) WHERE on_beat",
    "CREATE INDEX meetings_start ON meetings (start) WHERE start IS NOT NULL",
    """
    CREATE TABLE reports (
        id INTEGER PRIMARY KEY,
        meeting_id INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
        article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
        position INTEGER NOT NULL,
        record TEXT NOT NULL,
        UNIQUE (article_id, position)
    )
    """,
    "CREATE INDEX reports_meeting ON reports (meeting_id)",
    """
    CREATE TABLE meeting_parties (
        key TEXT NOT NULL,
        meeting_id INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
        PRIMARY KEY (key, meeting_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX meeting_parties_meeting ON meeting_parties (meeting_id)",
    """
    CREATE TABLE suggestions (
        report_id INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
        meeting_id INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
        PRIMARY KEY (report_id, meeting_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX suggestions_meeting ON suggestions (meeting_id)",
)

PEOPLE = statements(
    """
    CREATE TABLE people (
        key TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        gender TEXT,
        origin TEXT NOT NULL CHECK (origin IN ('beat', 'article')),
        article_id INTEGER REFERENCES articles ON DELETE SET NULL,
        reviewed INTEGER NOT NULL DEFAULT 0
    )
    """,
    "CREATE INDEX people_article ON people (article_id)",
    """
    CREATE TABLE aliases (
        person TEXT NOT NULL REFERENCES people (key) ON DELETE CASCADE,
        alias TEXT NOT NULL,
        PRIMARY KEY (person, alias)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE offices (
        person TEXT NOT NULL REFERENCES people (key) ON DELETE CASCADE,
        title TEXT NOT NULL,
        side TEXT NOT NULL,
        start TEXT,
        end TEXT
    )
    """,
    "CREATE INDEX offices_person ON offices (person)",
)

CORRECTIONS = statements(
    """
    CREATE TABLE corrections (
        id INTEGER PRIMARY KEY,
        made_at TEXT NOT NULL,
        user TEXT NOT NULL,
        article TEXT NOT NULL,
        noun TEXT NOT NULL CHECK (noun IN ('quote', 'meeting')),
        evidence TEXT NOT NULL,
        field TEXT NOT NULL,
        value TEXT
    )
    """,
    "CREATE INDEX corrections_article ON corrections (article)",
    """
    CREATE TRIGGER corrections_stay BEFORE UPDATE ON corrections
    BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END
    """,
    """
    CREATE TRIGGER corrections_remain BEFORE DELETE ON corrections
    BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END
    """,
)

# A document is what the index knows of one quote or meeting. Its id begins with
# its day, so that "newest first" and a span of days are a range of ids.
INDEX = statements(
    """
    CREATE TABLE documents (
        id INTEGER PRIMARY KEY,
        added INTEGER NOT NULL,
        changed INTEGER NOT NULL,
        words TEXT NOT NULL,
        labels TEXT NOT NULL
    )
    """,
    "CREATE INDEX documents_changed ON documents (changed)",
    "CREATE TABLE clock (tick INTEGER NOT NULL)",
    "INSERT INTO clock VALUES (0)",
    """
    CREATE VIRTUAL TABLE document_index USING fts5 (
        words, labels, content = 'documents', content_rowid = 'id',
        columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
    "CREATE VIRTUAL TABLE document_terms USING fts5vocab ('document_index', 'row')",
    """
    CREATE TRIGGER documents_inserted AFTER INSERT ON documents BEGIN
        INSERT INTO document_index (rowid, words, labels) VALUES (new.id, new.words, new.labels);
    END
    """,
    """
    CREATE TRIGGER documents_deleted AFTER DELETE ON documents BEGIN
        INSERT INTO document_index (document_index, rowid, words, labels)
        VALUES ('delete', old.id, old.words, old.labels);
    END
    """,
    """
    CREATE TRIGGER documents_updated AFTER UPDATE OF words, labels ON documents BEGIN
        INSERT INTO document_index (document_index, rowid, words, labels)
        VALUES ('delete', old.id, old.words, old.labels);
        INSERT INTO document_index (rowid, words, labels) VALUES (new.id, new.words, new.labels);
    END
    """,
)

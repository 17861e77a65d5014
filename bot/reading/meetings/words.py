"""The words that tell of meetings, by what they take and what they say about them (lemmas)."""

import re

VERBS = {
    "meet": frozenset(
        {"meet", "confer", "huddle", "converse", "consult", "convene", "sit", "gather"}
    )
    | {"reunite", "rendezvous", "come", "get"},  # "together"
    "talk": frozenset({"talk", "speak", "chat"}),  # only "with" or "to" somebody
    "phone": frozenset({"phone", "telephone"}),
    # only a person
    "host": frozenset({"host", "welcome", "receive", "greet", "visit", "entertain", "brief"}),
    "joint": frozenset(
        {"dine", "din", "lunch", "breakfast", "golf", "pose", "walk", "tour", "chair"}
    )
    | {"cochair", "stroll"},
    "together": frozenset({"inspect", "spend", "attend", "lay", "ride", "travel", "appear"}),
    "hands": frozenset({"shake", "join"}),  # only "hands"
    "callon": frozenset({"call"}),  # "on" a person
    "see": frozenset({"see"}),
    "bring": frozenset({"bring"}),  # "together"
    "discuss": frozenset({"discuss", "negotiate", "deliberate", "review", "exchange", "raise"})
    | {"take", "bring"},  # "up"
    "ring": frozenset({"call", "ring"}),  # a person
    "agree": frozenset({"agree", "affirm", "reaffirm", "confirm"}),  # people of two sides
    "join": frozenset({"join"}),  # a person
    "sign": frozenset({"sign", "inaugurate"}),
    # by phone, or in person
    "inform": frozenset({"inform", "tell", "congratulate", "thank", "brief", "assure", "convey"})
    | {"relay", "put", "explain", "report", "urge", "promise", "warn", "press", "ask"}
    | {"apologize", "apologise", "complain"},
}

# They stand for their countries, where it says of which.
OFFICIALS = frozenset(
    {"official", "diplomat", "delegate", "officer", "envoy", "negotiator", "principal"}
)
# The verb gives its subject, and its "with", to the meeting that it takes as its object.
LIGHT = frozenset(
    {"hold", "have", "attend", "begin", "start", "open", "conclude", "end", "wrap", "conduct"}
    | {
        "chair",
        "co-chair",
        "chaire",
        "lead",
        "join",
        "host",
        "convene",
        "take",
        "finish",
        "pay",
        "make",
    }
    | {"arrange", "schedule", "plan", "organize", "organise", "set", "seek", "propose", "request"}
    | {"cancel", "postpone", "scrap", "skip", "exchange", "participate", "enter", "open", "co"}
    | {"have", "share", "get", "secure", "resume", "continue", "complete", "do", "engage"}
)
# Of these, whoever does it with somebody else has met: "A and B had lunch".
HAVE = frozenset({"have", "hold", "share", "exchange", "conduct"})
NOUNS = frozenset(
    {"meeting", "talk", "summit", "call", "conversation", "discussion", "teleconference"}
    | {"videoconference", "dialogue", "dialog", "consultation", "ministerial", "bilateral"}
    | {"trilateral", "lunch", "luncheon", "dinner", "breakfast", "roundtable", "gathering"}
    | {"huddle", "encounter", "audience", "sit", "session", "visit", "conference", "2", "plus"}
    | {"interaction", "tete-a-tete", "tête-à-tête", "parley", "one-on-one"}
    | {"two-plus-two", "2+2", "negotiation", "handshake", "chat", "banquet", "reception"}
    | {
        "one-to-one",
        "head-to-head",
        "face-to-face",
        "sit-down",
        "pull-aside",
        "get-together",
        "follow-up",
        "tea",
    }
    | {"meet-up", "drop-in", "appointment", "round", "briefing", "coffee", "supper"}
    | {"reunion", "brunch", "drink", "face-to-face"}
)
# These say little without the parties: "a visit", "the discussion".
WEAK_NOUNS = frozenset(
    {"call", "discussion", "dialogue", "dialog", "lunch", "luncheon", "dinner", "breakfast"}
    | {"gathering", "session", "visit", "conference", "audience", "negotiation", "encounter"}
    | {"conversation", "consultation", "bilateral", "handshake", "2", "plus", "chat", "sit"}
    | {
        "interaction",
        "one-on-one",
        "one-to-one",
        "face-to-face",
        "follow-up",
        "tea",
        "appointment",
        "round",
    }
    | {"briefing", "coffee", "supper", "reunion", "brunch", "drink"}
    | {"drop-in", "face-to-face"}
)
MEALS = frozenset(
    {"lunch", "luncheon", "dinner", "breakfast", "banquet", "reception", "tea", "coffee"}
    | {"supper", "brunch", "drink"}
)
# What takes place there is told to the press or the public, not to a counterpart.
NO_MEETING = re.compile(
    r"\b(?:press|news|media|peace|party|cabinet|council|task\s+force|board|committee|training|"
    r"annual|regular|defen[cs]e)\s+(?:conference|briefing|call|meeting)s?\b",
    re.I,
)
PLANNED = {
    "scheduled": frozenset(
        {"schedule", "expect", "set", "slate", "due", "agree", "fix", "tip", "will"}
        | {"instruct", "direct", "task"}
    ),
    "arranging": frozenset(
        {"arrange", "arrangement", "plan", "prepare", "preparation", "coordinate", "consider"}
        | {
            "eye",
            "mull",
            "weigh",
            "organize",
            "organise",
            "intend",
            "aim",
            "explore",
            "work",
            "way",
        }
    ),
    "sought": frozenset(
        {
            "want",
            "hope",
            "hop",
            "seek",
            "propose",
            "proposal",
            "invite",
            "invitation",
            "request",
            "push",
        }
        | {
            "urge",
            "ask",
            "wish",
            "offer",
            "willing",
            "willingness",
            "ready",
            "open",
            "like",
            "love",
        }
        | {"look", "desire", "call", "suggest", "eager", "keen", "vow", "pledge", "likely", "try"}
        | {"commit", "float", "possibility", "prospect"}
    ),
}
UPCOMING = frozenset(
    {"upcoming", "planned", "expected", "proposed", "scheduled", "possible", "potential", "next"}
    | {"forthcoming", "future", "likely", "coming", "prospective", "anticipated", "early"}
)
CANCELLED = frozenset(
    {"cancel", "postpone", "scrap", "decline", "refuse", "reject", "shelve", "scuttle", "abort"}
    | {"abandon", "nix", "skip", "cancellation", "postponement", "defer", "miss", "lack", "snub"}
    | {"deprive", "forgo", "forego", "ditch", "axe", "spurn", "rebuff", "shun"}
)
# And these, with their particle: "called off", "turned down", "pulled out of".
CANCELLED_BY = {
    "call": frozenset({"off"}),
    "turn": frozenset({"down", "away"}),
    "pull": frozenset({"out"}),
    "back": frozenset({"out"}),
    "bow": frozenset({"out"}),
    "rule": frozenset({"out"}),
    "put": frozenset({"off"}),
}
# A series or a framework of meetings is begun or furthered by these, not one meeting.
FOUNDING = frozenset(
    {
        "establish",
        "create",
        "institutionalize",
        "institutionalise",
        "promote",
        "foster",
        "encourage",
        "found",
        "establishment",
        "creation",
    }
)
SAY = frozenset(
    {"say", "tell", "announce", "report", "add", "note", "confirm", "state", "write", "post"}
)

# Whoever is known by these is a person, or a few.
OFFICES = frozenset(
    {"president", "minister", "premier", "leader", "chancellor", "secretary", "king", "queen"}
    | {"emperor", "prince", "ambassador", "envoy", "counterpart", "governor", "chief", "head"}
    | {"adviser", "advisor", "commander", "delegation", "speaker", "negotiator", "lawmaker"}
    | {"number", "mayor", "sultan", "pope", "chairman", "ally", "ceo", "representative"}
    | {"rival", "colleague", "predecessor", "successor", "mediator", "monarch", "emir"}
    | {"chairwoman", "chairperson", "commissioner", "vice-president", "taoiseach"}
    | {"secretary-general", "president-elect", "counselor", "councilor", "undersecretary"}
    | {"director", "coordinator", "administrator"}
)

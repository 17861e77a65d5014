"""The rich_text block: sections, lists, quotes and preformatted text made of small pieces."""

from preview.schema import (
    Rule,
    anything,
    boolean,
    by_type,
    choice,
    integer,
    listing,
    record,
    string,
)

_STYLE = record(
    {},
    {
        name: boolean
        for name in ("bold", "italic", "strike", "code", "underline", "highlight", "unlink")
    },
)
_WORDS = string(40_000)


def _piece(kind: str, required: dict[str, Rule], optional: dict[str, Rule] | None = None) -> Rule:
    return record({"type": choice(kind), **required}, {"style": _STYLE, **(optional or {})})


_PIECE = by_type(
    {
        "text": _piece("text", {"text": _WORDS}),
        "link": _piece("link", {"url": string(3000)}, {"text": _WORDS, "unsafe": boolean}),
        "user": _piece("user", {"user_id": string(255)}),
        "usergroup": _piece("usergroup", {"usergroup_id": string(255)}),
        "channel": _piece("channel", {"channel_id": string(255)}),
        "broadcast": _piece("broadcast", {"range": choice("here", "channel", "everyone")}),
        "emoji": _piece(
            "emoji", {"name": string(255)}, {"unicode": string(255), "skin_tone": integer(1, 6)}
        ),
        "date": _piece(
            "date",
            {"timestamp": integer(0, 9_999_999_999), "format": string(255)},
            {"url": string(3000), "fallback": string(255)},
        ),
        "color": _piece("color", {"value": string(255)}),
    }
)
_PIECES: dict[str, Rule] = {"elements": listing(_PIECE, 1000, 0)}
_SECTION = record({"type": choice("rich_text_section"), **_PIECES}, {})
_BORDER: dict[str, Rule] = {"border": integer(0, 1)}
_LIST = record(
    {
        "type": choice("rich_text_list"),
        "style": choice("bullet", "ordered"),
        "elements": listing(by_type({"rich_text_section": _SECTION}), 1000, 0),
    },
    {"indent": integer(0, 8), "offset": integer(0, 1_000_000), **_BORDER},
)

PARTS = listing(
    by_type(
        {
            "rich_text_section": _SECTION,
            "rich_text_list": _LIST,
            "rich_text_quote": record({"type": choice("rich_text_quote"), **_PIECES}, _BORDER),
            "rich_text_preformatted": record(
                {"type": choice("rich_text_preformatted"), **_PIECES},
                {**_BORDER, "language": anything},
            ),
        }
    ),
    1000,
    0,
)

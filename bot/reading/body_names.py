"""By what name an article itself calls a body, and whose a body is that several countries have."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from bot.beat import Body
from bot.models import Party, PartyKind
from bot.reading.bodies import body_party, is_generic
from bot.reading.register import Register
from bot.reading.scan import Piece
from bot.reading.scanned import Scanned
from bot.reading.words import keys_of


def names_of_bodies(paragraphs: Iterable[Scanned]) -> dict[str, str]:
    """Give the name by which an article writes out a body that the beat shows by another one.

    "The Korean Central News Agency" is shown so, and not as "KCNA"; "the Defense Department"
    is not "Pentagon" in an article that never calls it that.
    """
    spelt: dict[str, set[str]] = defaultdict(set)
    shown: dict[str, str] = {}
    for scanned in paragraphs:
        for piece in scanned.pieces:
            if piece.body and not is_generic(piece.body):
                spelt[piece.body.key].add(_words(scanned, piece))
                shown[piece.body.key] = piece.body.name
    named = {key: _written_out(shown[key], spellings) for key, spellings in spelt.items()}
    return {key: name for key, name in named.items() if name}


def _words(scanned: Scanned, piece: Piece) -> str:
    start, end = scanned.words[piece.first].start, scanned.words[piece.last - 1].end
    return " ".join(scanned.paragraph.text[start:end].split())


def _written_out(name: str, spellings: set[str]) -> str | None:
    """Choose the longest spelling, unless the article uses the beat's own name."""
    own = keys_of(name)
    if any(set(own) <= set(keys_of(spelling)) for spelling in spellings) and not name.isupper():
        return None
    out = [s for s in spellings if " " in s and s[0].isupper() and not s.isupper()]
    return max(sorted(out), key=len, default=None)


def body_at(
    scanned: Scanned, index: int, body: Body, names: Mapping[str, str], register: Register
) -> Party:
    """Show the body that a piece names, with the country that the words around it tell."""
    side = scanned.side_of(index)
    if is_generic(body):
        return body_party(body, register.side(side))
    if side and body.side and side != body.side:  # "the Philippine defense department"
        told = register.side(side)
        whose = (told.adjectives or (told.name,))[0] if told else side
        words = _words(scanned, scanned.pieces[index])
        return Party(name=f"{whose} {words}", kind=PartyKind.BODY, side=side)
    name = names.get(body.key, body.name)
    return Party(name=name, kind=PartyKind.BODY, key=body.key, side=body.side)

"""The words that attribute speech, from `words.toml`, with all their forms."""

import tomllib
from enum import IntEnum
from functools import cache
from importlib.resources import files
from typing import Any


class Strength(IntEnum):
    """How surely a verb attributes speech; less is surer."""

    SAY = 0  # "said", "told", "wrote"
    SPEECH = 1  # "promised", "argued"
    VIEW = 2  # "called", "blasted", "hopes": may attribute words, often does not
    ANY = 3  # any other verb whose subject may be the one who speaks


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """Give one list of `words.toml`."""
    return frozenset(_tables()[name].split())


@cache
def forms(name: str) -> frozenset[str]:
    """Give all forms of the verbs in one list of `words.toml`."""
    return frozenset(form for verb in words(name) for form in _forms(verb))


def takes(verb: str, preposition: str) -> bool:
    """Tell whether a verb, in any form, brings in what is said by a preposition: "called for"."""
    return verb in _takers().get(preposition, ())


@cache
def _takers() -> dict[str, frozenset[str]]:
    table: dict[str, str] = _tables()["prepositions"]
    return {p: frozenset(f for v in verbs.split() for f in _forms(v)) for p, verbs in table.items()}


@cache
def strengths() -> dict[str, Strength]:
    """Map every form of every cue verb ("said", "saying") to its strength."""
    table: dict[str, Strength] = {}
    for strength in (Strength.VIEW, Strength.SPEECH, Strength.SAY):
        for verb in words(strength.name.lower()):
            table.update(dict.fromkeys(_forms(verb), strength))
    return table


def strength_of(word: str) -> Strength:
    """Tell how surely a word, in any of its forms, attributes speech."""
    return strengths().get(word.lower(), Strength.ANY)


def _forms(verb: str) -> list[str]:
    irregular = _tables()["irregular"].get(verb)
    if irregular:
        return [verb, *irregular.split()]
    stem = verb + verb[-1] if verb in words("doubled") else verb
    if verb.endswith("y") and verb[-2] not in "aeo":
        return [verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"]
    if verb.endswith("e"):
        return [verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"]
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"
    return [verb, third, f"{stem}ed", f"{stem}ing"]

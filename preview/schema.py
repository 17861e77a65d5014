"""A small schema language for Block Kit: a rule looks at a value and yields what is wrong with it.

The wording and the JSON pointers follow Slack's own error messages, so that what a developer sees
here can be searched for on the web.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

Rule = Callable[[Any, str], Iterator[str]]


def at(problem: str, pointer: str) -> str:
    """Return a problem with the place it was found at."""
    return f"{problem} [json-pointer:{pointer}]"


def string(most: int, least: int = 1) -> Rule:
    """Return the rule of a string with a length."""

    def rule(value: Any, pointer: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield at("must be a string", pointer)
        elif len(value) > most:
            yield at(f"must be less than {most + 1} characters", pointer)
        elif len(value) < least:
            yield at(f"must be more than {least - 1} characters", pointer)

    return rule


def matching(fits: Callable[[str], bool], meaning: str) -> Rule:
    """Return the rule of a string of a certain form."""

    def rule(value: Any, pointer: str) -> Iterator[str]:
        if not isinstance(value, str) or not fits(value):
            yield at(f"must be {meaning}", pointer)

    return rule


def integer(least: int, most: int) -> Rule:
    """Return the rule of a whole number."""

    def rule(value: Any, pointer: str) -> Iterator[str]:
        if isinstance(value, bool) or not isinstance(value, int):
            yield at("must be an integer", pointer)
        elif not least <= value <= most:
            yield at(f"must be from {least} to {most}", pointer)

    return rule


def boolean(value: Any, pointer: str) -> Iterator[str]:
    """Check a true or false."""
    if not isinstance(value, bool):
        yield at("must be a boolean", pointer)


def anything(value: Any, pointer: str) -> Iterator[str]:
    """Accept a field whose inside the stand-in does not look at."""
    yield from ()


def choice(*allowed: str) -> Rule:
    """Return the rule of one word out of a few."""

    def rule(value: Any, pointer: str) -> Iterator[str]:
        if value not in allowed:
            yield at(f"must be one of {', '.join(allowed)}", pointer)

    return rule


def listing(inside: Rule, most: int, least: int = 1) -> Rule:
    """Return the rule of a list."""

    def rule(value: Any, pointer: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield at("must be an array", pointer)
            return
        if len(value) > most:
            yield at(f"no more than {most} items allowed", pointer)
        if len(value) < least:
            yield at(f"no fewer than {least} items allowed", pointer)
        for number, entry in enumerate(value):
            yield from inside(entry, f"{pointer}/{number}")

    return rule


def record(required: Mapping[str, Rule], optional: Mapping[str, Rule]) -> Rule:
    """Return the rule of an object; like Slack's, it refuses fields that it does not know."""
    known = {**required, **optional}

    def rule(value: Any, pointer: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield at("must be an object", pointer)
            return
        for name in required:
            if value.get(name) is None:
                yield at(f"missing required field: {name}", pointer)
        for name, inner in value.items():
            if name not in known:
                yield at(f"invalid additional property: {name}", pointer)
            elif inner is not None:
                yield from known[name](inner, f"{pointer}/{name}")

    return rule


def by_type(kinds: Mapping[str, Rule]) -> Rule:
    """Return the rule of an object whose `type` names its own rule."""

    def rule(value: Any, pointer: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield at("must be an object", pointer)
            return
        kind = value.get("type")
        if not isinstance(kind, str) or kind not in kinds:
            yield at(f"unsupported type: {kind}", f"{pointer}/type")
            return
        yield from kinds[kind](value, pointer)

    return rule


def also(rule: Rule, extra: Rule) -> Rule:
    """Return a rule that also asks something of a value whose parts are right."""

    def both(value: Any, pointer: str) -> Iterator[str]:
        problems = list(rule(value, pointer))
        yield from problems or extra(value, pointer)

    return both

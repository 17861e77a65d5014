"""Render help: what can be asked, and how."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.reply import COMMAND, Block, Message
from bot.views.blocks import actions, brief, button, code, context, escape, message, section


@dataclass(frozen=True, slots=True)
class Entry:
    """What help says of one subcommand."""

    name: str
    usage: str
    summary: str
    examples: tuple[str, ...]
    details: str = ""


def run_button(typed: str, number: int, *, primary: bool = False) -> Block:
    """Build a button that does as if one had typed `/alliance` and these words."""
    return button(f"{COMMAND} {typed}", f"run-{number}", typed, primary=primary)


def overview(entries: Sequence[Entry]) -> Message:
    """Render every subcommand in one message."""
    lines = "\n".join(
        f"{code(f'{COMMAND} {entry.usage}')}  {escape(entry.summary)}" for entry in entries
    )
    return message(
        f"What {COMMAND} answers",
        section("*Who met whom, and who said what.* Ask in any of these ways:"),
        section(lines),
        context(
            "In a thread or a direct message, mention me or just write the same words. "
            f"`{COMMAND} help search` tells more about one of them."
        ),
        actions(*(run_button(entry.examples[0], n) for n, entry in enumerate(entries[:3]))),
    )


def about(entry: Entry) -> Message:
    """Render help on one subcommand, its examples as buttons."""
    details = [section("\n".join(map(escape, entry.details.split("\n"))))] if entry.details else []
    return message(
        f"{COMMAND} {escape(entry.usage)}: {escape(entry.summary)}",
        section(f"{code(f'{COMMAND} {entry.usage}')}\n{escape(entry.summary)}"),
        *details,
        context("For example"),
        actions(*(run_button(example, n) for n, example in enumerate(entry.examples[:5]))),
    )


def did_you_mean(typed: str, suggestions: Sequence[str]) -> Message:
    """Ask what was meant by an unknown subcommand; each suggestion is a button that runs it."""
    names = " or ".join(code(f"{COMMAND} {name}") for name in suggestions)
    question = f"There is no {code(f'{COMMAND} {typed}')}. Did you mean {names}?"
    buttons = [
        run_button(suggestion, number, primary=number == 0)
        for number, suggestion in enumerate(suggestions)
    ]
    return message(question, section(question), actions(*buttons))


def unknown_topic(typed: str, names: Sequence[str]) -> Message:
    """Say that there is no help on something, and on what there is."""
    known = ", ".join(f"`{name}`" for name in names)
    return message(f"There is no help on “{brief(typed, 60)}”; there is on {known}.")

"""Holds a prompt against the checks that quote it: every demand is seen, and none is made up.

A check quotes the words of the prompt that it rests on, an exercise those that demand nothing
(`background`). Quotes leave emphasis out; "..." stands for whatever lies between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from autograder.judging.exercise import Exercise

EMPHASIS = re.compile(r"\*+(?=\S)|(?<=\S)\*+")
BLOCK = re.compile(r"\n\s*\n|\n(?=[-*] )")
BULLET = re.compile(r"^[-*] ")
# A sentence ends before a capital letter, a name in code or a quotation.
SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z`\"(])")
BACKGROUND = "its background"
LEFT_OUT = re.compile(r"\s*\.\.\.\s*")


@dataclass(frozen=True, slots=True)
class Demand:
    """Words of a prompt, and the names of the checks that rest on them."""

    quote: str
    checks: tuple[str, ...]


def demands_of(exercise: Exercise, prompt: str) -> list[Demand]:
    """What the checks quote of a prompt, in its order, each with the checks that do."""
    text = " ".join(_sentences(prompt))
    quotes = dict.fromkeys(quote for check in exercise.checks for quote in check.demands)
    return [
        Demand(quote, tuple(each.name for each in exercise.checks if quote in each.demands))
        for quote in sorted(quotes, key=lambda quote: _span(quote, text) or (len(text), 0))
    ]


def demand_problems(exercise: Exercise, prompt: str) -> list[str]:
    """What is quoted and not there, what is there and not quoted, a sentence each."""
    sentences = list(_sentences(prompt))
    text = " ".join(sentences)
    problems, spans = list[str](), list[tuple[int, int]]()
    quoted = [(check.name, check.demands) for check in exercise.checks]
    for name, quotes in [*quoted, (BACKGROUND, exercise.background)]:
        if not quotes and name != "its background":
            problems.append(
                f"{name} quotes nothing of the prompt; say in demands= what asks for it"
            )
        for quote in quotes:
            span = _span(quote, text)
            if span is None:
                problems.append(f"{name} quotes {quote!r}, which the prompt does not say")
            else:
                spans.append(span)
    begin = 0
    for sentence in sentences:
        end = begin + len(sentence)
        if not any(first < end and last > begin for first, last in spans):
            problems.append(
                f"no check quotes {sentence!r} of the prompt; quote it in demands= of one that sees"
                " it, or in background= of the exercise if it demands nothing"
            )
        begin = end + 1
    return problems


def _sentences(prompt: str) -> Iterator[str]:
    for block in BLOCK.split(prompt):
        plain = _plain(BULLET.sub("", block.strip()))
        yield from (sentence for sentence in SENTENCE_END.split(plain) if sentence)


def _plain(text: str) -> str:
    """Text without emphasis, and with a space in place of each line's end."""
    return " ".join(EMPHASIS.sub("", text).split())


def _span(quote: str, text: str) -> tuple[int, int] | None:
    """Where a quote begins and ends."""
    parts = [re.escape(_plain(part)) for part in LEFT_OUT.split(quote)]
    found = re.search(".*?".join(parts), text)
    return found.span() if found else None

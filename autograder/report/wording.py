"""Turns the values of a grade into words and figures that are safe to show anywhere.

Names, printed output and seen values come from students. They may hold terminal codes, bytes that
were no text, or marks that turn the reading direction; here these become visible and harmless.
"""

from __future__ import annotations

import re

from autograder.records import CheckResult, Note, Outcome, Status, Verdict
from autograder.report.catalogue import Words, english
from autograder.wire.messages import Message

ANSI_CODE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
# Controls except tab and newline, the marks that reorder text, and lone surrogates.
UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
MARKUP = re.compile(r"<(?=[A-Za-z/!?])|&(?=[A-Za-z#])")
ONE_BYTE = 0x100

OUTPUT_CHARACTERS = 8_000
VALUE_CHARACTERS = 800

ENDED_EARLY = tuple(outcome for outcome in Outcome if outcome is not Outcome.FINISHED)

VERDICT_SYMBOLS = {
    Verdict.PASSED: "✓",
    Verdict.FAILED: "✗",
    Verdict.SKIPPED: "○",
    Verdict.ERROR: "!",
}
VERDICT_WORDS = {
    Verdict.PASSED: "Passed",
    Verdict.FAILED: "Not yet",
    Verdict.SKIPPED: "Skipped",
    Verdict.ERROR: "Our fault",
}
# What became of submissions that have no score.
UNGRADED = {
    Status.REFUSED: "refused",
    Status.OTHER_WORK: "for another assignment",
    Status.REGRADE: "to be graded again",
    Status.PARTIAL: "graded in part",
    Status.MISSING: "nothing handed in",
}


def number(value: float) -> str:
    """A figure with at most two decimals and no trailing zeros: `12.5`, `100`."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def signed_figure(value: float) -> str:
    """A figure from -1 to 1, with a minus that is as wide as a plus."""
    return f"{value:+.2f}".replace("-", "\N{MINUS SIGN}")


def counted(count: int, one: str, several: str = "") -> str:
    """A number of things, in words."""
    return f"{count} {one if count == 1 else several or one + 's'}"


def percent(share: float) -> str:
    """A share of one as a whole percentage that says 0 or 100 only when it is exact."""
    rounded = round(share * 100)
    if 0 < share < 1:
        rounded = min(max(rounded, 1), 99)
    return f"{rounded}%"


def harmless(text: str) -> str:
    """Text whose invisible characters are shown as escapes; lines and tabs stay."""
    return UNSAFE.sub(_visible, text)


def without_markup(text: str) -> str:
    """Text that is no markup even where somebody writes it into HTML as it is; it reads the same.

    A word joiner has no width: behind it, what would begin a tag or an entity is plain text.
    """
    return MARKUP.sub("\\g<0>\u2060", harmless(text))


def capped(text: str, limit: int = VALUE_CHARACTERS) -> str:
    """The start and the end of a text that is too long, and how much lies between them."""
    if len(text) <= limit:
        return text
    half = limit // 2
    left_out = f"{len(text) - 2 * half:,} characters left out"
    return f"{text[:half]}\n… {left_out} …\n{text[-half:]}"


def printed(output: str, limit: int = OUTPUT_CHARACTERS) -> str:
    """Printed output as a terminal would have left it: no colour codes, no redrawn lines."""
    lines = ANSI_CODE.sub("", output).replace("\r\n", "\n").split("\n")
    kept = (line.rstrip("\r").rpartition("\r")[2] for line in lines)
    return capped("\n".join(kept).strip("\n"), limit)


def said(message: Message | None) -> str:
    """A message in words; nothing where there is none."""
    return "" if message is None else english().say(message)


def why(check: CheckResult) -> Words:
    """Why a check is not passed, in words; nothing where it is."""
    return Words("", "", "", "") if check.message is None else english().words(check.message)


def outcome_sentence(outcome: Outcome) -> str:
    """How the run of an exercise ended, unless it came to its end."""
    return said(Message(f"outcome.{outcome.name.lower()}")) if outcome in ENDED_EARLY else ""


def title_of(slug: str) -> str:
    """The title of an exercise."""
    return english().say(Message(f"{slug}.title"))


def sentence_of(slug: str, check: str) -> str:
    """What a check is about, as its definition says it."""
    return english().say(Message(f"{slug}.checks.{check}")) or check.replace("_", " ")


def caption_of(slug: str, probe: str) -> str:
    """What the grader did in a probe; nothing where its definition does not say it."""
    name = f"{slug}.probes.{probe}"
    return english().say(Message(name)) if english().template(name) else ""


def remark(note: Note) -> str:
    """A note, with the cell it is about where it is about one."""
    words = said(note.message)
    place = said(note.place)
    return f"{place[:1].upper()}{place[1:]}: {words}" if place else words


def _visible(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < ONE_BYTE else f"\\u{code:04x}"

"""Values of a grade into words and figures that are safe to show anywhere.

Names, printed output and seen values come from students. They may hold terminal codes, bytes that
were no text, or marks that turn the reading direction; here these become visible and harmless.
"""

from __future__ import annotations

import re

from autograder.records import Note, Outcome, Verdict

ANSI_CODE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
# Controls except tab and newline, the marks that reorder text, and lone surrogates.
UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
MARKUP = re.compile(r"<(?=[A-Za-z/!?])|&(?=[A-Za-z#])")
ONE_BYTE = 0x100

OUTPUT_CHARACTERS = 8_000
VALUE_CHARACTERS = 800

OUTCOME_SENTENCES = {
    Outcome.CRASHED: "Your code stopped with an error before everything could be looked at.",
    Outcome.TIMED_OUT: "Your code was still running when the time for this exercise was over, "
    "so it was stopped. Look for a loop that never ends or a training that is too long.",
    Outcome.OUT_OF_MEMORY: "Your code asked for more memory than this exercise may use, "
    "so it was stopped.",
    Outcome.OUTPUT_TOO_LARGE: "Your code printed more than this exercise may print, so it was "
    "stopped. Print less, or pass verbose=0 to fit and predict.",
    Outcome.SANDBOX_FAULT: "This exercise could not be run. This is our fault; your instructor "
    "has been told and it will be graded again.",
}

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


def number(value: float) -> str:
    """A figure with at most two decimals and no trailing zeros: `12.5`, `100`."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


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


def printed(output: str) -> str:
    """Printed output as a terminal would have left it: no colour codes, no redrawn lines."""
    lines = ANSI_CODE.sub("", output).replace("\r\n", "\n").split("\n")
    kept = (line.rstrip("\r").rpartition("\r")[2] for line in lines)
    return capped("\n".join(kept).strip("\n"), OUTPUT_CHARACTERS)


def remark(note: Note) -> str:
    """A note with the cell it is about, where it is about one."""
    named = f"Cell {note.cell}"
    return note.text if not note.cell or note.text.startswith(named) else f"{named}: {note.text}"


def _visible(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < ONE_BYTE else f"\\u{code:04x}"

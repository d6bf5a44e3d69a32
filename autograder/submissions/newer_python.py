"""Tells syntax of a newer Python, which this one cannot read, from a typing error."""

from __future__ import annotations

import re
import sys

from autograder.wire.messages import Message, message

HERE = sys.version_info[:2]
# For each kind of syntax: since when it is Python, and what a line has that uses it.
FEATURES = (
    (
        "quotes_in_f_string",
        (3, 12),
        re.compile(
            r"\b[fF][rR]?\"[^\"{}]*(?:\{[^{}\"]*\}[^\"{}]*)*\{[^{}\"]*\"[^\"]*\"[^{}\"]*\}"
            r"|\b[fF][rR]?'[^'{}]*(?:\{[^{}']*\}[^'{}]*)*\{[^{}']*'[^']*'[^{}']*\}"
        ),
    ),
    ("type_statement", (3, 12), re.compile(r"^\s*type\s+\w+(?:\[[^\]]*\])?\s*=")),
    ("type_parameters", (3, 12), re.compile(r"^\s*(?:async\s+)?(?:def|class)\s+\w+\[")),
    # With a small letter, the second name is that of Python 2's exception.
    ("except_list", (3, 14), re.compile(r"^\s*except\s+[A-Z]\w*(?:\s*,\s*[A-Z]\w*)+\s*:")),
    ("t_string", (3, 14), re.compile(r"(?<![\w\"'])[tT][rR]?[\"']")),
)
# What this Python says of expressions in f-strings that a newer one can read.
OF_F_STRINGS = re.compile(r"f-string expression part cannot include (?:a backslash|'#')")
LONGEST_LINE = 2_000


def newer_syntax(source: str, line: int, says: str) -> Message | None:
    """What to say of a syntax error that is none in a newer Python, as far as one can tell."""
    lines = source.split("\n")
    # An error may be noticed a line later than it was made.
    texts = [text[:LONGEST_LINE] for text in lines[max(0, line - 2) : line]]
    if OF_F_STRINGS.search(says):
        return _said("quotes_in_f_string", (3, 12))
    for name, since, pattern in FEATURES:
        if since > HERE and any(map(pattern.search, texts)):
            return _said(name, since)
    return None


def _said(name: str, since: tuple[int, int]) -> Message | None:
    if since <= HERE:
        return None
    feature = message(f"newer.{name}")
    here, version = (".".join(map(str, one)) for one in (HERE, since))
    return message("cell.newer_python", feature=feature, version=version, here=here)

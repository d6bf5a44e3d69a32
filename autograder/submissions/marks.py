"""Finds what shows of which assignment a notebook is: what its handout left in it, its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from autograder.records import Marks

# Under which a handout names itself in a notebook's metadata.
OURS = "autograder"
WHY = re.compile(r"<!--[ \t]*why:[ \t]*([a-z][a-z0-9_]*)[ \t]*-->")
# No border in front: what begins with plain letters is found much faster.
CHECK = re.compile(r"grader\.check\([ \t]*['\"]([a-z][a-z0-9_]*)['\"]")
# What follows a title is cut off later: to look for it here takes the square of a line's length.
HEADING = re.compile(r"^#{1,6}[ \t]+(\S.*)$", re.MULTILINE)
# What the build writes around an exercise's title.
NUMBER = re.compile(r"^Exercise \d+: | \([\d.]+ points\)$")
# Functions and classes, written here or imported; other names that get a value.
DEFINES = re.compile(r"(?<!\S)(?:def|class)[ \t]+(\w+)")
LAMBDAS = re.compile(r"^[ \t]*(\w+)[ \t]*=[ \t]*lambda\b", re.MULTILINE)
IMPORTS = re.compile(r"^[ \t]*from[ \t]+\S+[ \t]+import[ \t]+(.+)$", re.MULTILINE)
ASSIGNS = re.compile(r"^(\w+)[ \t]*=[^=]", re.MULTILINE)
# How the build names the cells of an exercise; other programs name them by chance.
CELL = re.compile(r"[a-z][a-z0-9_]*-(?:\d+|check|why)")
MOST = 2_000
LONGEST = 100


def marks_of(
    metadata: Mapping[str, Any], cells: Sequence[Mapping[str, Any]], code: str, prose: str
) -> Marks:
    """The marks of a notebook: of its metadata, its cells' names, its code and its prose."""
    ours = metadata.get(OURS)
    own = ours if isinstance(ours, dict) else {}
    lines = (one.rstrip(" \t#") for one in HEADING.findall(prose))
    headings = [NUMBER.sub("", one).strip()[:LONGEST] for one in lines if one]
    return Marks(
        assignment=_text(own.get("assignment")),
        edition=_text(own.get("edition")),
        cells=_limited(_ids(cells)),
        asked=_limited([*WHY.findall(prose), *CHECK.findall(code)]),
        headings=_limited(headings),
        defines=_limited(_defined(code)),
        assigns=_limited(ASSIGNS.findall(code)),
        title=headings[0] if headings else "",
    )


def marks_of_script(code: str) -> Marks:
    """The marks of scripts; what was Markdown in a notebook is a comment in one."""
    prose = "\n".join(line[2:] for line in code.splitlines() if line.startswith(("# #", "# <!--")))
    return marks_of({}, (), code, prose)


def _defined(code: str) -> Iterable[str]:
    """The names of functions that a text seems to define, whether or not it can be read."""
    yield from DEFINES.findall(code)
    yield from LAMBDAS.findall(code)
    for names in IMPORTS.findall(code):
        yield from re.findall(r"\w+", names)


def _ids(cells: Sequence[Mapping[str, Any]]) -> Iterable[str]:
    """The cells' names; Colab keeps its own in their metadata."""
    for cell in cells:
        metadata = cell.get("metadata")
        elsewhere = metadata.get("id") if isinstance(metadata, dict) else None
        yield from filter(CELL.fullmatch, map(_text, (cell.get("id"), elsewhere)))


def _text(value: object) -> str:
    return value[:LONGEST] if isinstance(value, str) else ""


def _limited(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))[:MOST]

"""Turns the text of a notebook or of `.py` files into numbered cells, notes and answers.

Notebooks in the wild break the schema in small ways (no cell ids, no outputs, no metadata), and
grading needs only the kind and the text of each cell. So the JSON is read as it is, strict about
what would make a grade wrong and about nothing else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from autograder.records import Cell, Marks, Note
from autograder.submissions.magics import PlainCell, plain_cell, plain_script
from autograder.submissions.marks import WHY, marks_of, marks_of_script
from autograder.wire.errors import RefusedSubmission
from autograder.wire.messages import Message, Single, message

MAX_CELLS = 2_000
MAX_CELL_CHARACTERS = 200_000
MAX_CELL_LINES = 10_000
MAX_CHARACTERS = 500_000
# Each line, and each statement behind a semicolon, is read by itself.
MAX_LINES = 20_000
# Lists and dictionaries of a file: each takes much more memory than its brackets.
MAX_PARTS = 400_000
# Remarks on one submission; whoever wrote so many does not read them.
MAX_NOTES = 50
MAX_ANSWER_CHARACTERS = 20_000
LONGEST_BEGINNING = 40
MOST_NAMES, LONGEST_NAME = 5, 60  # in a remark
PLACEHOLDER = "*Write your answer here.*"

# At the beginning of a line, as a whole answer has it.
_DEFINES = re.compile(r"^(def|class)[ \t]+(\w+)", re.MULTILINE)
_CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Contents:
    """What grading needs of one submission's text.

    `written` is all that the student may have written, as it is in the file: what identifies the
    work, whichever exercises are asked for and however it is read.
    """

    cells: tuple[Cell, ...]
    notes: tuple[Note, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    marks: Marks = field(default_factory=Marks)
    written: tuple[tuple[object, str], ...] = ()


def read_notebook(
    text: str, slugs: Collection[str], modules: Sequence[tuple[str, str]] = ()
) -> Contents:
    """The code cells and the written answers of an `.ipynb` file's text.

    `modules` are the names and texts of `.py` files beside it, for the notebook to import.
    """
    document = _document(text)
    raw = _cells(document)
    written = [(cell.get("cell_type"), _source(cell)) for cell in raw]
    kinds, taken = _with_code_of_other_cells(written)
    code = [(f"cell {n}", text) for n, text in enumerate(_of_kind("code", kinds), 1)]
    notes = _notes_on_language(document, [text for _name, text in code])
    cells, more_notes = _read_cells(code, plain_cell)
    notes += [*_notes_on(taken, code), *more_notes]
    if not code:
        notes.append(Note(0, message("file.no_code")))
    prose = _of_kind("markdown", kinds)
    answers, answer_notes = _answers(prose, slugs)
    beside, more = _read_modules(modules, len(code) + 1)
    said = _limited((*notes, *more, *answer_notes))
    joined = "\n".join(text for _name, text in (*modules, *code))
    marks = marks_of(_dict(document.get("metadata")), raw, joined, "\n".join(prose))
    return Contents((*beside, *cells), said, answers, marks, (*sorted(modules), *written))


def read_scripts(
    scripts: Sequence[tuple[str, str]], modules: Sequence[tuple[str, str]] = ()
) -> Contents:
    """The contents of `.py` files, given as names and texts; each file is one cell.

    `modules` are those that the others import.
    """
    cells, notes = _read_cells([(name, _clean(text)) for name, text in scripts], plain_script)
    beside, more = _read_modules(modules, len(scripts) + 1)
    marks = marks_of_script("\n".join(_clean(text) for _name, text in (*modules, *scripts)))
    written = sorted((*scripts, *modules))
    if len(written) == 1:  # a name tells files apart, and one may be renamed
        written = [("", text) for _name, text in written]
    said = _limited((*notes, *more))
    return Contents((*beside, *cells), said, marks=marks, written=tuple(written))


# ---- the file ----------------------------------------------------------------------------------


def _document(text: str) -> dict[str, Any]:
    if not text.strip():
        raise RefusedSubmission("file.empty")
    if text.lstrip().startswith("<"):
        raise RefusedSubmission("file.web_page")
    if text.count("{") + text.count("[") > MAX_PARTS:
        raise RefusedSubmission("file.many_parts", most=MAX_PARTS)
    try:
        document = json.loads(text)
    except RecursionError as error:
        raise RefusedSubmission("file.nested") from error
    except ValueError as error:
        # Not every error is a JSONDecodeError: a number of 5,000 digits has no line.
        if hasattr(error, "lineno"):
            raise RefusedSubmission("file.incomplete_at", line=error.lineno) from error
        raise RefusedSubmission("file.incomplete") from error
    if not isinstance(document, dict) or not isinstance(document.get("nbformat"), int):
        raise RefusedSubmission("file.other_json")
    return document


def _cells(document: dict[str, Any]) -> list[dict[str, Any]]:
    cells = document.get("cells")
    if document["nbformat"] == 3 and isinstance(document.get("worksheets"), list):  # noqa: PLR2004
        # Format 3 has the cells one level deeper and calls a code cell's text "input".
        sheets = [sheet for sheet in document["worksheets"] if isinstance(sheet, dict)]
        cells = [cell for sheet in sheets for cell in _list(sheet.get("cells"))]
    elif document["nbformat"] <= 3:  # noqa: PLR2004
        raise RefusedSubmission("file.old_format", format=document["nbformat"])
    if not isinstance(cells, list):
        raise RefusedSubmission("file.no_cells")
    return [cell for cell in cells if isinstance(cell, dict)]


def _notes_on_language(document: dict[str, Any], code: Sequence[str]) -> list[Note]:
    """A remark where the notebook says that it is in another language, and its code is Python.

    Raises `RefusedSubmission` where it is not.
    """
    metadata = _dict(document.get("metadata"))
    for table, key in (("kernelspec", "language"), ("language_info", "name")):
        language = _dict(metadata.get(table)).get(key)
        if isinstance(language, str) and language and "python" not in language.lower():
            if not any(map(_defined_in, code)):
                raise RefusedSubmission("file.language", language=language[:40])
            return [Note(0, message("file.language_taken", language=language[:40]))]
    return []


def _source(cell: dict[str, Any]) -> str:
    source = cell.get("source", cell.get("input", ""))
    parts = [part for part in _list(source) if isinstance(part, str)]
    return _clean(source if isinstance(source, str) else "".join(parts))


def _clean(text: str) -> str:
    """Line ends as the parser counts them, and no half of a surrogate pair, which no file holds."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.encode("utf-8", "replace").decode()


def _of_kind(kind: str, kinds: Iterable[tuple[object, str]]) -> list[str]:
    return [text for cell_type, text in kinds if cell_type == kind]


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _with_code_of_other_cells(
    kinds: Sequence[tuple[object, str]],
) -> tuple[list[tuple[object, str]], dict[str, list[str]]]:
    """The cells, with those as code that are none and define what no code cell does.

    And what each of these defines. One key turns a code cell into Markdown, and back.
    """
    taken, characters = dict[str, list[str]](), 0
    for text in (*_of_kind("markdown", kinds), *_of_kind("raw", kinds)):
        characters += len(text)
        if characters <= MAX_CHARACTERS and (names := _defined_in(text)):
            taken[text] = names
    if taken:
        known = {name for text in _of_kind("code", kinds) for name in _defined_in(text)}
        taken = {text: names for text, names in taken.items() if not known & set(names)}
    return [("code" if text in taken else kind, text) for kind, text in kinds], taken


def _defined_in(text: str) -> list[str]:
    """The functions and classes that a text of Python defines; none where it is something else."""
    if not _DEFINES.search(text) or len(text) > MAX_CELL_CHARACTERS:
        return []
    cell = plain_cell(text)
    return [] if cell.fault else [name for _kind, name in _DEFINES.findall(cell.source)]


def _few(names: Sequence[str]) -> list[Single]:
    """Names to be shown: each once, the first ones, no longer than a line."""
    return [name[:LONGEST_NAME] for name in [*dict.fromkeys(names)][:MOST_NAMES]]


def _notes_on(taken: Mapping[str, list[str]], code: Sequence[tuple[str, str]]) -> list[Note]:
    return [
        Note(
            number, message("cell.not_code", names=_few(taken[text])), place_of(number, name, text)
        )
        for number, (name, text) in enumerate(code, 1)
        if text in taken
    ]


# ---- cells and answers -------------------------------------------------------------------------


def _read_cells(
    texts: Sequence[tuple[str, str]], plain: Callable[[str], PlainCell], first: int = 1
) -> tuple[list[Cell], list[Note]]:
    cells, notes, characters, lines = [], list[Note](), 0, 0
    for number, (name, text) in enumerate(texts[:MAX_CELLS], first):
        own_lines = text.count("\n") + text.count(";") + 1
        said = list[Message]()
        if len(text) > MAX_CELL_CHARACTERS or own_lines > MAX_CELL_LINES:
            said.append(
                message("cell.too_long", characters=MAX_CELL_CHARACTERS, lines=MAX_CELL_LINES)
            )
        elif characters + len(text) > MAX_CHARACTERS or lines + own_lines > MAX_LINES:
            said.append(message("cell.past_the_limit", characters=MAX_CHARACTERS, lines=MAX_LINES))
        else:
            characters, lines = characters + len(text), lines + own_lines
            cell = plain(text)
            cells.append(Cell(number, cell.file or name, cell.source, cell.file))
            said += cell.left_out
            if cell.fault:
                line, cause = cell.fault.line, cell.fault.cause
                said.append(message("cell.unreadable", line=line, cause=cause))
        notes += [Note(number, one, place_of(number, name, text)) for one in said]
    if len(texts) > MAX_CELLS:
        notes.append(Note(0, message("file.many_cells", most=MAX_CELLS)))
    return cells, notes


def _read_modules(modules: Sequence[tuple[str, str]], first: int) -> tuple[list[Cell], list[Note]]:
    """Files for the rest to import, each as a cell that writes it."""
    texts = [(name, _clean(text)) for name, text in modules]
    cells, notes = _read_cells(texts, plain_script, first)
    return [replace(cell, file=cell.name) for cell in cells], notes


def _limited(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """The first notes, and how many more there are."""
    if len(notes) <= MAX_NOTES:
        return notes
    more = message("file.many_notes", count=len(notes) - MAX_NOTES)
    return (*notes[:MAX_NOTES], Note(0, more))


def _answers(texts: Iterable[str], slugs: Collection[str]) -> tuple[dict[str, str], list[Note]]:
    parts: dict[str, list[str]] = {}
    for text in texts:
        _, *found = WHY.split(text)
        for slug, answer in zip(found[::2], found[1::2], strict=True):
            lines = [line for line in answer.split("\n") if line.strip() != PLACEHOLDER]
            written = _CONTROL_CHARACTERS.sub("", "\n".join(lines)).strip()
            if written and slug in slugs:
                parts.setdefault(slug, []).append(written)
    answers = {slug: "\n\n".join(texts) for slug, texts in parts.items()}
    notes = [
        Note(0, message("file.long_answer", slug=slug, characters=MAX_ANSWER_CHARACTERS))
        for slug, answer in answers.items()
        if len(answer) > MAX_ANSWER_CHARACTERS
    ]
    return {slug: answer[:MAX_ANSWER_CHARACTERS] for slug, answer in answers.items()}, notes


def places_of(cells: Sequence[Cell]) -> dict[str, Message]:
    """For the name of each cell in a traceback: how a student is told of it."""
    return {cell.name: place_of(cell.number, cell.name, cell.source) for cell in cells}


def place_of(number: int, name: str, source: str) -> Message:
    """How a student is told of a cell: by its number and its first line, or by the file's name."""
    if not name.startswith("cell "):
        return message("place.named", name=name)
    lines = (line.strip() for line in source.splitlines())
    first = next((line for line in lines if line), "")
    begins = first if len(first) <= LONGEST_BEGINNING else f"{first[:LONGEST_BEGINNING]}…"
    return message("place.cell", number=number, begins=begins.replace("`", "'"))

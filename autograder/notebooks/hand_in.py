"""Packs a notebook into the zip that its student hands in, once something is written in it.

Running all cells runs the last one too. So an untouched notebook is not packed, and there is one
zip, which the next one replaces.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import warnings
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from autograder.judging.exercise import Exercise
from autograder.records import Refusal, Submission
from autograder.report.verdicts import html
from autograder.report.wording import said
from autograder.submissions.chosen_files import imported_beside
from autograder.submissions.intake import find, read
from autograder.submissions.slicing import analyse

# Where VS Code and Jupyter's server say which notebook a kernel belongs to.
VS_CODE, JUPYTER = "__vsc_ipynb_file__", "JPY_SESSION_NAME"
AGAIN = "save the notebook (Ctrl+S) and run this cell again"


@dataclass(frozen=True, slots=True)
class Packed:
    """What became of a notebook, in `sentences`; `zipped` is the file to hand in, if any."""

    sentences: tuple[str, ...]
    zipped: Path | None = None

    def __repr__(self) -> str:
        return "\n".join(self.sentences)

    def _repr_html_(self) -> str:
        said = html((), *self.sentences)
        if self.zipped is None:
            return said
        link = Markup('<p><a href="{}" download>Download {}</a></p>')
        return said + str(link.format(quote(self.zipped.as_posix()), self.zipped.name))


def notebooks_here(names: Mapping[str, Any]) -> list[Path]:
    """The notebook that runs in this kernel, if that is known, or all those in this folder."""
    own = Path(str(names.get(VS_CODE) or os.environ.get(JUPYTER, "")))
    if own.is_file():
        return [own.relative_to(Path.cwd()) if own.is_relative_to(Path.cwd()) else own]
    return sorted(Path().glob("*.ipynb"))


def pack(path: Path, exercises: Sequence[Exercise]) -> Packed:
    """Packs the notebook `path` beside itself, unless nothing of the exercises is written in it."""
    try:
        return _pack(path, exercises)
    except OSError as error:
        reason = f"{error.filename or path}: {error.strerror or error}."
        return Packed((f"Nothing was packed. {reason} Hand in {path.name} itself.",))


def _pack(path: Path, exercises: Sequence[Exercise]) -> Packed:
    with tempfile.TemporaryDirectory() as temporary:
        draft = Path(temporary, f"{path.stem}.zip")
        saved = _save_and_zip(path, draft)
        (source,) = find([path], (), Path(temporary)).sources
        submission = read(source, [exercise.slug for exercise in exercises])
        if isinstance(submission, Refusal):
            return Packed((f"Nothing was packed. {path.name}: {said(submission.reason)}",))
        written, still_open = _written(submission, exercises)
        if not written and not submission.answers:
            return Packed(_nothing_written(path, still_open))
        with zipfile.ZipFile(draft, "a", zipfile.ZIP_DEFLATED) as archive:
            for script in imported_beside(path):
                archive.write(script, script.name)
        zipped = path.with_suffix(".zip")
        shutil.copyfile(draft, zipped)
    return Packed(tuple(_what_was_packed(path, zipped, still_open, saved=saved)), zipped)


def _save_and_zip(path: Path, draft: Path) -> bool:
    """Writes the zip, by Otter where it can; whether the notebook was saved just before."""
    path = path.absolute()
    before = path.stat().st_mtime_ns
    try:
        with contextlib.chdir(path.parent), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that it could not save is said in our own words
            import otter

            # Only Jupyter's own pages save when they are asked to; others would be waited for.
            force = JUPYTER in os.environ
            otter.Notebook(path.name).export(
                path.name, str(draft), pdf=False, display_link=False, force_save=force
            )
    # Otter is not installed, its log cannot be written, or whatever else is wrong with it.
    except Exception:  # noqa: BLE001
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(path, path.name)
    return path.stat().st_mtime_ns != before


def _written(submission: Submission, exercises: Iterable[Exercise]) -> tuple[list[str], list[str]]:
    """The exercises of which something is written, and those of which a stub is left."""
    analysis = analyse(submission.cells)
    finished = set[str]().union(*(cell.defines for cell in analysis.broken))
    unwritten = set[str]()
    for statement in analysis.statements:
        (unwritten if statement.unwritten else finished).update(statement.use.binds)
    asked = {exercise.slug: set(exercise.asks_for) for exercise in exercises}
    return (
        [slug for slug, names in asked.items() if names & finished],
        [slug for slug, names in asked.items() if names & (unwritten - finished)],
    )


def _nothing_written(path: Path, still_open: Sequence[str]) -> tuple[str, ...]:
    if not still_open:
        call = 'grader.export("NAME.ipynb")'
        return (
            f"Nothing was packed: {path.name} has none of the exercises in it.",
            f"If you worked in another notebook, call `{call}` with its name.",
        )
    return (
        f"Nothing was packed: no exercise of {path.name} is written yet.",
        f"Each of these still has its `raise NotImplementedError`: {', '.join(still_open)}.",
        f"Once you have written one, {AGAIN}.",
    )


def _what_was_packed(
    path: Path, zipped: Path, still_open: Sequence[str], *, saved: bool
) -> Iterable[str]:
    when = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    yield f"{path.name}, as saved at {when:%H:%M:%S}, is packed into {zipped}. Hand in that file."
    if still_open:
        yield (
            f"Not written yet: {', '.join(still_open)}. You may hand it in as it is, or go on:"
            " run this cell again later, and a new zip replaces this one."
        )
    if not saved:
        yield f"If you have changed the notebook since then, {AGAIN}."

"""What mutants proved into what the terminal shows: holes with their lines, then the counts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.commands import mutants
from autograder.commands.mutants import run_mutants
from autograder.course import Course
from autograder.proofs.mutant_proofs import MutantProof
from autograder.proofs.selfcheck import Proof
from autograder.sandbox.launch import Sandbox
from autograder.wire.tier import NONE
from tests import tiny

SLUG = tiny.SLUGS[0]
SEEN = MutantProof(Proof(SLUG, "mutant: f: 1 -> 2", place="f.py, line 1"), fails=("reports_it",))
HOLE = MutantProof(Proof(SLUG, "mutant: f: 1 -> [0]", ("nothing sees it", "-1"), place="f.py"))


def run(
    course: Course, monkeypatch: pytest.MonkeyPatch, *proven: MutantProof, junit: Path | None = None
) -> tuple[bool, dict[str, Any]]:
    """Whether all is well where this was proven, and with which options it was asked for."""
    asked = dict[str, Any]()

    def prove(*_arguments: object, **options: Any) -> Iterator[MutantProof]:
        asked.update(options)
        return iter(proven)

    monkeypatch.setattr(mutants, "prove_mutants", prove)
    ok = run_mutants(course, [SLUG], 1, None, Sandbox(NONE), sample=2, seed=3, junit=junit)
    return ok, asked


def test_a_hole_is_shown_and_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its lines are shown as they are, the counts come last, and JUnit has every mutant."""
    junit = tmp_path / "mutants.xml"
    ok, asked = run(tiny.course(tmp_path), monkeypatch, SEEN, HOLE, junit=junit)
    assert (ok, asked) == (False, {"sample": 2, "seed": 3})
    shown = capsys.readouterr().out.splitlines()
    assert shown[:3] == [f"{SLUG}: mutant: f: 1 -> [0] (f.py)", "  - nothing sees it", "  - -1"]
    assert shown[3] == f"{SLUG}: 2 mutants: 1 fail a check, 0 are equal, 1 off"
    assert shown[-1] == f"written: {junit}"
    assert junit.read_text("utf-8").count("<testcase") == 2


def test_mutants_that_are_accounted_for_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where each one fails a check, all is well."""
    assert run(tiny.course(tmp_path), monkeypatch, SEEN)[0]

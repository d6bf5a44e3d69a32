"""`autograder grade` as a program: stopped in the middle, and gone on with."""

from __future__ import annotations

import csv
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_a_run_that_is_stopped_goes_on(tmp_path: Path) -> None:
    """Ctrl-C keeps what is graded, leaves no process, and the next run grades only the rest."""
    source = (ROOT / "solutions" / "fashion_mnist" / "first_prediction.py").read_text("utf-8")
    folder = tmp_path / "class"
    folder.mkdir()
    for number in range(6):
        cell = {"cell_type": "code", "source": source, "metadata": {}, "outputs": []}
        notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        (folder / f"student-{number}.ipynb").write_text(json.dumps(notebook))
    command = [sys.executable, "-m", "autograder", "grade", str(folder), "--jobs", "1"]
    command += ["--out", str(tmp_path / "out"), "--only", "first_prediction"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        first = process.stderr.readline()
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
        assert process.wait(timeout=30) == 130
    assert "12 of 12" in first
    assert "What was graded or trained so far is kept" in rest
    again = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    rows = list(csv.DictReader((tmp_path / "out" / "grades.csv").read_text("utf-8").splitlines()))
    assert [row["score"] for row in rows] == ["12"] * 6, again.stderr
    assert {row["status"] for row in rows} == {"graded"}

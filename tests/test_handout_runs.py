"""The notebook that students open, run from top to bottom in a real Jupyter kernel."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from autograder.course import find_course

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent


def outputs(notebook: nbformat.NotebookNode, kind: str) -> list[str]:
    """Everything of one MIME type or stream that the notebook's cells gave out."""
    found = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "stream" and kind == "text":
                found.append(output.text)
            elif kind in output.get("data", {}):
                found.append(output.data[kind])
    return found


@pytest.mark.filterwarnings("ignore")  # the kernel's own libraries warn about themselves
def test_it_runs_from_top_to_bottom_without_a_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No cell fails on a machine that has no images of its own, and the pictures are drawn."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "runtime"))
    monkeypatch.delenv("KERAS_HOME", raising=False)
    # Nothing listens there: whatever asks for a file from outside fails at once.
    for name in ("http_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    course = find_course(ROOT)
    text = course.notebook_path("fashion_mnist").read_text("utf-8")
    notebook = nbformat.reads(text, as_version=4)
    NotebookClient(notebook, timeout=300, kernel_name="python3").execute(cwd=str(tmp_path))
    assert any("(6000, 28, 28)" in text for text in outputs(notebook, "text"))
    # Class examples, training curves, predictions with their bars.
    assert len(outputs(notebook, "image/png")) == 3

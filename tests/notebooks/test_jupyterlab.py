"""The notebook as a student meets it: in JupyterLab, in a browser, all cells run from the menu."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Page, expect, sync_playwright

from autograder.course import find_course
from autograder.grading.grade import grade_exercises
from autograder.grading.plan import prepare_exercise
from autograder.judging.exercise import find_exercise
from autograder.notebooks.build import METADATA
from autograder.notebooks.student_folder import write_student_folder
from autograder.records import Submission
from autograder.submissions.intake import find, read
from autograder.supervision.runner import Runner
from tests.chromium import find_chromium
from tests.faults import adopting, assert_nobody_left
from tests.sample_class import make_student, read_shelf
from tests.whole import is_whole

pytestmark = pytest.mark.slow

COURSE = find_course(Path(__file__))
ASSIGNMENT = "fashion_mnist"
SLUGS = COURSE.table.assignments[ASSIGNMENT].exercises
SHARE = 3  # one of so many exercises is answered in `make test`, and each in `make whole`
# Whose answers are right there; the other exercises are as students begin with them.
SOLVED = SLUGS if is_whole() else SLUGS[::SHARE]
# Long enough for any machine; what is waited for is seen to come, not timed.
START_SECONDS = 180
RUN_SECONDS = 1800
SERVER = (
    # Ends with its test, even one that is killed.
    *("setpriv", "--pdeathsig", "TERM"),
    *(sys.executable, "-m", "jupyterlab"),
    "--no-browser",
    "--allow-root",
    "--ip=127.0.0.1",
    "--port=0",
    "--ServerApp.terminals_enabled=False",
    # Nothing is asked of other machines.
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
)
WHOSE_PACKAGE = "import autograder\nprint(autograder.__file__)"
# `[*]` stands beside each cell that is to run; a cell that fails takes it from those behind it.
WAITING = '.jp-Notebook .jp-InputPrompt:text("*")'


# Of each piece of text, the contrast with the nearest background behind it, opacity included.
CONTRASTS = """
output => {
  const numbers = colour => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
    return [r, g, b, a];
  };
  const over = ([r, g, b, a], under) =>
    [r, g, b].map((value, n) => a * value + (1 - a) * under[n]);
  const luminance = colour => {
    const [r, g, b] = colour.map(value => {
      const share = value / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = {};
  const walker = document.createTreeWalker(output, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    if (!text) continue;
    const above = [];
    for (let node = walker.currentNode.parentElement; node; node = node.parentElement)
      above.unshift(node);
    let behind = [255, 255, 255], opacity = 1;
    for (const node of above) {
      behind = over(numbers(getComputedStyle(node).backgroundColor), behind);
      opacity *= Number(getComputedStyle(node).opacity);
    }
    const colour = numbers(getComputedStyle(above.at(-1)).color);
    const shown = over([...colour.slice(0, 3), colour[3] * opacity], behind);
    const [dark, light] = [luminance(shown), luminance(behind)].sort((a, b) => a - b);
    found[`${Object.keys(found).length} ${text}`] = (light + 0.05) / (dark + 0.05);
  }
  return found;
}
"""


@dataclass(frozen=True)
class Shown:
    """What the page showed when all cells had run, and the folder as they left it."""

    outputs: dict[str, str]
    errors: list[str]
    folder: Path


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """The notebook, with references in the place of stubs, opened and run."""
    chromium = find_chromium()
    folder, home = tmp_path_factory.mktemp("work"), tmp_path_factory.mktemp("home")
    path = solve_handout(folder)
    with adopting() as left:
        with jupyterlab(folder, home) as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
            )
            page = browser.new_page(viewport={"width": 1200, "height": 1600})
            page.goto(f"{server['url']}lab/tree/{path.name}?token={server['token']}")
            try:
                run_all_cells(page)
            finally:
                # To look at, for whoever sees this fail.
                page.screenshot(path=home / "notebook.png")
            found = Shown(outputs(page), errors(page), folder)
            browser.close()
        assert_nobody_left(left)
    return found


def solve_handout(folder: Path) -> Path:
    """The folder that students begin with, references in the place of stubs."""
    write_student_folder(COURSE, ASSIGNMENT, folder)
    notebook = folder / COURSE.notebook_path(ASSIGNMENT).name
    shelf = read_shelf(COURSE, ASSIGNMENT)
    references = {slug: shelf[slug][0] for slug in SOLVED}
    student = make_student(notebook.read_text("utf-8"), "Ada", references, [WHOSE_PACKAGE])
    notebook.write_text(student.notebook, "utf-8")
    return notebook


@contextmanager
def jupyterlab(folder: Path, home: Path) -> Iterator[dict[str, str]]:
    """A server of JupyterLab's for one folder, with nobody's settings; gives its address."""
    environment = {
        name: text
        for name, text in os.environ.items()
        if not name.startswith(("IPYTHON", "JUPYTER", "PYTHON"))
    }
    # Nothing listens there: whatever asks for a file from outside fails at once.
    closed = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    environment |= {"HOME": str(home), "JUPYTER_RUNTIME_DIR": str(home / "runtime"), **closed}
    log = home / "server.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            SERVER,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
        )
    try:
        said = home / "runtime" / f"jpserver-{process.pid}.json"
        deadline = time.monotonic() + START_SECONDS
        while not said.exists():
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < deadline, log.read_text()
            time.sleep(0.1)
        yield json.loads(said.read_text())
    finally:
        # It then ends its kernels too.
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(START_SECONDS)
        finally:
            process.kill()


def run_all_cells(page: Page) -> None:
    """As a person would: waits for the kernel, Run > Run All Cells, waits for the last one."""
    page.set_default_timeout(START_SECONDS * 1000)
    # The menu does nothing before the kernel is connected.
    page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    waiting = page.locator(WAITING)
    waiting.first.wait_for(state="attached")
    expect(waiting).to_have_count(0, timeout=RUN_SECONDS * 1000)


def outputs(page: Page) -> dict[str, str]:
    """What stands below each code cell, by the last line of the cell."""
    found = {}
    for cell in page.locator(".jp-Notebook .jp-CodeCell").all():
        # JupyterLab draws what can be seen.
        cell.scroll_into_view_if_needed()
        last = cell.locator(".cm-line").last.inner_text()
        found[last] = cell.locator(".jp-OutputArea").inner_text()
    return found


def errors(page: Page) -> list[str]:
    """Everything on red: tracebacks and warnings."""
    red = page.locator('[data-mime-type="application/vnd.jupyter.stderr"]')
    return red.all_text_contents()


def test_the_folder_brings_what_checks(shown: Shown) -> None:
    """The package that the notebook imports is the one in the student's folder."""
    found = shown.outputs[WHOSE_PACKAGE.splitlines()[-1]].strip()
    assert found == str(shown.folder / "autograder" / "__init__.py")


def test_no_cell_fails(shown: Shown) -> None:
    """The notebook with the references runs from top to bottom without an error or a warning."""
    assert shown.errors == []


@pytest.mark.parametrize("slug", SOLVED)
def test_a_right_answer_passes(shown: Shown, slug: str) -> None:
    """Below each exercise with a right answer are all its points, and a mark for each check."""
    exercise = find_exercise(ASSIGNMENT, slug)
    words = " ".join(shown.outputs[f'grader.check("{slug}")'].split())
    assert f"{exercise.title}: {exercise.points:g} of {exercise.points:g} points" in words
    assert words.count("✓") == len(exercise.checks)


def test_the_last_cell_saves_the_notebook(shown: Shown) -> None:
    """The last cell names the zip, links to it, and does not ask to save what it has saved."""
    words = shown.outputs["grader.export()"]
    assert f"is packed into {ASSIGNMENT}.zip. Hand in that file." in words
    assert f"Download {ASSIGNMENT}.zip" in words
    assert "Ctrl+S" not in words


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_marks_are_seen_in_every_theme(theme: str, tmp_path: Path) -> None:
    """What a check shows is readable on light and on dark: each text on what is behind it."""
    chromium = find_chromium()
    folder, home = tmp_path / "work", tmp_path / "home"
    settings = home / ".jupyter/lab/user-settings/@jupyterlab/apputils-extension"
    for made in (folder, settings):
        made.mkdir(parents=True)
    (settings / "themes.jupyterlab-settings").write_text(json.dumps({"theme": theme}), "utf-8")
    source = (
        "from IPython.display import HTML\n"
        "from autograder.report.verdicts import html\n"
        "from tests.grades import WORDS, check, exercise\n"
        "from autograder.records import Verdict\n"
        "HTML(html([exercise(*(check(each, 1, 'A `sentence`.', **WORDS)"
        " for each in Verdict), slug='neurons')]))"
    )
    cells = [nbformat.v4.new_code_cell(source)]
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=METADATA)
    (folder / "marks.ipynb").write_text(nbformat.writes(notebook), "utf-8")
    (folder / "tests").symlink_to(Path(__file__).parents[1])
    with jupyterlab(folder, home) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1200, "height": 1600})
        page.goto(f"{server['url']}lab/tree/marks.ipynb?token={server['token']}")
        run_all_cells(page)
        contrasts = page.locator(".jp-OutputArea-output").last.evaluate(CONTRASTS)
        browser.close()
    assert len(contrasts) > 4 * 3
    # What the Web Content Accessibility Guidelines ask of text (1.4.3).
    assert min(contrasts.values()) >= 4.5, contrasts


def test_right_answers_in_the_zip_get_all_points(shown: Shown, shared_runner: Runner) -> None:
    """The last cell saved the notebook, outputs included, and made a zip that is graded."""
    (zipped,) = shown.folder.glob("*.zip")
    assert (shown.folder / ".OTTER_LOG").exists()
    with zipfile.ZipFile(zipped) as archive:
        text = archive.read(f"{ASSIGNMENT}.ipynb").decode()
    notebook = nbformat.reads(text, as_version=4)
    outputs = {cell["id"]: cell.get("outputs") for cell in notebook.cells}
    assert [slug for slug in SLUGS if "✓" in str(outputs[f"{slug}-check"])] == [*SOLVED]
    (source,) = find([zipped], SLUGS, shown.folder / "unpacked").sources
    submission = read(source, SLUGS)
    assert isinstance(submission, Submission)
    assert set(submission.answers) == set(SOLVED)
    exercises = [prepare_exercise(COURSE, ASSIGNMENT, slug) for slug in SOLVED]
    grades = grade_exercises(submission, exercises, shared_runner)
    assert [grade.earned for grade in grades] == [grade.points for grade in grades]

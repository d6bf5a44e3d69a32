"""The web pages in a real browser: readable in light, dark and print, whole on a phone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from autograder.records import Status, SubmissionGrade, Verdict
from autograder.report.class_page import MOST_NAMED, write_index
from autograder.report.pages import write_student_page
from autograder.report.tally import tally
from tests import html_page
from tests.grades import SLUGS, hostile_grade, made_up_class, whole_grade

pytestmark = pytest.mark.slow

HOSTILE = (
    "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">\x1b[31m"
)
WIDE = "x" * 400
PHONE_WIDTHS = (320, 360, 390)
READABLE = 4.5  # the contrast that WCAG AA asks for of text
# Every text with less contrast than asked for, as a browser draws it: on the nearest ground that
# lets nothing through.
HARD_TO_READ = """
wanted => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const parts = color => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const linear = part => part <= 10 ? part / 3294 : ((part / 255 + 0.055) / 1.055) ** 2.4;
  const luminance = ([red, green, blue]) =>
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  const ground = element => {
    for (let each = element; each; each = each.parentElement) {
      const color = parts(getComputedStyle(each).backgroundColor);
      if (color[3] === 255) return color;
    }
    return [255, 255, 255];
  };
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  let seen = 0;
  while (words.nextNode()) {
    const element = words.currentNode.parentElement;
    if (!words.currentNode.data.trim() || element.closest(".hidden")) continue;
    const style = getComputedStyle(element);
    const ink = luminance(parts(element.closest("svg") ? style.fill : style.color));
    const behind = luminance(ground(element));
    const contrast = (Math.max(ink, behind) + 0.05) / (Math.min(ink, behind) + 0.05);
    seen += 1;
    if (contrast < wanted) found.push(`${words.currentNode.data}: ${contrast.toFixed(2)}`);
  }
  return [seen, found];
}
"""
# Every figure that is written in more than one line.
BROKEN_FIGURES = """
() => [...document.querySelectorAll("dd, td.total, .students td:not(.why), .rates td, .points")]
  .filter(each => /^[\\d.,%/\\s]+$/.test(each.textContent) && each.textContent.trim())
  .filter(each => {
    const range = document.createRange();
    range.selectNodeContents(each);
    const lines = [...range.getClientRects()].map(box => box.bottom);
    return Math.max(...lines) - Math.min(...lines) > 8;
  })
  .map(each => each.textContent)
"""
CHARTS_WITH_LINES = """
() => [...document.querySelectorAll("svg")].filter(chart =>
  chart.getBoundingClientRect().width > 110 &&
  [...chart.querySelectorAll("path.line, rect")].pop().getBBox().height > 10).length
"""


@pytest.fixture
def shown(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture(params=["student", "class"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    if request.param == "student":
        write_student_page(path, whole_grade("Ada", 0.5), "Keras", "Fashion")
    else:
        _write_index(path)
    return path


@pytest.fixture(params=["student", "class"])
def hostile_path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    if request.param == "student":
        write_student_page(path, hostile_grade(HOSTILE + WIDE), "Keras", "Fashion")
    else:
        _write_index(path, HOSTILE + WIDE)
    return path


def test_hostile_text_makes_no_elements(shown: Page, hostile_path: Path) -> None:
    """In the document the browser built, a student's markup is text and no script has run."""
    shown.goto(hostile_path.as_uri())
    built = html_page.Page(shown.content())
    assert built.of("script") in ([], [{}])
    assert not any(name.startswith("on") for _, each in built.elements for name in each)
    assert "img" not in built.tags
    assert shown.title() != "run"
    assert "<script>document.title='run'</script>" in built.text


def test_pages_are_drawn(shown: Page, path: Path) -> None:
    """A screenshot shows text and colours, not a blank page."""
    shown.set_viewport_size({"width": 1200, "height": 1600})
    shown.goto(path.as_uri())
    with Image.open(BytesIO(shown.screenshot())) as image:
        colors = image.convert("RGB").getcolors(maxcolors=1 << 24)
    assert colors is not None
    assert len(colors) > 100
    assert max(count for count, _ in colors) < 0.9 * 1200 * 1600


def test_charts_are_drawn(shown: Page, path: Path) -> None:
    """On a phone the browser draws each chart of a page with lines or bars that can be seen."""
    shown.set_viewport_size({"width": PHONE_WIDTHS[0], "height": 800})
    shown.goto(path.as_uri())
    charts = len(html_page.Page(path.read_text("utf-8")).of("svg"))
    assert shown.evaluate(CHARTS_WITH_LINES) == charts > 0


@pytest.mark.parametrize("width", PHONE_WIDTHS)
def test_pages_fit_a_phone(shown: Page, hostile_path: Path, width: int) -> None:
    """On a phone's width nothing sticks out, not even a word without a break."""
    shown.set_viewport_size({"width": width, "height": 800})
    shown.goto(hostile_path.as_uri())
    assert shown.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", PHONE_WIDTHS)
def test_figures_stay_whole_on_a_phone(shown: Page, path: Path, width: int) -> None:
    """On a phone no figure is broken into two lines."""
    shown.set_viewport_size({"width": width, "height": 800})
    shown.goto(path.as_uri())
    assert shown.evaluate(BROKEN_FIGURES) == []


@pytest.mark.parametrize("width", PHONE_WIDTHS)
def test_every_share_is_seen_on_a_phone(shown: Page, tmp_path: Path, width: int) -> None:
    """The figures of a check are all within a phone's width."""
    _write_index(tmp_path / "page.html")
    shown.set_viewport_size({"width": width, "height": 800})
    shown.goto((tmp_path / "page.html").as_uri())
    for name in ("Passed", "Failed", "Skipped", "Tells apart"):
        head = shown.get_by_role("columnheader", name=name).first.bounding_box()
        assert head is not None, name
        assert 0 < head["x"] < head["x"] + head["width"] < width
    figures = shown.locator(".rates .rate tr").first.locator("td.figure")
    boxes = [figure.bounding_box() for figure in figures.all()]
    assert len(boxes) == 4
    assert all(box and box["width"] > 0 and box["x"] + box["width"] < width for box in boxes)


@pytest.mark.parametrize("width", PHONE_WIDTHS)
def test_titles_and_reasons_are_whole_on_a_phone(shown: Page, tmp_path: Path, width: int) -> None:
    """An exercise's title has the whole width, and why somebody has no grade ends within it."""
    _write_index(tmp_path / "page.html")
    shown.set_viewport_size({"width": width, "height": 800})
    shown.goto((tmp_path / "page.html").as_uri())
    title = shown.locator(".rates .exercise td").first.bounding_box()
    table = shown.locator(".scroll:has(.students)").bounding_box()
    why = shown.locator(".students .why > span").first.bounding_box()
    assert title is not None
    assert table is not None
    assert why is not None
    assert title["width"] > 0.7 * width
    assert why["x"] + why["width"] <= table["x"] + table["width"]


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_is_readable(
    shown: Page, path: Path, scheme: Literal["light", "dark"], media: Literal["screen", "print"]
) -> None:
    """Each text has the contrast that WCAG AA asks for; dark is for screens, paper stays light."""
    shown.emulate_media(color_scheme=scheme, media=media)
    shown.goto(path.as_uri())
    seen, hard_to_read = shown.evaluate(HARD_TO_READ, READABLE)
    assert seen > 100
    assert hard_to_read == []
    is_dark = shown.evaluate("getComputedStyle(document.body).color") == "rgb(228, 232, 236)"
    assert is_dark == (scheme == "dark" and media == "screen")


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves_for_those_who_asked(
    shown: Page, path: Path, motion: Literal["reduce", "no-preference"]
) -> None:
    """The way to an exercise is smooth, except for readers who asked for less motion."""
    shown.emulate_media(reduced_motion=motion)
    shown.goto(path.as_uri())
    behaviour = shown.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
    assert behaviour == ("auto" if motion == "reduce" else "smooth")


# How far an element is scrolled down, once it is or ten seconds are over. `wait_for_function` would
# evaluate text in the page, which the page's own policy forbids.
SCROLLED = """
element => new Promise(resolve => {
  let frames = 0;
  const look = () => element.scrollTop > 500 || ++frames > 600
    ? resolve(element.scrollTop) : requestAnimationFrame(look);
  look();
})
"""


# Where an element is once nothing moves any more.
AT_REST = """
element => new Promise(resolve => {
  let before = NaN, still = 0;
  const look = () => {
    const now = element.getBoundingClientRect().top;
    still = now === before ? still + 1 : 0;
    before = now;
    still > 20 ? resolve(now) : requestAnimationFrame(look);
  };
  look();
})
"""


def test_a_long_class_is_reached_by_keyboard(shown: Page, tmp_path: Path) -> None:
    """A table that scrolls by itself takes the focus, scrolls by keys, and keeps its head."""
    path = tmp_path / "page.html"
    _write_index(path, size=60)
    shown.emulate_media(reduced_motion="reduce")
    shown.goto(path.as_uri())
    table = shown.locator(".tall").first
    shown.locator("#show").focus()
    shown.keyboard.press("Tab")
    shown.keyboard.press("End")
    assert table.evaluate(SCROLLED) > 500
    frame, head = table.bounding_box(), table.locator("thead th").first.bounding_box()
    assert frame is not None
    assert head is not None
    assert frame["y"] <= head["y"] < frame["y"] + 5


def test_students_are_found_sorted_and_filtered_by_keyboard(shown: Page, tmp_path: Path) -> None:
    """The class page's tools do what they say, and say how many they show."""
    grades = [*made_up_class(30), whole_grade("O'Neil, Zoë", 1.0)]
    path = tmp_path / "page.html"
    _write(path, grades)
    shown.goto(path.as_uri())
    rows = shown.locator(".students tbody tr:visible")
    names = rows.locator("th a")
    assert rows.count() == 31

    shown.locator("#find").focus()
    shown.keyboard.type("zoë o'n")
    shown.get_by_text("1 of 31 shown").wait_for()
    assert names.all_text_contents() == ["O'Neil, Zoë"]
    shown.locator("#find").fill("")

    shown.locator("#show").select_option("person")
    ungraded = [one for one in grades if one.status is not Status.GRADED]
    shown.get_by_text(f"{len(ungraded)} of 31 shown").wait_for()
    shown.locator("#show").select_option("")

    score = shown.locator(".students thead th").nth(1)
    scores = rows.locator("td.total")
    score.locator("button").focus()
    for order, is_reversed in (("descending", True), ("ascending", False)):
        shown.keyboard.press("Enter")
        assert score.get_attribute("aria-sort") == order
        found = [float(each) for each in scores.all_text_contents()]
        assert found == sorted(found, reverse=is_reversed)
        # Whoever has no score comes last either way.
        assert rows.last.locator(".why").count() == 1
    shown.keyboard.press("Enter")
    assert score.get_attribute("aria-sort") == "none"
    assert names.last.text_content() == "O'Neil, Zoë"


def test_from_a_check_to_those_who_failed_it(shown: Page, tmp_path: Path) -> None:
    """A check's button shows in the list of students those who failed it, and nobody else."""
    path = tmp_path / "page.html"
    grades = [*made_up_class(30)]
    _write(path, grades)
    name = next(iter(tally(grades, SLUGS).checks))
    failed = {
        grade.student
        for grade in grades
        for exercise in grade.exercises
        for check in exercise.checks
        if (exercise.slug, check.name) == name and check.verdict is Verdict.FAILED
    }
    shown.goto(path.as_uri())
    shown.get_by_role("button", name=f"Show the {len(failed)} who failed it").first.click()
    found = shown.locator(".students tbody tr:visible th a").all_text_contents()
    assert {*found} == failed
    # What was jumped to is below the list of places that stays on top.
    top, title = shown.locator(".jump").bounding_box(), shown.locator("#students-title")
    assert top is not None
    assert title.evaluate(AT_REST) >= top["height"]
    # The hardest check of all comes first when checks are sorted by it.
    shown.get_by_role("button", name="Failed", exact=True).click()
    shares = shown.locator(".rates .rate tr:first-child td:nth-child(4)").all_text_contents()
    figures = [int(each.partition("%")[0]) for each in shares]
    assert figures == sorted(figures, reverse=True)
    assert shown.locator(".rates .exercise").first.is_hidden()


def test_from_what_was_seen_to_all_of_a_group(shown: Page, tmp_path: Path) -> None:
    """A group names a dozen; its button shows all of them, whatever the table is sorted by."""
    path = tmp_path / "page.html"
    grades = [*made_up_class(200)]
    _write(path, grades)
    groups = [group for check in tally(grades, SLUGS).checks.values() for group in check.alike]
    large = next(group for group in groups if len(group.students) > MOST_NAMED)
    shown.goto(path.as_uri())
    shown.locator(".students thead th").nth(1).locator("button").click()
    shown.locator("summary", has_text=f"{len(large.students)} of").first.click()
    shown.get_by_role("button", name=f"Show these {len(large.students)}").first.click()
    found = shown.locator(".students tbody tr:visible th a").all_text_contents()
    assert sorted(found) == sorted(large.students)
    shown.locator("#show").select_option("")
    shown.get_by_text("200 of 200 shown").wait_for()


def test_without_the_script_the_class_page_is_whole(browser: Browser, tmp_path: Path) -> None:
    """Everything is shown but tools that would do nothing."""
    _write_index(tmp_path / "page.html", size=30)
    page = browser.new_page(java_script_enabled=False)
    page.goto((tmp_path / "page.html").as_uri())
    assert page.locator(".students tbody tr:visible").count() == 30
    assert page.locator("input:visible, select:visible, button:visible").count() == 0
    page.close()


def test_the_class_page_makes_no_markup_of_text(shown: Page, tmp_path: Path) -> None:
    """Its policy refuses other scripts, and what would turn text into elements, to ours too."""
    _write_index(tmp_path / "page.html")
    shown.goto((tmp_path / "page.html").as_uri())
    refused = shown.evaluate("""() => {
      const other = document.createElement("script");
      try { document.body.innerHTML = "<b>text</b>"; return "no"; } catch {}
      try { other.text = "document.title = 'run'"; return "no"; } catch {}
      other.append("document.title = 'run'");
      document.body.append(other);
      return document.title === "run" ? "no" : "yes";
    }""")
    assert refused == "yes"


def test_a_class_of_three_thousand_is_small(shown: Page, tmp_path: Path) -> None:
    """Its page has less than 3 MB, and all of its students are there to be found."""
    path = tmp_path / "page.html"
    _write_index(path, size=3000)
    assert path.stat().st_size < 3_000_000
    shown.goto(path.as_uri())
    shown.locator("#find").fill("grace 2966")
    shown.get_by_text("1 of 3000 shown").wait_for()


def _write_index(path: Path, hostile: str = "", size: int = 20) -> None:
    grades = list(made_up_class(size))
    if hostile:
        grades.append(hostile_grade(hostile))
    _write(path, grades)


def _write(path: Path, grades: Sequence[SubmissionGrade]) -> None:
    when, figures = datetime(2026, 3, 2, tzinfo=UTC), tally(grades, SLUGS)
    write_index(path, figures, course_title="Keras", assignment_title="Fashion", when=when)

"""The page of works that are alike: both texts, no verdict, and nothing of it for students."""

from __future__ import annotations

from pathlib import Path

from autograder.grading.similarity import Work, similar_pairs
from autograder.report.similar_page import write_similar
from tests.html_page import Page

HOSTILE = "<script>alert(1)</script>"


def write_pairs(path: Path) -> None:
    """The page of a class with one pair."""
    shared = "".join(
        f"value_{n} = [{n}, compute({n}, 'a {HOSTILE} long text {n}')]\n" for n in range(9)
    )
    works = [Work(f"s{n:02}", {"neurons": f"x = {n}\n"}, {}) for n in range(12)]
    works[:2] = [Work(HOSTILE + str(n), {"neurons": shared}, {}) for n in range(2)]
    pairs = similar_pairs(works, {}, line=1)
    write_similar(
        path,
        pairs,
        count=len(works),
        line=1,
        line_of_nearly_all=1,
        names={one.student: f"{one.student}!" for one in works},
        course_title="Keras",
        assignment_title="Fashion",
    )


def test_pairs_are_side_by_side(tmp_path: Path) -> None:
    """Each pair has its two texts with what is rare marked; what a student wrote stays text."""
    write_pairs(tmp_path / "similar.html")
    page = Page((tmp_path / "similar.html").read_text("utf-8"))
    assert "script" not in page.tags
    assert f"{HOSTILE}0! and {HOSTILE}1!" in page.text
    assert "12 works compared with each other; 1 pair to look at" in page.text
    assert "100% of what they share nobody else has." in page.text
    assert "100% of tokens agree" in page.text
    assert page.html.count("<mark>") == 18
    assert page.html.count("<pre") == 2

"""Findings into JUnit: every proof is a case, and each way to end has its own element."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from autograder.proofs.junit import write_junit
from autograder.proofs.selfcheck import Proof
from autograder.wire.errors import UsageError

WHEN = datetime(2026, 3, 1, 12, 30, 59, 999, UTC)
FINDINGS = [
    Proof("double", "definition"),
    Proof("double", "reference", seconds=1.23456),
    Proof("double", "mistake: triples", ("a passed, but must fail", "b is wrong"), seconds=61),
    Proof("double", "stub", fault="The worker did not start."),
    Proof("double", "accepted: adds", untried="not run: mend it first"),
]
# One test for each way to end.
PYTEST = """
import pytest
@pytest.fixture
def broken(): raise OSError
def test_passes(): pass
def test_fails(): assert False
def test_stops(broken): pass
def test_waits(): pytest.skip("later")
"""
TIME = re.compile(r"\d+\.\d{3}")


def written(folder: Path, *findings: Proof) -> ElementTree.Element:
    path = folder / "new" / "proofs.xml"
    write_junit(path, {"first": list(findings)}, WHEN)
    return ElementTree.fromstring(path.read_bytes())  # noqa: S314 - just written


def test_every_proof_is_a_case(tmp_path: Path) -> None:
    """Each finding is a case with its exercise, its name and its seconds, in order."""
    cases = written(tmp_path, *FINDINGS).iter("testcase")
    assert [(case.get("classname"), case.get("name"), case.get("time")) for case in cases] == [
        ("first.double", "definition", "0.000"),
        ("first.double", "reference", "1.235"),
        ("first.double", "mistake: triples", "61.000"),
        ("first.double", "stub", "0.000"),
        ("first.double", "accepted: adds", "0.000"),
    ]


def test_each_end_has_its_element(tmp_path: Path) -> None:
    """What is well has none; wrong is a failure, our fault an error; what was not run says why."""
    cases = written(tmp_path, *FINDINGS).iter("testcase")
    ends = [[(end.tag, end.get("message"), end.text) for end in case] for case in cases]
    assert ends == [
        [],
        [],
        [
            (
                "failure",
                "a passed, but must fail (and 1 more)",
                "a passed, but must fail\nb is wrong",
            )
        ],
        [("error", "The worker did not start.", "The worker did not start.")],
        [("skipped", "not run: mend it first", "not run: mend it first")],
    ]


def test_the_counts_are_those_of_the_cases(tmp_path: Path) -> None:
    """A suite says how many cases it has and how they ended, how long it took and when it began."""
    (suite,) = written(tmp_path, *FINDINGS)
    assert suite.attrib == {
        "name": "first",
        "tests": "5",
        "failures": "1",
        "errors": "1",
        "skipped": "1",
        "time": "62.235",
        "timestamp": "2026-03-01T12:30:59",
    }


def shapes(root: ElementTree.Element) -> dict[str, set[str]]:
    """The elements there are, and the attributes that they have."""
    found: dict[str, set[str]] = {}
    for element in root.iter():
        found.setdefault(element.tag, set()).update(element.attrib)
    return found


def test_it_is_the_dialect_of_pytest(tmp_path: Path) -> None:
    """Each element is one that pytest writes, in the same place, with attributes it has there."""
    (tmp_path / "test_any.py").write_text(PYTEST, "utf-8")
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--junitxml=pytest.xml", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        capture_output=True,
        timeout=300,
        check=False,
    )
    theirs = ElementTree.parse(tmp_path / "pytest.xml").getroot()  # noqa: S314 - just written
    ours = written(tmp_path, *FINDINGS)
    assert shapes(ours).keys() == shapes(theirs).keys()
    for tag, attributes in shapes(ours).items():
        assert attributes <= shapes(theirs)[tag]
        nested = {(tag, child.tag) for each in theirs.iter(tag) for child in each}
        assert {(tag, child.tag) for each in ours.iter(tag) for child in each} == nested
    assert all(TIME.fullmatch(each.get("time", "0.000")) for each in ours.iter())


def test_an_assignment_is_a_suite(tmp_path: Path) -> None:
    """Each assignment has a suite of its own, one without findings too."""
    path = tmp_path / "proofs.xml"
    write_junit(path, {"first": FINDINGS, "second": []}, WHEN)
    root = ElementTree.parse(path).getroot()  # noqa: S314 - just written
    assert [(suite.get("name"), len(suite)) for suite in root] == [("first", 5), ("second", 0)]


@pytest.mark.parametrize("text", ["<b>&amp;\"'", "\x00\x1b[31m", "\ufffe\uffff", "\ud800", "]]>"])
def test_any_text_can_be_read_back(tmp_path: Path, text: str) -> None:
    """Names and sentences may hold anything a student's code can say; the file stays XML."""
    root = written(tmp_path, Proof("double", text, (text,)), Proof("double", "stub", fault=text))
    assert len(list(root.iter("testcase"))) == 2
    assert len(list(root.iter("failure"))) == len(list(root.iter("error"))) == 1


def test_a_file_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    """A path that leads through a file is refused."""
    (tmp_path / "new").write_text("a file", "utf-8")
    with pytest.raises(UsageError, match=r"proofs\.xml cannot be written"):
        written(tmp_path)

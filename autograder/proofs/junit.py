"""Writes proofs as a JUnit file, in the dialect that pytest writes by default (xunit2).

A proof is a test case. `failure`: the exercise is not as it must be. `error`: the grader failed,
and nothing is known. `skipped`: it was not run, and why. The few elements are written with the
standard library: the schema is strict about attributes and about times of three decimals.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

from autograder.proofs.selfcheck import Proof
from autograder.report.files import replacing
from autograder.report.wording import harmless

# Characters that are harmless to read and that XML cannot hold.
NOT_IN_XML = re.compile("[\ufffe\uffff]")


def write_junit(path: Path, findings: Mapping[str, Sequence[Proof]], when: datetime) -> None:
    """Writes a suite for each assignment, with a test case for each of its findings.

    `when` is when the proofs began. Raises `UsageError` when the file cannot be written.
    """
    root = ElementTree.Element("testsuites", name="autograder selfcheck")
    for assignment, proofs in findings.items():
        suite = ElementTree.SubElement(
            root,
            "testsuite",
            name=assignment,
            tests=str(len(proofs)),
            errors=str(sum(bool(proof.fault) for proof in proofs)),
            failures=str(sum(bool(proof.problems) and not proof.fault for proof in proofs)),
            skipped=str(sum(bool(proof.untried) and not proof.off for proof in proofs)),
            time=f"{sum(proof.seconds for proof in proofs):.3f}",
            timestamp=when.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds"),
        )
        for proof in proofs:
            _add_case(suite, assignment, proof)
    ElementTree.indent(root)
    with replacing(path) as file:
        file.write('<?xml version="1.0" encoding="utf-8"?>\n')
        file.write(ElementTree.tostring(root, encoding="unicode") + "\n")


def _add_case(suite: ElementTree.Element, assignment: str, proof: Proof) -> None:
    case = ElementTree.SubElement(
        suite,
        "testcase",
        classname=f"{assignment}.{proof.slug}",
        name=_shown(proof.specimen),
        time=f"{proof.seconds:.3f}",
    )
    if proof.fault:
        _add_result(case, "error", [proof.fault])
    elif proof.problems:
        _add_result(case, "failure", proof.problems)
    elif proof.untried:
        _add_result(case, "skipped", [proof.untried])


def _add_result(case: ElementTree.Element, tag: str, sentences: Sequence[str]) -> None:
    shown = [_shown(sentence) for sentence in sentences]
    more = f" (and {len(shown) - 1} more)" if len(shown) > 1 else ""
    result = ElementTree.SubElement(case, tag, message=shown[0] + more)
    result.text = "\n".join(shown)


def _shown(text: str) -> str:
    return NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", harmless(text))

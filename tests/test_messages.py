"""The table of messages: complete, of messages that exist, and with a next step for each."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.course import find_course
from autograder.judging import expect
from autograder.judging.public_truth import PUBLIC_PART, UNSEEN
from autograder.report.wording import OUTCOME_SENTENCES
from autograder.wire import explain
from tests.spoken import OPEN, parameters, spoken, tree

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "messages.md").read_text("utf-8")
SLUGS = find_course(ROOT).table.assignments["fashion_mnist"].exercises
EXERCISES = [f"exercises.fashion_mnist.{slug}" for slug in SLUGS]
CHECKING = [
    "expect", "reading", "evidence", "network", "training", "trained", "caught", "student", "judge",
    "forward", "shapes", *EXERCISES,
]  # fmt: skip
# What is refused, left out or ended, and what is too large.
TELLING = [
    "notebook", "magics", "parsing", "intake", "archive", "sources", "task", "watch", "endings",
    "broker", "fitting", "standing", "trainer", "checking", "preview", "live",
]  # fmt: skip
DESCRIBING = ["arrays", "chains", "objects", "pipelines", "request"]
# Texts that no student reads, each with the reason.
UNREAD = {
    # Only a request that was made by hand gets these, and it is refused whatever it says.
    "data that nobody asked for",
    "a state that no training of this submission ended in",
    "data that is no array",
    "data other than what was described",
    "the values to start from belong to no network that can be built",
    # Inside of another message, which has its row.
    "the logs",
    "its input has the shape …, and the data the shape …",
    "its … layer cannot take data of shape …",
    "longer than … characters or … lines",
    "the submission holds more than … characters of code",
}
PLACEHOLDER = re.compile(r"⟨[^⟩]*⟩")


def normal(text: str) -> str:
    """A text with one mark in the place of each placeholder, or of several side by side."""
    return re.sub(f"(?:{OPEN}\\s*)+(?={OPEN})", "", PLACEHOLDER.sub(OPEN, text)).strip()


def tables() -> Iterator[dict[str, list[str]]]:
    """Each row of each table: for the head of a column, the alternatives in its cell."""
    heads: list[str] = []
    for line in TEXT.splitlines():
        if not line.startswith("|"):
            heads = []
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not heads:
            heads = cells
        elif not set(line) <= set("|- :"):
            yield {
                head: [part.strip() for part in cell.split("<br>")]
                for head, cell in zip(heads, cells, strict=True)
            }


ROWS = list(tables())


def column(head: str) -> set[str]:
    """Everything in the columns with that head, but what is open altogether."""
    found = {normal(part) for row in ROWS for part in row.get(head, ())}
    return {part for part in found if any(map(str.isalpha, part))}


def said(*parts: str, modules: list[str]) -> set[str]:
    """The texts of the source that are such parts of messages."""
    return {
        normal(one.text) for module in modules for one in spoken(module) if one.part in parts
    } - UNREAD


def rules() -> set[str]:
    """What is said of Python's own exceptions."""
    sentences = [rule.sentence for rule in explain.RULES if rule.sentence]
    return {normal(re.sub(r"\{\w+\}", OPEN, sentence)) for sentence in sentences}


def steps() -> set[str]:
    """Every next step in the source."""
    rows = [rule.step for rule in explain.RULES] + [step for _words, step in explain.QUOTED]
    return said("step", modules=CHECKING) | {normal(step) for step in [*rows, explain.TRY_IT]}


def frames() -> set[str]:
    """What stands behind the name of a value, as in `… to be a whole number`."""
    bounds = [expect.Threshold(OPEN, at_least=1.0), expect.Threshold(OPEN, at_most=1.0)]
    thresholds = {bound.sentence().replace("1", OPEN) for bound in bounds}
    kinds = {f"{OPEN} to be {kind}" for kind in said("wanted", modules=["reading", "evidence"])}
    expected = {text for text in said("expected", modules=CHECKING) if text.startswith(OPEN)}
    return thresholds | kinds | expected


def test_every_expectation_has_a_row() -> None:
    """What a check expects stands in the table, or is made of a value's name and such words."""
    missing = said("expected", modules=CHECKING) - column("expected") - frames()
    assert sorted(missing) == []


def test_every_value_that_is_looked_at_is_named() -> None:
    """The name of each value, as in "the number of calls of `fit`", stands in an expectation."""
    whole = "\n".join(column("expected")) + "\n".join(
        part for row in ROWS for part in row.get("expected", ())
    )
    named = said("what", modules=CHECKING) | said("wanted", modules=EXERCISES)
    assert sorted({name for name in named if name not in whole}) == []


def test_what_is_seen_has_a_row() -> None:
    """What is said of what was seen stands in the table."""
    assert sorted(said("seen", modules=CHECKING) - column("seen")) == []


def test_every_next_step_has_a_row() -> None:
    """Each next step stands in the table."""
    assert sorted(steps() - column("try")) == []


def test_every_sentence_has_a_row() -> None:
    """Refusals, notes, ends of runs and exceptions stand in the table as they are said."""
    sentences = said("text", modules=[*TELLING, "student"]) | rules()
    sentences |= {normal(one) for one in (*OUTCOME_SENTENCES.values(), PUBLIC_PART, UNSEEN)}
    # Where a sentence goes on with a step of its own, the row may leave that to the last column.
    assert sorted(sentences - column("message")) == []


def test_every_reason_against_a_training_has_a_row() -> None:
    """Why a training cannot be repeated stands in the table, clause by clause."""
    assert sorted(said("clause", modules=[*DESCRIBING, *TELLING]) - column("clause")) == []


def test_quoted_errors_are_those_that_have_a_step() -> None:
    """Each error of Keras's that has a step of its own stands beside it in the table."""
    for words, step in explain.QUOTED:
        rows = [row for row in ROWS if "message" in row and step in row.get("try", ())]
        assert rows, words


def test_no_row_speaks_of_a_message_that_is_gone() -> None:
    """Each expectation, step, sentence and clause of the table is in the source."""
    expected = said("expected", modules=CHECKING)
    named = said("what", modules=CHECKING)
    made = {name + frame.removeprefix(OPEN) for name in named for frame in frames()}
    known = {normal(text) for text in expected | frames() | made | named}
    assert sorted({text for text in column("expected") if not _is_one_of(text, known)}) == []
    assert sorted(column("try") - steps()) == []
    sentences = said("text", modules=[*TELLING, "student"]) | rules()
    sentences |= {normal(one) for one in (*OUTCOME_SENTENCES.values(), PUBLIC_PART, UNSEEN)}
    quoted = re.compile(r"(?:ValueError|InvalidArgumentError): ")
    rest = {text for text in column("message") - sentences if not quoted.match(text)}
    assert sorted(rest) == []
    clauses = said("clause", modules=[*DESCRIBING, *TELLING])
    assert sorted(column("clause") - clauses) == []


def _is_one_of(text: str, known: set[str]) -> bool:
    """Whether a text is one of the known ones, whose open places may be filled in."""
    if text in known:
        return True
    patterns = (re.escape(one).replace(OPEN, ".+") for one in known if one.strip(f"{OPEN} "))
    return any(re.fullmatch(pattern, text) for pattern in patterns)


def test_every_row_says_when() -> None:
    """No row is without the situation that brings its message about."""
    assert all(row["when"][0] for row in ROWS)
    # Only faults of ours ask nothing of the student.
    silent = [row for row in ROWS if "try" in row and not row["try"][0]]
    assert all("our fault" in row["when"][0] for row in silent)


@pytest.mark.parametrize("module", CHECKING)
def test_no_check_fails_without_a_next_step(module: str) -> None:
    """Whoever lets a check fail gives a hint: there is no failure without one."""
    bare = []
    for node in ast.walk(tree(module)):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        if name not in {"Failure", "that", "equal", "close", "unlike", "Missing"}:
            continue
        given = {one.arg for one in node.keywords}
        ((_module, names), *_others) = parameters()[name]
        given |= set(names[: len(node.args)])
        if "hint" not in given:
            bare.append(f"{module}, line {node.lineno}: {ast.unparse(node)[:80]}")
    assert sorted(bare) == []


def test_thresholds_are_checked_with_a_next_step() -> None:
    """Each threshold is compared with a hint."""
    for module in [*EXERCISES, "trained"]:
        for node in ast.walk(tree(module)):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "check"
                and not any(one.arg == "points" for one in node.keywords)
            ):
                assert len(node.args) == 2, f"{module}, line {node.lineno}"


def test_only_what_pages_show_as_code_is_marked() -> None:
    """Backticks come in pairs, and no other mark stands in a message: pages show only those."""
    for module in [*CHECKING, *TELLING]:
        for one in spoken(module):
            if one.part in ("expected", "seen", "step", "text"):
                plain = re.sub(r"`[^`]*`", "", one.text)
                assert "`" not in plain, one
                assert not re.search(r"\*\w|__\w", plain), one


def test_the_reading_of_the_source_finds_what_it_should() -> None:
    """Texts are found through names, branches, constants of other modules and helpers' hints."""
    found = {(one.part, one.text) for one in spoken("exercises.fashion_mnist.raw_pixels")}
    assert ("step", "Give one of the two networks the images exactly as they come in.") in found
    assert ("what", 'the entry "…"') in found
    assert ("expected", "a training on the … images given, …") in found
    assert (
        "step",
        "Train on all of the function's own images, and hold none of them back.",
    ) in found
    judged = {(one.part, one.text) for one in spoken("judge")}
    assert ("expected", "your code to run to its end") in judged
    assert ("step", "Look for an array or a layer that is far too large.") in judged
    driven = {(one.part, one.text) for one in spoken("exercises.fashion_mnist.stop_at_accuracy")}
    assert ("step", "An accuracy that equals the target has reached it.") in driven
    assert ("step", "equal") not in driven  # another function of that name takes a hint there

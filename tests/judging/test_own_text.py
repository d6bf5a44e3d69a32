"""What a student reads of text that their code may have made of what it was given."""

from __future__ import annotations

import pytest

from autograder.judging.own_text import beginning, cut_in
from autograder.judging.problem import reported_message
from autograder.records import CheckResult, ExerciseGrade, Outcome, Verdict
from autograder.wire.messages import Message, kind, message

SOURCE = (
    'raise ValueError(f"what I was given is {given}")\nNAME = "a constant that is long enough"\n'
)
GIVEN = "341, 17, 0.25"
RULED = "Could not interpret optimizer identifier: sdg"


def shown(said: Message) -> str:
    """What is left of a message in the one check of a grade."""
    check = CheckResult("any", Verdict.FAILED, 1, 0, message("crash", seen=said))
    (left,) = cut_in(ExerciseGrade("any", Outcome.FINISHED, (check,)), SOURCE).checks
    assert left.message is not None
    return str(left.message)


def placed(sentence: Message, code: str = "raise ValueError(") -> Message:
    place = message("place.named", name="cell 1")
    return message("crash.placed", sentence=sentence, place=place, line=1, code=code)


@pytest.mark.parametrize(
    "said",
    [
        message("exception.quoted", type="ValueError", text=f"what I was given is {GIVEN}"),
        message("exception.quoted", type="ValueError", text=GIVEN),
        message("exception.assertion_text", a=f"what I was given is {GIVEN} and so on, on and on"),
        message("exception.assertion_text", a=GIVEN[:3]),
        message("exception.key", a=GIVEN),
        message("exception.no_such_argument", a="fit", kind_a=kind(GIVEN)),
        message("value.text", text=f"what I was given is {GIVEN}"),
        message("value.list", items=[message("value.text", text=f"it is {GIVEN}")]),
    ],
    ids=str,
)
def test_text_made_of_what_was_given_is_not_shown(said: Message) -> None:
    """Wherever it stands in a message; what is written in the code before it is."""
    for whole in (said, placed(said), message("crash.after_others", before=[said], failure=said)):
        assert "341" in str(whole)
        assert "341" not in shown(whole)
        assert ("what I was given is …" in shown(whole)) == ("what I" in str(said))


def test_a_line_that_is_none_of_the_codes_is_not_shown() -> None:
    """The line beside a traceback is the sandbox's word."""
    sentence = message("exception.without_text", type="ValueError")
    assert "raise ValueError(" in shown(placed(sentence))
    assert "341" not in shown(placed(sentence, code=f"x = {GIVEN}"))


@pytest.mark.parametrize(
    "said",
    [
        message("exception.quoted", type="ValueError", text=RULED),
        message("exception.name", a="nunpy"),
        message("value.text", text="7"),
        message("value.whole_number"),
    ],
    ids=lambda said: said.name,
)
def test_other_words_stay(said: Message) -> None:
    """Keras's errors, names and short values are what somebody honest learns from."""
    assert shown(said) == str(message("crash", seen=said))


def test_own_words_are_marked_and_whole_where_they_are_written() -> None:
    """An exception with a constant text says what its author wrote."""
    text = "a constant that is long enough"
    left = shown(message("exception.quoted", type="ValueError", text=text))
    assert "exception.own_words" in left
    assert f"text={text})" in left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("", ""),
        ("abc", "abc"),
        ("abcdef", "abcdef"),
        ("abcdeg", "abcde…"),
        ("abx", "…"),
        ("x", "…"),
    ],
)
def test_a_beginning_is_what_the_source_has_of_it(text: str, left: str) -> None:
    """A beginning of fewer than four letters says nothing."""
    assert beginning(text, "-abcdef-") == left


def test_a_reported_message_has_names_and_no_texts() -> None:
    """The child can report only what probes find, and no text longer than a name in it."""
    plain = {"name": "student.other_arguments", "values": {"own": ["x" * 500], "name": "y" * 500}}
    said = reported_message(plain, "student.")
    assert said is not None
    assert max(map(len, str(said).replace("=", " ").split())) < 70
    assert reported_message({"name": "fit.series", "values": {}}, "student.") is None

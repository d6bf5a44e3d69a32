"""What a student reads of text that their code may have made of what it was given."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from autograder.judging.cause import short_text
from autograder.judging.exceptions import QUOTED
from autograder.judging.own_text import beginning, cut, cut_in, library_words
from autograder.judging.problem import reported_message
from autograder.records import CheckResult, Curve, ExerciseGrade, Outcome, Verdict
from autograder.report.catalogue import english
from autograder.wire.messages import Message, kind, message

SOURCE = (
    'raise ValueError(f"what I was given is {given}")\nNAME = "a constant that is long enough"\n'
    'model.compile("sdg")\n'
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
        message("exception.assertion_text.hint", a=GIVEN[:3], kind_a=kind(GIVEN[:3])),
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
        message("ended.report", what="more evidence than the limit allows"),
    ],
    ids=lambda said: said.name,
)
def test_other_words_stay(said: Message) -> None:
    """Keras's errors, names, short values and our words are what somebody honest learns from."""
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


def cut_words(text: str, *met: str) -> str:
    """What is left of the text of an exception that Keras may have raised."""
    left = cut(message("exception.quoted", type="ValueError", text=text), SOURCE, met)
    assert left.name == "exception.quoted"
    return str(left.values["text"])


RATE = "Argument `rate` must be 1 2 3"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        # Keras's own sentences with a few values, which are the code's or usual ones.
        (RULED, RULED),
        (f"{RULED}x", "Could not interpret optimizer identifier: …"),
        (
            "Argument `output` must have rank (ndim) `target.ndim - 1`. Received:"
            " target.shape=(32,), output.shape=(32, 28, 10)",
            "Argument `output` must have rank (ndim) `target.ndim - 1`. Received:"
            " target.shape=(32,), output.shape=(32, 28, 10)",
        ),
        ("`rate` TOOK {'unseen':[7,195,7]}", "`rate` … {'…':[7,195,7]}"),
        ("`rate` 11 22 33 44 55 66 77", "`rate` 11 22 33 …"),
        ("`rate` given raise NAME model compile constant that", "`rate` given raise NAME …"),
        ("`rate` 1234567890123", "`rate` …"),
        ("`rate` .-.-..-.-.-", "`rate` …"),
        ("`rate` identifier axis tensor path layer", "`rate` identifier axis tensor …"),
    ],
    ids=range(9),
)  # fmt: skip
def test_of_keras_is_shown_what_keras_says(text: str, left: str) -> None:
    """Its phrases alone make no text Keras's: words follow one another as in a sentence of it."""
    assert cut_words(text) == left


def test_what_the_trainer_met_is_shown_as_it_is() -> None:
    """No student code wrote it."""
    text = "`rate` 341 17 25 9999999999"
    assert cut_words(text, text) == text
    assert cut_words(text, text[1:]) != text


RECORDED = json.loads(Path(__file__).with_name("recorded_exceptions.json").read_text("utf-8"))


@pytest.mark.parametrize("recorded", RECORDED, ids=lambda recorded: recorded["name"])
def test_of_real_exceptions_most_is_left(recorded: dict[str, Any]) -> None:
    """Four words in five, where those that are not Keras's are the code's."""
    text = short_text(recorded["text"])
    if any(re.search(words, text) for _name, words in QUOTED):
        own = set(re.findall(r"\w+", text)) - library_words()
        said = message("exception.quoted", type="ValueError", text=text)
        left = str(cut(said, " ".join(own)).values["text"])
        words = [re.findall(r"[A-Za-z]+", one) for one in (left, text)]
        assert len(words[0]) >= 0.8 * len(words[1]), left


@pytest.mark.parametrize(
    ("said", "left"),
    [
        (message("any", seen=777712345678901234), "another number"),
        (message("any", seen=1234567), "1234567"),
        (message("any", seen=-12345678), "another number"),
        (message("any", seen=0.123456789), "0.1235"),
        (message("any", seen=7777.123456789), "7777"),
        (message("value.percent", share=0.123456789), "12.35%"),
        (message("value.list", items=[0.1, 0.2, 0.3, 0.4, 0.5]), "[0.1, 0.2, 0.3, 0.4, …]"),
        (message("value.list", items=[0.1, 0.2, 0.3, 0.4]), "[0.1, 0.2, 0.3, 0.4]"),
    ],
    ids=str,
)
def test_numbers_are_as_long_as_in_honest_answers(said: Message, left: str) -> None:
    """More digits could spell something out; a series shows by its beginning what it is."""
    assert english().part(cut(said, SOURCE), "seen") in (left, f"any: {left}")


def test_one_check_shows_so_many_numbers() -> None:
    """However they lie in its message, in text too."""
    pairs = [message("value.entry", key=one, value=one) for one in range(100, 120)]
    shape = ", ".join(map(str, range(200, 240)))
    said = message("any", entries=[*pairs], shape=f"({shape})")
    numbers = re.findall(r"\d+", str(cut(said, SOURCE)))
    assert len(numbers) == 16


@pytest.mark.parametrize(
    "name", ["kind.SPELT_341", "exception.name", "place.named", "hint.near", "old.renamed"]
)
def test_names_are_the_codes_or_keras(name: str) -> None:
    """A class or a key may be called anything."""
    values: dict[str, Any] = dict.fromkeys(("type", "name", "near", "a", "old"), "SPELT_OUT_341_17")
    assert "341" not in str(cut(Message(name, values), SOURCE))
    known = dict.fromkeys(("type", "name", "near", "a"), "BatchNormalization")
    assert "BatchNormalization" in str(cut(Message("exception.name", known), SOURCE))


def test_names_of_curves_are_words() -> None:
    """A metric may be called anything; two that are cut stay two."""
    series = {"loss": (1.0,), "TOOK_341_17_a": (2.0,), "TOOK_341_17_b": (3.0,)}
    curve = Curve("Dense(512, relu), TOOK_341_17", series)
    (left,) = cut_in(ExerciseGrade("any", Outcome.FINISHED, (), (curve,)), SOURCE).curves
    assert left.label == "Dense(512, relu), …"
    assert left.series == {"loss": (1.0,), "…": (2.0,), "… 2": (3.0,)}


def test_what_python_says_of_a_cell_is_shown_where_it_was_heard_here() -> None:
    """Reading the cell said so before anything ran; a sandbox that says the same is cut."""
    words = "invalid syntax. Perhaps you forgot a comma?"
    said = message("cell.python_says", text=words)
    assert str(cut(said, SOURCE, {words})) == str(said)
    assert "comma" not in str(cut(said, SOURCE))

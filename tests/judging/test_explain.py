"""Exceptions into a sentence and a next step: Python's are said, Keras's are quoted."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
from autograder.wire.explain import (
    LONGEST_CODE,
    LONGEST_MESSAGE,
    NOTHING,
    QUOTED,
    RULES,
    TRY_IT,
    kind_in_words,
    placed,
    short_text,
    told,
)

from autograder.wire.frames import class_names, error_text


def said(source: str) -> tuple[str, str]:
    """What a student reads of the exception that a statement raises."""
    with pytest.raises(BaseException) as caught:  # noqa: PT011 - SystemExit too
        exec(source, {"np": np})  # noqa: S102 - the tests' own
    return told(class_names(caught.value), error_text(caught.value))


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("None.fit()", "`.fit` is asked of None, which has nothing of that name."),
        ("{}.history", "`.history` is asked of a dictionary, which has nothing of that name."),
        ("np.zeros(2).predict", "`.predict` is asked of an array, which has nothing of that name."),
        ("np.linalg.invert", "`linalg` has nothing named `invert`."),
        (
            "class A:\n    model = property()\nA().model = 1",
            "`.model` belongs to Keras and cannot be given another value.",
        ),
        ("{}['val_los']", "The dictionary has no entry `val_los`."),
        ("[1][1]", "A place is asked for that the list or array does not have."),
        ("np.argmax([1], axis=1)", "There is no axis 1: the array has 1 of them, counted from 0."),
        ("def f(): pass\nf(x=1)", "`f` has no argument named `x`."),
        ("def f(a): pass\nf(1, 2)", "`f` is given more arguments than its first line takes."),
        ("def f(a): pass\nf()", "`f` is called without a value for 'a'."),
        ("None + 1", "Something is None where a value is needed."),
        ("{}.get['a']", "Square brackets stand behind the name of a function."),
        ("a = 1; a[0]", "Square brackets stand behind a whole number, which has no parts."),
        ("a = 'a'; a(1)", "Round brackets stand behind text, which is no function."),
        ("tuple(784)", "There is a whole number where several values belong."),
        ("range('3')", "There is text where a whole number belongs."),
        ("max + 1", "`+` is used with a function that was not called."),
        ("'1' - 1", "`-` cannot join text and a whole number."),
        ("[1] + 1", "`+` puts two lists together; it does not add a whole number to each item."),
        ("'1' + 1", "`+` puts two texts together; it cannot add a whole number to one."),
        ("a = [1]; a[0.5]", "A place in a list is a whole number, and this is a number."),
        ("'1' > 1", "`>` cannot compare text with a whole number."),
        ("{[]: 1}", "There is a list where the name of an entry belongs."),
        ("import no_such", "There is no package named `no_such` here."),
        ("from re import no_such", "`re` has nothing named `no_such`."),
        ("open('my.csv')", "There is no file `my.csv` where your code runs."),
        ("def f():", "Python cannot read this line: expected an indented block after"),
        ("int('')", "`int` is given an empty text."),
        ("a, b = [1]", "On the left of `=` stand more names than values, or fewer."),
        ("if np.zeros(2): pass", "A condition needs one True or False, and an array has many."),
        (
            "a = np.zeros(1, int); a /= 2",
            "The result has decimals, which the array of whole numbers cannot hold.",
        ),
        (
            "def f():\n    try: 1 / 0\n    except ZeroDivisionError as e: pass\n    return e\nf()",
            "The name `e` has no value at this place.",
        ),
    ],
)
def test_pythons_own_exceptions_are_sentences(source: str, sentence: str) -> None:
    """What Python says in its own terms is said in a sentence, with a step that is not for all."""
    words, step = said(source)
    assert words.startswith(sentence)
    assert step not in ("", TRY_IT)


@pytest.mark.parametrize(
    ("text", "quoted", "step"),
    [
        (
            "Could not interpret loss identifier: sparse\n\nArguments received by X:\n a=1",
            "Could not interpret loss identifier: sparse",
            "spelt",
        ),
        (
            "Expected `metrics` argument to be a list, tuple, or dict. Received instead:"
            " metrics=accuracy of type <class 'str'>",
            "Expected `metrics` argument to be a list, tuple, or dict.",
            "square brackets",
        ),
        (
            "Only instances of `keras.Layer` can be added to a Sequential model. Received: <class"
            " 'keras.src.layers.Flatten'> (of type <class 'type'>)",
            "Only instances of `keras.Layer` can be added to a Sequential model. Received: Flatten",
            "round brackets",
        ),
        (
            "Exception encountered when calling Sequential.call().\n\n\x1b[1mInvalid input shape"
            " for input Tensor(\"data:0\", shape=(None, 28, 28), dtype=float32) with name 'k' and"
            " path ''. Expected shape (None, 784), but input has shape (None, 28, 28)\x1b[0m",
            "Invalid input shape. Expected shape (None, 784), but input has shape (None, 28, 28)",
            "shape (28, 28)",
        ),
        (
            "Argument `output` must have rank (ndim) `target.ndim - 1`. Received:"
            " target.shape=(32, 10), output.shape=(32, 10)",
            "Argument `output` must have rank (ndim) `target.ndim - 1`. Received:"
            " target.shape=(32, 10), output.shape=(32, 10)",
            "labels that are whole numbers",
        ),
        (
            "Argument `output` must have rank (ndim) `target.ndim - 1`. Received:"
            " target.shape=(32,), output.shape=(32, 28, 10)",
            "Argument `output` must have rank (ndim) `target.ndim - 1`. Received:"
            " target.shape=(32,), output.shape=(32, 28, 10)",
            "rows of the image",
        ),
    ],
)
def test_keras_is_quoted_shortened_to_the_cause(text: str, quoted: str, step: str) -> None:
    """Keras's own words come with its exception's name, without types, colours and calls."""
    words, hint = told(["ValueError", "Exception"], text)
    assert words == f"ValueError: {quoted}"
    assert step in hint


def test_a_refusal_of_the_trainer_is_a_sentence_already() -> None:
    """What asks for too much is told as it is, with a step of its own."""
    assert told(["RequestTooLarge", "Exception"], "Too many images.")[0] == "Too many images."


def test_an_unknown_exception_has_its_own_text() -> None:
    """What no rule knows is named and quoted, and the next step is to run it."""
    assert told(["OddError", "Exception"], "so it is") == ("OddError: so it is", TRY_IT)
    assert told(["OddError"], "") == ("OddError", TRY_IT)


def test_none_has_one_step_wherever_it_is_met() -> None:
    """Whatever is done with None, the question is which function returned nothing."""
    assert {said(source)[1] for source in ("None.fit", "None + 1", "a = None; a[0]")} == {NOTHING}


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("one line", "one line"),
        ("one\n\n  two  \n", "one two"),
        ("wrong shape\n\nArguments received by Dense.call():\n  inputs=1", "wrong shape"),
        (
            "Graph execution error:\n\nDetected at node Equal defined at:\n"
            '  File "x.py", line 3\n<stack traces unavailable>\nlabel 9 is outside',
            "label 9 is outside",
        ),
        ("a" * 100_000, "a" * LONGEST_MESSAGE),
        ("[[" * 100_000, ("[[" * LONGEST_MESSAGE)[:LONGEST_MESSAGE]),
    ],
)
def test_texts_of_exceptions_are_short(text: str, short: str) -> None:
    """Of a long text only the lines about the cause are kept, without Keras's call arguments."""
    assert short_text(text) == short


def test_a_place_stands_behind_the_sentence() -> None:
    """The student's own line is shown as code, whatever it holds; without a place nothing is."""
    assert placed("It fails.", "cell 2", 3, " f(`x`) ") == "It fails (cell 2, line 3: `f('x')`)."
    assert placed("It fails.", "", 0, "") == "It fails."
    assert len(placed("It fails", "cell 2", 3, "x" * 1000)) < LONGEST_CODE + 50


def test_types_in_words() -> None:
    """Types that beginners meet have words; any other is named."""
    assert kind_in_words("History") == "the History that `fit` returns"
    assert kind_in_words("Sequential") == "an object of type Sequential"


@pytest.mark.parametrize("pattern", [rule.pattern for rule in RULES] + [q for q, _ in QUOTED])
def test_patterns_cope_with_long_text(pattern: str) -> None:
    """No pattern takes long to look at a text as long as any that it is given."""
    for part in ("a", "(", "'", "[", "1", "x() takes ", "\\"):
        re.search(pattern, (part * LONGEST_MESSAGE)[:LONGEST_MESSAGE])


def test_rules_hold_one_step_each() -> None:
    """Every rule has a step, and a sentence for each class of exceptions but the refusals."""
    assert all(rule.step and (rule.sentence or rule.kind == "RequestTooLarge") for rule in RULES)
    steps: list[Any] = [step for _words, step in QUOTED]
    assert all(steps)

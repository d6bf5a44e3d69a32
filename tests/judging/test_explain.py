"""Exceptions into a sentence and a next step: Python's are said, Keras's are quoted."""

from __future__ import annotations

import re

import numpy as np
import pytest

from autograder.judging.cause import LONGEST_MESSAGE
from autograder.judging.exceptions import QUOTED, RULES
from autograder.judging.explain import Clues, Explanation, explain
from autograder.report.catalogue import english
from autograder.wire.frames import class_names, error_text
from autograder.wire.messages import message

TRY_IT = message("exception.quoted.hint")


def explained(source: str) -> Explanation:
    """What the exception that a statement raises means."""
    with pytest.raises(BaseException) as caught:  # noqa: PT011 - SystemExit too
        exec(source, {"np": np})  # noqa: S102 - the tests' own
    return explain(class_names(caught.value), error_text(caught.value))


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("None.fit()", "`.fit` was used on None, which has no such attribute."),
        ("{}.history", "`.history` was used on a dictionary, which has no such attribute."),
        ("np.zeros(2).predict", "`.predict` was used on an array, which has no such attribute."),
        ("np.linalg.invert", "`linalg` has nothing named `invert`."),
        (
            "class A:\n    model = property()\nA().model = 1",
            "`.model` belongs to Keras and cannot be given another value.",
        ),
        ("{}['val_los']", "The dictionary has no entry `val_los`."),
        ("[1][1]", "The index is outside the list or array."),
        ("np.argmax([1], axis=1)", "There is no axis 1: the array has 1, from axis 0 on."),
        ("def f(): pass\nf(x=1)", "`f` has no argument named `x`."),
        ("def f(a): pass\nf(1, 2)", "`f` was given more arguments than its first line takes."),
        ("def f(a): pass\nf()", "`f` was called without a value for 'a'."),
        ("None + 1", "Something is None where a value is needed."),
        ("{}.get['a']", "You wrote square brackets after a function's name."),
        ("a = 1; a[0]", "You wrote square brackets after a whole number, which has no items."),
        ("a = 'a'; a(1)", "You wrote round brackets after text, which is not a function."),
        ("tuple(784)", "There is a whole number where several values belong."),
        ("range('3')", "There is text where a whole number belongs."),
        ("max + 1", "`+` is used with a function that was not called."),
        ("'1' - 1", "`-` cannot join text and a whole number."),
        ("[1] + 1", "`+` joins two lists; it does not add a whole number to each item."),
        ("'1' + 1", "`+` joins two texts; it cannot add a whole number to one."),
        ("a = [1]; a[0.5]", "An index of a list is a whole number, and this is a number."),
        ("'1' > 1", "`>` cannot compare text with a whole number."),
        ("{[]: 1}", "There is a list where the name of an entry belongs."),
        ("import no_such", "There is no package named `no_such` here."),
        ("from re import no_such", "`re` has nothing named `no_such`."),
        ("open('my.csv')", "There is no file `my.csv` where your code runs."),
        ("def f():", "Python cannot read this line: expected an indented block after"),
        ("int('')", "`int` was given an empty text."),
        ("a, b = [1]", "The number of names left of `=` differs from the number of values."),
        ("if np.zeros(2): pass", "A condition needs one True or False, and an array has many."),
        (
            "a = np.zeros(1, int); a /= 2",
            "The result has decimals, which an array of whole numbers cannot hold.",
        ),
        (
            "def f():\n    try: 1 / 0\n    except ZeroDivisionError as e: pass\n    return e\nf()",
            "The name `e` has no value here.",
        ),
    ],
)
def test_pythons_own_exceptions_are_sentences(source: str, sentence: str) -> None:
    """What Python says in its own terms is said in a sentence, with a step that is not for all."""
    explanation = explained(source)
    assert english().say(explanation.sentence).startswith(sentence)
    assert explanation.hint != TRY_IT
    assert english().say(explanation.hint)


@pytest.mark.parametrize(
    ("text", "quoted", "rule"),
    [
        (
            "Could not interpret loss identifier: sparse\n\nArguments received by X:\n a=1",
            "Could not interpret loss identifier: sparse",
            "unknown_identifier",
        ),
        (
            "Expected `metrics` argument to be a list, tuple, or dict. Received instead:"
            " metrics=accuracy of type <class 'str'>",
            "Expected `metrics` argument to be a list, tuple, or dict.",
            "metrics_no_list",
        ),
        (
            "Only instances of `keras.Layer` can be added to a Sequential model. Received: <class"
            " 'keras.src.layers.Flatten'> (of type <class 'type'>)",
            "Only instances of `keras.Layer` can be added to a Sequential model. Received: Flatten",
            "layer_not_called",
        ),
        (
            "Exception encountered when calling Sequential.call().\n\n\x1b[1mInvalid input shape"
            " for input Tensor(\"data:0\", shape=(None, 28, 28), dtype=float32) with name 'k' and"
            " path ''. Expected shape (None, 784), but input has shape (None, 28, 28)\x1b[0m",
            "Invalid input shape. Expected shape (None, 784), but input has shape (None, 28, 28)",
            "input_declared",
        ),
        (
            "Argument `output` must have rank (ndim) `target.ndim - 1`. Received:"
            " target.shape=(32, 10), output.shape=(32, 10)",
            "Argument `output` must have rank (ndim) `target.ndim - 1`. Received:"
            " target.shape=(32, 10), output.shape=(32, 10)",
            "loss_takes_whole_numbers",
        ),
        (
            "Argument `output` must have rank (ndim) `target.ndim - 1`. Received:"
            " target.shape=(32,), output.shape=(32, 28, 10)",
            "Argument `output` must have rank (ndim) `target.ndim - 1`. Received:"
            " target.shape=(32,), output.shape=(32, 28, 10)",
            "rows_in_outputs",
        ),
    ],
)
def test_keras_is_quoted_shortened_to_the_cause(text: str, quoted: str, rule: str) -> None:
    """Keras's own words come with its exception's name, without types, colours and calls."""
    explanation = explain(["ValueError", "Exception"], text)
    assert english().say(explanation.sentence) == f"ValueError: {quoted}"
    assert (explanation.rule, explanation.hint.name) == (rule, f"keras.{rule}")


def test_an_argument_without_a_near_name_is_not_asked_for_its_spelling() -> None:
    """Where it is known that none is near; a near name is asked for."""
    text = "Unrecognized keyword arguments passed to Flatten: {'start_dim': 1}"
    far = explain(["ValueError", "Exception"], text, Clues(argument="start_dim")).hint
    assert far == message("hint.not_an_argument", argument="start_dim")
    unknown = explain(["ValueError", "Exception"], text).hint
    assert unknown == message("keras.unknown_argument")
    near = explain(["ValueError", "Exception"], text, Clues("data_format", argument="x")).hint
    assert near == message("hint.near", near="data_format")


def test_an_unknown_exception_has_its_own_text() -> None:
    """What no rule knows is named and quoted, and the next step is to run it."""
    unknown = explain(["OddError", "Exception"], "so it is")
    assert (unknown.rule, unknown.hint) == ("", TRY_IT)
    assert english().say(unknown.sentence) == "OddError: so it is"


def test_none_without_a_clue_is_not_blamed_on_a_function() -> None:
    """Where it is not known where a None came from, no function is said to lack `return`."""
    hints = [explained(source).hint for source in ("None.fit", "None + 1", "a = None; a[0]")]
    assert not any("return" in english().say(hint) for hint in hints)


@pytest.mark.parametrize(
    ("clues", "sentence", "step"),
    [
        (
            Clues(none="function", none_name="build"),
            "`build` returned None, and a value is needed here.",
            "Does `build` end with `return`?",
        ),
        (
            Clues(none="method", none_name="compile"),
            "`compile` returns nothing, and a value is needed here.",
            "Call it on a line of its own",
        ),
        (Clues(none="argument", none_name="logs"), "The argument `logs` is None here.", "called"),
        (
            Clues(missing="acc", keys=("accuracy", "loss")),
            "The dictionary has no entry `acc`. It has `accuracy`, `loss`.",
            "Today it is called `accuracy`.",
        ),
        (
            Clues(missing="accuracy", keys=("loss",)),
            "The dictionary has no entry `accuracy`. It has `loss`.",
            "metrics=",
        ),
        (
            Clues(missing="val_accuracy", keys=("loss", "accuracy"), near="accuracy"),
            "The dictionary has no entry `val_accuracy`. It has `loss`, `accuracy`.",
            "validation data",
        ),
        (
            Clues(missing="val_los", keys=("loss", "val_loss"), near="val_loss"),
            "The dictionary has no entry `val_los`. It has `loss`, `val_loss`.",
            "Do you mean `val_loss`?",
        ),
        (
            Clues(missing="256", keys=("256",)),
            "The dictionary has an entry `256`, but of another type.",
            "quotation marks",
        ),
    ],
)
def test_clues_say_where_a_none_came_from(clues: Clues, sentence: str, step: str) -> None:
    """A function, a method, an argument or an entry that is not there: each has its own words."""
    text = "'>' not supported between instances of 'NoneType' and 'float'"
    found = explain(["TypeError", "Exception"], text, clues)
    assert english().say(found.sentence) == sentence
    assert step in english().say(found.hint)


def test_a_clue_to_none_is_for_exceptions_about_none() -> None:
    """Another exception is not explained by a variable that happens to be None."""
    found = explain(["ValueError", "Exception"], "so", Clues(none="argument", none_name="logs"))
    assert found.rule == ""


@pytest.mark.parametrize(
    ("types", "text", "near", "step"),
    [
        ("NameError", "name 'trian' is not defined", "train", "Do you mean `train`?"),
        ("AttributeError", "module 'a.layers' has no attribute 'Dence'", "Dense", "`Dense`?"),
        ("ValueError", "Could not interpret loss identifier: sprse", "sparse", "`sparse`?"),
        ("ModuleNotFoundError", "No module named 'numppy'", "", "`numpy`?"),
    ],
)
def test_the_name_that_is_near_is_asked_for(types: str, text: str, near: str, step: str) -> None:
    """A misspelt name is answered with the question whether the near one is meant."""
    found = explain([types, "ImportError"], text, Clues(near=near))
    assert english().say(found.hint).endswith(step)


@pytest.mark.parametrize(
    "pattern", [rule.pattern for rule in RULES] + [words for _name, words in QUOTED]
)
def test_patterns_cope_with_long_text(pattern: str) -> None:
    """No pattern takes long to look at a text as long as any that it is given."""
    for part in ("a", "(", "'", "[", "1", "x() takes ", "\\"):
        re.search(pattern, (part * LONGEST_MESSAGE)[:LONGEST_MESSAGE])


def test_every_rule_has_words_and_a_step() -> None:
    """Every rule has a sentence and a step in the catalogue, and every quoted text a step."""
    for rule in RULES:
        assert english().template(f"exception.{rule.name}"), rule
        assert english().template(f"exception.{rule.name}.hint"), rule
    assert all(english().template(f"keras.{name}") for name, _words in QUOTED)


def test_what_a_student_raises_is_no_fault_of_the_case() -> None:
    """An exception of the student's own is quoted, and the case is said to be allowed."""
    own = explain(("ValueError", "Exception"), "a share, please", Clues(own=True))
    assert (own.rule, own.hint) == ("own", message("exception.own.hint"))
    assert own.sentence.name == "exception.quoted"


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("np.zeros(0)[0]", "index_of_empty"),
        ("np.zeros(20)[20]", "index_of_next"),
        ("np.zeros(9)[20]", "index_of"),
    ],
)
def test_an_empty_array_is_told_from_one_that_is_too_short(source: str, rule: str) -> None:
    """No index is right for what is empty."""
    assert explained(source).rule == rule


def test_a_single_plot_has_no_items() -> None:
    """As `plt.subplots` gives it for one width."""
    text = "'Axes' object is not subscriptable"
    assert explain(("TypeError", "Exception"), text).rule == "axes_of_one"


def test_text_in_the_third_place_of_compile_is_told() -> None:
    """Keras takes the metrics there for weights of losses."""
    text = "dtype='string' is not a valid dtype for Keras type promotion."
    step = explain(("ValueError", "Exception"), text).hint
    assert step == message("keras.loss_weights")

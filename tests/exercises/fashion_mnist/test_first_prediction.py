"""What is said of wrong predictions: of training first, and else of what the numbers are."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from autograder.exercises.fashion_mnist import first_prediction
from autograder.judging.evidence import Evidence
from autograder.judging.judge import prepare
from autograder.wire.errors import Failure
from autograder.wire.frames import Raised
from autograder.wire.messages import Message
from tests.own_course import IMAGES
from tests.trainings import record

# A definition has no types.
definition: Any = first_prediction
TRUTH = prepare(first_prediction.exercise, IMAGES, given_seed=7, hidden_seed=7)
SHARES = definition.all_predictions(TRUTH)
FIRST = SHARES[:, 0]
ASKED = len(FIRST)
CALLS = definition.CALLS


def answered(
    rows: NDArray[Any] = FIRST,
    classes: Any = None,
    kept: Any = None,
    training: Any = (),
    trainings: Any = (),
    alone: Any = None,
) -> Evidence:
    """What the probe reports where the functions returned these answers; `alone` for one image."""
    given = FIRST.argmax(axis=1).tolist() if classes is None else classes
    row, one = (rows[0], given[0]) if alone is None else alone
    values = {
        "probabilities": [{"returned": each, "problem": None} for each in [*rows, row]],
        "classes": [{"returned": each, "problem": None} for each in [*given, one]],
        "plain": [True] * CALLS,
        "kept": kept or [True] * (2 * CALLS),
        "training": list(training),
    }
    return Evidence({"values": values, "trainings": list(trainings)})


def failure(check: Any, seen: Evidence) -> Message:
    """What a check says of these answers."""
    with pytest.raises(Failure) as caught:
        check(seen, TRUTH)
    return caught.value.message


SHARES_CHECK = first_prediction.probabilities_are_ten_shares
ROWS = first_prediction.probabilities_belong_to_the_first_image
CHOICE = first_prediction.class_is_the_models_choice
LEFT_ALONE = first_prediction.model_is_left_alone


def test_right_answers_pass() -> None:
    """The model's own numbers and choices pass, and so does a model that is left alone."""
    for check in (ROWS, CHOICE, LEFT_ALONE):
        check(answered(), TRUTH)


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        (np.sort(FIRST)[:, ::-1], "other_order"),
        (definition.softmax(FIRST, axis=-1), "softmax_again"),
        (SHARES[:, 1], "first_image"),
    ],
)
def test_other_numbers_are_recognised(rows: NDArray[Any], name: str) -> None:
    """Sorted probabilities, and those put through softmax once more, are called so."""
    assert failure(ROWS, answered(rows)).name == f"first_prediction.{name}"


def test_numbers_of_images_are_no_classes() -> None:
    """`argmax` along axis 0 gives the number of an image; any other wrong class is counted."""
    along_images = failure(CHOICE, answered(classes=SHARES.argmax(axis=1)[:, 4].tolist()))
    assert (along_images.name, along_images.values["column"]) == ("first_prediction.wrong_axis", 4)
    others = failure(CHOICE, answered(classes=[0] * ASKED))
    assert others.name == "first_prediction.choice"


def test_one_image_alone_is_a_stack_too() -> None:
    """Other answers for it alone are told as that, and a function that fails on it alone."""
    seen = answered(alone=(np.float32(0.1), 0 if FIRST[0].argmax() else 1))
    for check in (SHARES_CHECK, CHOICE):
        assert failure(check, seen).name == "first_prediction.single_image"
    ROWS(seen, TRUTH)
    problem = {"raised": Raised(("IndexError", "Exception"), "invalid index"), "place": "cell 1"}
    fine, fails = {"returned": 3, "problem": None}, {"returned": None, "problem": problem}
    step = definition.step_of(fails, [fine] * ASKED + [fails])["hint"]
    assert step.name == "first_prediction.single_image.hint"


@pytest.mark.parametrize("seed", range(20))
def test_no_luck_with_one_image_alone(seed: int) -> None:
    """Whoever squeezes its row away answers 0, and for no secret is that the class."""
    truth = prepare(first_prediction.exercise, IMAGES, given_seed=seed, hidden_seed=7)
    classes = definition.predictions(truth).argmax(axis=1).tolist()
    assert classes[0] != 0
    assert 0 in classes


def test_training_explains_wrong_answers() -> None:
    """Where the function itself changed the weights, its wrong answers are no news."""
    by_rows, by_classes = [False, True] * CALLS, [True, False] * CALLS
    wrong = {"rows": SHARES[:, 1], "classes": [0] * ASKED, "training": ["fit"]}
    said = failure(ROWS, answered(**wrong, kept=by_rows))
    assert (said.name, said.values) == ("first_prediction.trained", {"methods": ["fit"]})
    assert failure(CHOICE, answered(**wrong, kept=by_classes)) == said
    assert failure(ROWS, answered(**wrong, kept=by_classes)).name == "first_prediction.first_image"


@pytest.mark.parametrize(
    ("training", "trainings", "name"),
    [
        (["train_on_batch"], [record(by_fit=False)], "trained"),
        ([], [record(by_fit=False)], "own_loop"),
        ([], [], "weights_changed"),
        (7, [], "weights_changed"),
    ],
)
def test_what_trains_is_named(training: Any, trainings: Any, name: str) -> None:
    """A method by its name, a loop of one's own as that; other changes of weights are asked for."""
    seen = answered(kept=[True, False] * CALLS, trainings=trainings)
    seen._values["training"] = training  # noqa: SLF001 - whatever the sandbox may report
    assert failure(LEFT_ALONE, seen).name == f"first_prediction.{name}"


def test_the_same_numbers_each_time_are_told() -> None:
    """Those of an earlier call are no answer of the model that is passed in."""
    same = np.repeat(FIRST[:1], ASKED, axis=0)
    assert failure(ROWS, answered(same)).name == "first_prediction.same_numbers"


def test_dropout_is_known_by_the_model_that_has_it() -> None:
    """Where only the numbers of the model with Dropout are others."""
    half = ASKED // 2
    rows = np.concatenate([SHARES[:half, 1], FIRST[half:]])
    assert failure(ROWS, answered(rows)).name == "first_prediction.with_dropout"
    rows = np.concatenate([FIRST[:half], SHARES[half:, 1]])
    assert failure(ROWS, answered(rows)).name == "first_prediction.first_image"


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        (lambda row: 1 + row[1:].argmax(), "never.*wanted=0"),
        (lambda row: row.round(1).argmax(), "rounded.*wanted=9"),
        (lambda row: (row.argmax() + 1) % 10, "choice"),
    ],
)
def test_a_search_that_leaves_something_out_is_told(rule: Any, name: str) -> None:
    """A class that is never the answer, and decimals."""
    with pytest.raises(Failure, match=rf"first_prediction\.{name}"):
        CHOICE(answered(classes=[int(rule(row)) for row in FIRST]), TRUTH)


@pytest.mark.parametrize(
    ("error", "code", "models", "name"),
    [
        (("IndexError", "index 0 is out of bounds for axis 0 with size 0"), "", 2, "nothing_found"),
        (("TypeError", "too many positional arguments"), "layer(x)", 1, "not_sequential"),
        (("ValueError", "not enough values to unpack"), "model.layers[1]", 2, "other_layers"),
        (("ValueError", "not enough values to unpack"), "a, b = c", 2, ""),
    ],
)
def test_what_a_model_does_not_have_is_told(
    error: tuple[str, str], code: str, models: int, name: str
) -> None:
    """An empty choice, a model that is no chain, other layers; it fails with so many models."""
    kind, text = error
    problem = {"raised": Raised((kind, "Exception"), text), "code": code, "place": "cell 1"}
    fine: dict[str, Any] = {"returned": 3, "problem": None}
    fails: dict[str, Any] = {"returned": None, "problem": problem}
    half = ASKED // 2
    items = [fine] * half + [fails] * half if models == 1 else [fails] * ASKED
    items.append(items[0])
    step = definition.step_of(fails, items).get("hint")
    assert (step and step.name) == (f"first_prediction.{name}.hint" if name else None)

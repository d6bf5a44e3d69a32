"""Trainings as facts and as claims: what is read of them, and what questions they answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.judging.data_seen import data_seen
from autograder.judging.fits import (
    FitRecord,
    all_fresh,
    check_comparable,
    check_new_fits,
    check_own_models,
    in_order,
    is_learnt,
    join_fits,
    lost_by_rounding,
    same_series,
)
from autograder.recipes import recipe, requests
from autograder.recipes.layer import Regularizer
from autograder.recipes.requests import data_of
from autograder.recipes.unknown import UNKNOWN
from autograder.wire.errors import Failure
from autograder.wire.messages import message
from tests.trainings import fact, fit, network

# ---- made of a recipe --------------------------------------------------------------------------


def test_a_training_is_read_from_its_recipe() -> None:
    """Layers, loss, optimiser and metrics are those that were asked for."""
    training = fact()
    assert [layer.kind for layer in training.layers] == ["Flatten", "Dense", "Dense"]
    assert [layer.output_shape for layer in training.layers] == [(4,), (8,), (10,)]
    assert (training.loss, training.optimizer) == ("sparse_categorical_crossentropy", "Adam")
    assert (training.metrics, training.from_logits) == (("accuracy",), False)


def test_objects_are_read_by_their_names() -> None:
    """A loss and a metric that are objects read by kind and by name, with the use of logits."""
    loss = recipe.Loss("SparseCategoricalCrossentropy", from_logits=True)
    metrics = (recipe.Metric("SparseCategoricalAccuracy", "mine"), "acc")
    compiled = recipe.Compiled(recipe.Optimizer("SGD"), loss, metrics)
    training = fact(compiled=compiled)
    assert (training.loss, training.from_logits) == ("SparseCategoricalCrossentropy", True)
    assert training.metrics == ("mine", "acc")


@pytest.mark.parametrize("compiled", [None, recipe.Compiled(recipe.Optimizer("SGD"), None)])
def test_what_was_not_compiled_has_no_loss(compiled: Any) -> None:
    """A model without `compile`, or without a loss, is a training all the same."""
    training = fact(compiled=compiled)
    assert (training.loss, training.from_logits) == ("", False)


@pytest.mark.parametrize(
    ("changes", "size", "steps"),
    [
        ({}, 32, 1),
        ({"batch_size": 4}, 4, 4),
        ({"batch_size": 4, "steps_per_epoch": 2}, 4, 2),
        ({"steps_per_epoch": 4}, 4, 4),
    ],
)
def test_batches_are_those_of_the_call(changes: dict[str, Any], size: int, steps: int) -> None:
    """Fifteen images in batches of the size that was asked for, or that Keras takes."""
    training = fact(asked=fit(**changes))
    assert (training.batch_size, training.steps) == (size, steps)


def test_batches_of_a_pipeline_are_those_that_were_drawn() -> None:
    """Their size is known where they have one, and their number always."""
    numbers = data_of(np.arange(12, dtype=np.int32))
    ends = data_of(np.array([5, 10, 12], np.int32))
    even, uneven = (
        fact(asked=fit(drawn=requests.Drawn(numbers, ends, size=size))) for size in (5, None)
    )
    assert (even.batch_size, even.steps, uneven.steps) == (5, 3, 3)
    assert uneven.batch_size is UNKNOWN


def test_the_learning_rate_is_the_optimisers() -> None:
    """As it was in force; that of a schedule, and of what nobody saw, is not known."""
    adam = recipe.Optimizer("Adam", {"learning_rate": 0.01})
    assert fact(compiled=recipe.Compiled(adam, "mse")).learning_rate == 0.01
    assert fact(compiled=recipe.Compiled(recipe.Optimizer("Adam"), "mse")).learning_rate is UNKNOWN
    on_trust = fact(asked=None)
    assert on_trust.learning_rate is on_trust.batch_size is on_trust.steps is UNKNOWN


# ---- questions ---------------------------------------------------------------------------------


def test_what_was_held_back_belongs_to_what_was_given() -> None:
    """A training and what it held back to validate on are together what `fit` was called with."""
    images, labels = np.random.default_rng(0).random((10, 2, 2)).round(), np.arange(10)
    alone = replace(fact(), images=data_seen(images[:7]), labels=data_seen(labels[:7]))
    validation, classes = data_seen(images[7:]), data_seen(labels[7:])
    whole = replace(alone, validation=validation, validation_labels=classes).with_held_back()
    assert whole.images is not None
    assert whole.labels is not None
    assert whole.images.is_like(data_seen(images))
    assert whole.labels.has_rows_of(data_seen(labels))
    assert alone.with_held_back() == alone


def with_loss(loss: str, activation: Any, *, from_logits: bool = False) -> FitRecord:
    """A training whose last layer has that activation."""
    layers = recipe.Flatten(), recipe.Dense(10, activation)
    return replace(fact(*layers), loss=loss, from_logits=from_logits)


@pytest.mark.parametrize(
    ("loss", "activations"),
    [
        ("sparse_categorical_crossentropy", {"softmax"}),
        ("KLDivergence", {"softmax"}),
        ("BinaryCrossentropy", {"softmax", "sigmoid"}),
        ("mean_squared_error", {"softmax", "sigmoid", "linear", "log_softmax"}),
        ("a_loss_of_mine", {"softmax", "sigmoid", "linear", "log_softmax"}),
    ],
)
def test_a_loss_decides_which_outputs_fit(loss: str, activations: set[str]) -> None:
    """A loss for probabilities wants them, one for ten questions may have sigmoids, and what one
    of the student's own wants is not known.
    """
    tried = ("softmax", "sigmoid", "linear", "log_softmax")
    assert {one for one in tried if fits_output(with_loss(loss, one))} == activations


def test_a_loss_of_logits_wants_logits() -> None:
    """Logits are numbers without softmax, or its logarithm, whose softmax is the same."""
    trainings = {
        activation: with_loss("sparse_categorical_crossentropy", activation, from_logits=True)
        for activation in ("linear", "log_softmax", "softmax", "relu")
    }
    fitting = {name for name, training in trainings.items() if fits_output(training)}
    assert fitting == {"linear", "log_softmax"}


def fits_output(training: FitRecord) -> bool:
    """Whether the check of the last layer passes."""
    try:
        training.check_output(10)
    except Failure:
        return False
    return True


NEW = fact(after="a")
NEXT = fact(start="earlier", new_optimizer=False, before="a", after="b")
LAST = fact(start="earlier", before="b", after="c")
HAND = fact(start="given", after="h")
AFTER_HAND = fact(start="earlier", before="h", after="i")
ELSEWHERE = fact(start="earlier", before="z", after="y")


@pytest.mark.parametrize(
    ("trainings", "fresh"),
    [
        ([], True),
        ([NEW, NEW], True),
        ([NEW, NEXT], False),
        ([NEW, HAND], False),
        ([fact(new_optimizer=False)], False),
        ([ELSEWHERE], False),
        ([NEW, fact(before="a")], False),
    ],
)
def test_what_starts_afresh(trainings: list[FitRecord], fresh: bool) -> None:
    """Trainings are fresh whose weights and optimisers are all new."""
    assert all_fresh(trainings) is fresh


@pytest.mark.parametrize(
    ("trainings", "learnt"),
    [
        ([NEW], True),
        ([HAND, NEW], True),
        ([NEW, NEXT], True),
        ([NEW, NEXT, LAST], True),
        ([NEW, HAND], False),
        ([HAND, AFTER_HAND], False),
        ([ELSEWHERE], False),
        ([NEXT, NEW, LAST], False),
    ],
)
def test_what_was_learnt_and_not_set(trainings: list[FitRecord], learnt: bool) -> None:
    """A network learnt what it knows if its trainings lead back to new weights."""
    assert is_learnt(trainings) is learnt


def test_many_claims_of_one_state_are_followed_quickly() -> None:
    """A list of claims that all seem to go on from each other is followed once."""
    assert not is_learnt([fact(start="earlier", before="x", after="x")] * 200)


def test_trainings_are_put_in_order() -> None:
    """A claim comes after as many answers of the trainer as it says, before what was asked next."""
    facts = [
        replace(fact(epochs=epochs), order=order) for epochs, order in ((1, 0), (2, 1), (4, 4))
    ]
    claims = [replace(fact(epochs=epochs), order=order) for epochs, order in ((7, 0), (9, 4))]
    assert [fit.epochs for fit in in_order(claims, facts)] == [7, 1, 2, 9, 4]
    assert [fit.epochs for fit in in_order(claims[::-1], facts)] == [7, 1, 2, 9, 4]


def test_a_call_that_the_trainer_began_is_one_training() -> None:
    """The epochs that the sandbox did follow those of the trainer, and the whole is on trust."""
    begun = fact(logs={"loss": (0.9,)}, epochs=3)
    rest = fact(
        logs={"loss": (0.5, 0.4)}, epochs=3, start="given", before="b", order=1, goes_on=True
    )
    (whole,) = in_order([replace(rest, level="trust")], [begun])
    assert (whole.level, whole.start, whole.logs["loss"]) == ("trust", "new", (0.9, 0.5, 0.4))
    # The sandbox says of its part how many epochs were left.
    (whole,) = in_order([replace(rest, level="trust", epochs=2)], [begun])
    assert whole.epochs == 3


def test_trainings_without_fit_are_no_calls() -> None:
    """Where calls of `fit` are asked for, a loop of one's own is none."""
    check_new_fits([NEW], 1, 1)
    with pytest.raises(Failure, match=r"fit.calls.*seen=0"):
        check_new_fits([replace(NEW, by_fit=False)], 1, 1)


@pytest.mark.parametrize(
    ("second", "name"),
    [
        (NEXT, "new_models"),
        (HAND, "new_models"),
        (replace(NEXT, new_optimizer=True), "new_layers"),
        (replace(NEXT, start="new", new_optimizer=True), "new_layers"),
        (replace(NEXT, new_optimizer=UNKNOWN), "new_models"),
        (replace(NEW, new_optimizer=False), "new_optimizers"),
        (replace(NEW, start="earlier", before="z"), "model_of_earlier_call"),
    ],
)
def test_layers_that_are_trained_again_are_told_from_a_model(second: FitRecord, name: str) -> None:
    """Where only the optimiser is new, `compile` was called again; where all else is, it is old."""
    with pytest.raises(Failure, match=rf"fit\.{name}\("):
        check_new_fits([NEW, second], 2, 1)


def test_a_number_of_epochs_is_told_from_none() -> None:
    """One epoch is what `fit` does by itself; any other number comes from somewhere."""
    with pytest.raises(Failure, match=r"fit\.epochs\(expected=3, seen=1\)"):
        check_new_fits([NEW], 1, 3)
    with pytest.raises(Failure, match=r"fit\.epochs\(.*hint=fit\.other_epochs\(count=3\)"):
        check_new_fits([replace(NEW, epochs=5)], 1, 3)


def compiled_with(*metrics: Any) -> Any:
    return recipe.Compiled(recipe.Optimizer("Adam"), "mse", metrics)


@pytest.mark.parametrize(
    "metric",
    [
        "accuracy",
        "acc",
        "sparse_categorical_accuracy",
        recipe.Metric("SparseCategoricalAccuracy", "share_right"),
        recipe.Metric("CategoricalAccuracy", "accuracy"),
    ],
    ids=str,
)
def test_an_accuracy_has_many_names(metric: Any) -> None:
    """The accuracy's series is found by whatever name it has, among others like it."""
    name = metric if isinstance(metric, str) else metric.name
    other = recipe.Metric("SparseTopKCategoricalAccuracy", "acc_top", k=3)
    logs = {"loss": (1.0,), "acc_top": (0.9,), name: (0.5,)}
    fit = fact(compiled=compiled_with(other, metric), logs=logs)
    assert fit.series("accuracy") == (0.5,)


@pytest.mark.parametrize(
    "metric",
    [
        "sparse_top_k_categorical_accuracy",
        "binary_accuracy",
        recipe.Metric("TopKCategoricalAccuracy", "accuracy", k=5),
    ],
    ids=str,
)
def test_another_measure_is_no_accuracy(metric: Any) -> None:
    """A metric that only sounds like the accuracy, or is named so, is not taken for it."""
    name = metric if isinstance(metric, str) else metric.name
    fit = fact(compiled=compiled_with(metric), logs={"loss": (1.0,), name: (0.5,)})
    named = "series" if isinstance(metric, str) else "other_metric.*kind=TopKCategoricalAccuracy"
    with pytest.raises(Failure, match=rf"fit\.{named}"):
        fit.series("accuracy")


def test_where_only_names_are_known_they_decide() -> None:
    """Without a description the accuracy is the series that is called so."""
    logs = {"top_accuracy": (0.9,), "val_acc": (0.8,), "my_acc": (0.5,)}
    assert fact(logs=logs, asked=None).series("accuracy") == (0.5,)


def test_a_missing_series_fails() -> None:
    """A series that training did not report is a failure that lists those it did."""
    with pytest.raises(Failure, match=r"fit\.series.*loss"):
        fact(logs={"loss": (1.0,)}).series("accuracy")


@pytest.mark.parametrize(
    ("reported", "same"),
    [
        ([0.5, 0.25], True),
        (np.array([0.5001, 0.25]), True),
        ([0.5], False),
        ([0.5, 0.26], False),
        (None, False),
        ({"loss": [0.5, 0.25]}, False),
    ],
)
def test_reported_numbers_are_compared(reported: Any, same: bool) -> None:
    """Numbers are the recorded ones if there are as many, each the same to three places."""
    if same:
        same_series(reported, (0.5, 0.25), "own.losses")
    else:
        with pytest.raises(Failure):
            same_series(reported, (0.5, 0.25), "own.losses")


@pytest.mark.parametrize(
    ("number", "lost"), [(3.0, 0.5), (0.0, 0.5), (0.2, 0.05), (0.25, 0.005), (1 / 3, 0.0)]
)
def test_how_much_rounding_may_have_lost(number: float, lost: float) -> None:
    """A number with few places may have been rounded by half of the last one."""
    assert lost_by_rounding(number) == pytest.approx(lost, abs=1e-8)


def test_losses_that_are_no_numbers_are_told_as_such() -> None:
    """A training that diverged has no losses to report, and its own next step."""
    with pytest.raises(Failure, match=r"fit\.losses_not_finite"):
        fact(logs={"accuracy": (0.1,)}).series("loss")


def test_losses_that_were_rounded_too_much_are_told_so() -> None:
    """Losses near those of the training were rounded; others have the step of the check."""
    rounded = message("hint.without_rounding")
    for reported, step in (([0.5, 0.3], rounded), ([0.5, 0.5], None), ([0.5], None)):
        with pytest.raises(Failure) as caught:
            same_series(reported, (0.5, 0.28), "own.losses")
        assert caught.value.message.values.get("hint") == step


# ---- compared with each other --------------------------------------------------------------------


def asked(**changes: Any) -> FitRecord:
    """A training that was asked for with these changes."""
    training = fact()
    assert training.asked is not None
    return replace(training, asked=msgspec.structs.replace(training.asked, **changes))


def measured(loss_weight: float | None = None, **said: Any) -> recipe.Compiled:
    """The usual loss as an object of which this is said."""
    loss = recipe.Loss("SparseCategoricalCrossentropy", **said)
    return recipe.Compiled(recipe.Optimizer("Adam"), loss, ("accuracy",), loss_weight=loss_weight)


PENALISED = recipe.Dense(8, "relu", kernel_regularizer=Regularizer(l2=0.01))
SLOW = recipe.Compiled(
    recipe.Optimizer("Adam", {"learning_rate": 1e-7}), "sparse_categorical_crossentropy"
)
SCALED = recipe.Rescaling(1 / 255)


@pytest.mark.parametrize(
    ("other", "what"),
    [
        (fact(), ""),
        (asked(compiled=compiled_with()), ""),
        (asked(network=network(SCALED, *network().layers)), ""),
        (replace(fact(), asked=None), ""),
        (asked(network=network(recipe.Dense(8, "relu"), recipe.Dense(10))), "layers"),
        (asked(network=network(*network().layers, SCALED)), "layers"),
        (asked(compiled=SLOW), "optimizer"),
        (asked(batch_size=8), "batch_size"),
        (asked(shuffle=False), "shuffle"),
        (replace(fact(), loss="mse"), "loss"),
        (replace(fact(), from_logits=True), "loss"),
        (asked(compiled=measured()), ""),
        (asked(compiled=measured(loss_weight=0.5)), "loss"),
        (asked(compiled=measured(reduction="sum")), "loss"),
        (asked(compiled=measured(label_smoothing=0.1)), "loss"),
    ],
)
def test_what_two_trainings_differ_in(other: FitRecord, what: str) -> None:
    """Layers, optimiser, loss and batches are compared; data, their scale and metrics are not."""
    assert fact().differs_in(other) == other.differs_in(fact()) == what


@pytest.mark.parametrize(
    ("other", "name"),
    [
        (asked(compiled=SLOW), ""),
        (asked(compiled=measured(loss_weight=1.0, reduction="mean")), ""),
        (fact(recipe.Dense(500, "relu"), recipe.Dense(10, "softmax")), ""),
        (replace(fact(), loss=UNKNOWN, asked=None), ""),
        (replace(fact(), still=True), "fit.idle_epochs"),
        (asked(compiled=measured(loss_weight=0.5)), "fit.other_measure"),
        (asked(compiled=measured(reduction="sum")), "fit.other_measure"),
        (asked(class_weight=tuple((each, 0.5) for each in range(10))), "fit.other_measure"),
        (replace(fact(), sample_weight=data_seen(np.full(15, 0.5))), "fit.other_measure"),
        (fact(PENALISED, recipe.Dense(10, "softmax")), "fit.other_measure"),
    ],
)
def test_losses_that_are_compared_are_measured_alike(other: FitRecord, name: str) -> None:
    """A loss says who learnt more if weights moved, and if nothing makes one of them smaller."""
    for pair in ((fact(), other), (other, fact())):
        try:
            check_comparable(*pair)
        except Failure as failure:
            assert failure.message.name == name  # noqa: PT017 - one that passes has no name
        else:
            assert not name


def test_a_loss_is_the_same_by_name_and_as_an_object() -> None:
    """A loss is that function of Keras in either way to give it."""
    assert replace(fact(), loss="SparseCategoricalCrossentropy").differs_in(fact()) == ""
    assert fact().has_loss("SparseCategoricalCrossentropy")
    assert not fact().has_loss("categorical_crossentropy")


def test_calls_that_go_on_are_one_training() -> None:
    """Calls on the same data, each from where one before it ended, are joined, in any order."""
    first, other = fact(after="a"), fact(after="x", loss="mse")
    second = fact(
        start="earlier", new_optimizer=False, before="a", after="b", logs={"loss": (0.4,)}
    )
    third = replace(second, before="b", after="c", logs={"loss": (0.3,)})
    joined = join_fits([first, other, second, third])
    assert [fit.loss for fit in joined] == [first.loss, "mse"]
    assert (joined[0].epochs, joined[0].logs["loss"]) == (3, (0.5, 0.4, 0.3))
    assert (joined[0].start, joined[0].after, joined[0].new_optimizer) == ("new", "c", True)
    for changes in ({"new_optimizer": True}, {"images": None}, {"network": None}, {"before": "z"}):
        assert len(join_fits([first, replace(second, **changes)])) == 2


def test_a_model_of_another_call_is_told() -> None:
    """A training that goes on where an earlier one ended is with the same model."""
    check_own_models([NEW, NEW, HAND])
    with pytest.raises(Failure, match=r"fit\.same_model"):
        check_own_models([NEW, NEXT])
    with pytest.raises(Failure, match=r"fit\.same_layers"):
        check_own_models([NEW, replace(NEXT, new_optimizer=True)])


def test_epochs_that_were_not_run_are_told() -> None:
    """A training that was ended early is not one of so many epochs."""
    check_new_fits([fact()], 1, 1)
    with pytest.raises(Failure, match=r"fit\.epochs_run"):
        check_new_fits([fact(epochs=3)], 1, 3)


def test_weights_and_biases_are_counted() -> None:
    """Parameters are numbers that can be learnt, and the state of a generator is none."""
    arrays = (np.zeros((3, 2), np.float32), np.zeros(2, np.float32), np.zeros(2, np.uint32))
    assert fact(weights=arrays).parameters() == 8
    with pytest.raises(Failure, match=r"report\.no_weights"):
        fact().parameters()

"""Stop at an accuracy: a callback driven with made-up epochs, and then in real trainings."""

import math
import re
from dataclasses import dataclass
from typing import Any

from autograder.judging.author import (
    Exercise,
    Failure,
    as_mapping,
    as_number,
    as_returned,
    expect,
    message,
    rule_of,
    text,
)

exercise = Exercise(
    "stop_at_accuracy",
    "Stop at an accuracy",
    asks_for=("StopAtAccuracy",),
    background=(
        "Why train on when the network is good enough?",
        "Keras calls the methods of a callback as it trains ... Keras stops.",
        "Write the class `StopAtAccuracy`.",
    ),
)

STOP = "stop_training"
LONGEST_NAME = 60
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
# Just below a target: what is left out by comparing less exactly, in whole percents, with two or
# three decimal places, or with a hundredth to spare; the last is one image of 50,000.
JUST_BELOW = (0.02, 0.0049, 0.0038, 0.0004, 2e-5)
JUST_ABOVE = (2e-5, 0.004, 0.02)
# Epochs of the longest made-up training, whose accuracies rise to just below its target.
LONG = 39
# The rules for what the student's own code raises.
OWN = ("own", "assertion", "assertion_text")
# What is called a little: more than the largest of these.
A_LITTLE = 0.03
# So little below a target, an epoch of a real training may be its last: whether one comes to lie
# there is left to chance, and made-up epochs tell who compares less exactly.
TOO_CLOSE = 0.02
# The learning rate of "adam".
RATE = 0.001
# How many epochs the training has whose target is out of reach.
EPOCHS_BEYOND = 2

say = exercise.messages(
    too_late=text(
        "an epoch that ends with the accuracy {accuracy:.5f}, target {target:.5f}",
        hint="Check each part: Keras calls `on_epoch_end`; the number to compare is"
        ' `logs["accuracy"]`, which is a share as the target is, no percentage; the attribute to'
        " set is `stop_training` of the model, and True.",
    ),
    set_to_false=text(
        "@stop_at_accuracy.too_late.about",
        seen="no stop: `stop_training` of the model was set, but to False",
        hint="Keras stops where it is True.",
    ),
    misspelt=text(
        "@stop_at_accuracy.too_late.about",
        seen="no stop: the model got an attribute `{attribute}`",
        hint="Keras looks at `stop_training`: compare the spelling, letter by letter.",
    ),
    another_model=text(
        "@stop_at_accuracy.too_late.about",
        seen="no stop: `{attribute}` of another model was set",
        hint="The model in training is `self.model`: set it there.",
    ),
    of_the_callback=text(
        "@stop_at_accuracy.too_late.about",
        seen="no stop: the callback itself got an attribute `{attribute}`",
        hint="Keras looks at the model's attribute, not at the callback's: which object belongs"
        " before the point?",
    ),
    by_validation=text(
        "@stop_at_accuracy.too_late.about",
        seen="no stop, though it stops where the accuracy of validation data reaches the target",
        hint="Which entry of `logs` is the accuracy of training? Those of validation begin with"
        " `val_`.",
    ),
    only_equal=text(
        "@stop_at_accuracy.too_late.about",
        seen="no stop, though it stops where the accuracy equals the target",
        hint="Which comparison is true above the target as well as at it?",
    ),
    not_in_first=text(
        "@stop_at_accuracy.too_late.about",
        seen="no stop after the first epoch, though it stops after a later one with that accuracy",
        hint="One epoch that reaches the target is enough, and the first counts as any other. Its"
        " number is 0, which is False in a condition: leave the number of the epoch out of yours.",
    ),
    in_percent=text(
        "@stop_at_accuracy.too_late.about",
        seen="no stop, though it stops at an accuracy a hundred times as high",
        hint="The target and the accuracy are both shares, from 0 to 1: compare them as they are,"
        " without a factor.",
    ),
    too_early=text(
        "an epoch that ends with the accuracy {accuracy:.5f}, target {target:.5f}",
        hint="Only the accuracy that `on_epoch_end` gets counts, not that of a batch, and only if"
        " it reaches `target`: compare the two as they are, both shares from 0 to 1, without a"
        " factor.",
    ),
    just_below=text(
        "@stop_at_accuracy.too_early.about",
        hint="An accuracy that is a little below the target has not reached it: compare the two as"
        " they are, without `int`, rounding, or something to spare.",
    ),
    validation_counts=text(
        "an epoch that ends with the accuracy {accuracy:.5f} and the validation accuracy"
        " {tested:.5f}, target {target:.5f}",
        hint='`logs["accuracy"]` alone counts, the entry with exactly this name: `val_accuracy` has'
        " the word in it too, and does not count.",
    ),
    validation_for_missing=text(
        "an epoch that ends without an accuracy, but with the validation accuracy {tested:.5f},"
        " target {target:.5f}",
        hint="Validation does not count, not even in place of an accuracy that is missing: do"
        " nothing without the entry `accuracy`.",
    ),
    made=text(seen="a callback with the target {targets:list}"),
    target_is_share=text(
        hint="A target is a share from 0 to 1, with both of these: your class has to take each of"
        " them."
    ),
    equal=text(
        "an epoch that ends with the accuracy {accuracy:.5f}, target {target:.5f}",
        hint="An accuracy that equals the target has reached it.",
    ),
    again=text(
        "a second training with the same callback: an epoch that ends with the accuracy"
        " {accuracy:.5f}, target {target:.5f}",
        hint="What the first training left behind, such as a flag or its network, must not decide"
        " about this one: do without it, or set it anew in `on_train_begin`.",
    ),
    beside=text(
        "a callback with the target {target:.5f}, made together with one with {other:.5f}: an epoch"
        " that ends with the accuracy {accuracy:.5f}",
        hint="Each callback has a target of its own: keep it in `self`, not in the class and not in"
        " a global variable.",
    ),
    undone=text(
        "an epoch that ends with the accuracy {accuracy:.5f}, with callbacks of several targets,"
        " the lowest {target:.5f}",
        hint="Another callback may have stopped the training already: below its own target, a"
        " callback leaves `stop_training` alone.",
    ),
    logs_changed=text(
        "@stop_at_accuracy.undone.about",
        seen="no stop: a callback with another target changed `logs`, which all of them share",
        hint="Read the accuracy with `logs.get`, and leave `logs` as it is: what `pop` takes out,"
        " the next callback does not find.",
    ),
    missing=text(
        "an epoch that ends without an accuracy, target {target:.5f}",
        hint="Without an accuracy there is nothing to compare: do nothing.",
    ),
    missing_logs=text(hint="What may `logs` be, and what may be missing from it?"),
    stop=text(seen="a stop"),
    no_stop=text(seen="no stop"),
    report=text(
        "the report of a made-up training",
        expected="a report of each epoch",
        seen="another",
        hint="Let your functions return what they compute, and change nothing else.",
    ),
    nothing_printed=text(
        "what is printed when training is stopped",
        expected="a line of its own",
        seen="nothing",
        hint="Use Python's own `print` (`tf.print` writes elsewhere) where the training is stopped,"
        " under no other condition, and only there.",
    ),
    not_printed_again=text(
        "what is printed when a second training with the same callback is stopped",
        expected="a line of its own",
        seen="nothing",
        hint="Each stop is said. What did the first training leave behind that prevents it?",
    ),
    same_line=text(
        "what is printed when training is stopped",
        expected="a line of its own",
        seen="'{line}', as at other times",
        hint="Use `print` where the training is stopped, and only there.",
    ),
    no_other_epoch=text(
        "what is printed when training goes on",
        expected="no word of a stop",
        seen="no training that goes on",
        hint="What keeps your class from stopping after the first epoch?",
    ),
    ends=text(
        "the end of a real training, target {target:.3f}",
        expected="after epoch {right}",
        seen="after epoch {epochs}, with the accuracies {accuracies}",
        hint="Compare each epoch's accuracy in the list with the target, as your class would.",
    ),
    goes_on=text(
        "epochs of a real training, target {target:.2f}",
        hint="What makes your class stop, if no epoch comes near the target?",
    ),
    other_rate=text(
        "the learning rate of a real training",
        expected="the one that the model was compiled with",
        seen="{rate:g}",
        hint="A rate of 0 is no stop: let the callback set `stop_training`, and nothing else.",
    ),
    other_weights=text(
        "the weights in a real training",
        expected="those that the training comes to",
        seen="others, which the callback has set",
        hint="Let the callback set `stop_training`, and nothing else.",
    ),
    trainings=text("number of trainings", hint="Let the callback train nothing."),
)


# What an attribute that is no stop was meant for: whose it is, whether it is named rightly, what it
# was set to.
MEANT = {
    ("model", True, False): say.set_to_false,
    ("model", False, True): say.misspelt,
    ("another", True, True): say.another_model,
    ("callback", True, True): say.of_the_callback,
}


def epoch_of(end, batch=None, validation=None):
    """What the two batches of an epoch are told, its validation and its end."""
    tested = None
    if validation is not None:
        tested = {"accuracy": validation, "loss": 0.3}
        end = {**end, "val_accuracy": validation, "val_loss": 0.3}
    return [[batch or {}, batch or end or {}], tested, end]


def reaching(accuracy, loss=0.5, **misleading):
    """An epoch that ends with an accuracy."""
    return epoch_of({"accuracy": accuracy, "loss": loss}, **misleading)


def script_of(targets, *trainings, first_epochs=None):
    """The targets of the callbacks there are; of each training, their places and its epochs.

    `first_epochs` are the numbers of the first of them, 0 for all by default.
    """
    first_epochs = first_epochs or [0] * len(trainings)
    numbered = zip(trainings, first_epochs, strict=True)
    return {"targets": targets, "trainings": [[*training, first] for training, first in numbered]}


@exercise.given
def scripts(generator):
    """What callbacks are told: their targets, and the epochs of each training of one of them.

    An epoch is what its batches, its validation and its end say. Losses, validation accuracies and
    the accuracies of batches mislead who looks at these. Epochs that are never reached by a right
    answer stand behind each stop, and no name of a script says what it is about (`kind_of`).
    """
    made = []
    for percent in generator.choice(range(55, 95), 4, replace=False).tolist():
        target = percent / 100
        after = reaching(target - 0.3)
        for more in JUST_ABOVE:
            above = reaching(target + more, loss=2.0, validation=target - 0.1)
            made.append(script_of([target], ([0], [above, after, above])))
        for own in (target, target + 0.0049):
            above = reaching(own + 0.03, loss=2.0)
            ends = [reaching(own - less, loss=0.01) for less in (0.5, *JUST_BELOW)]
            made.append(script_of([own], ([0], [*ends, above, after])))
            for loss in (2.0, 0.01):
                batch = {"accuracy": own + 0.02, "loss": loss}
                by_batches = reaching(own - 0.2, loss, batch=batch)
                by_validation = reaching(own - 0.1, loss, validation=own + 0.02)
                made.append(script_of([own], ([0], [by_batches, by_validation, after, above])))
                made.append(script_of([own], ([0], [after, by_validation])))
        nothing = [epoch_of(None), epoch_of({"loss": 0.05}), epoch_of({})]
        validated = epoch_of({"loss": 0.05}, validation=target + 0.02)
        for without in ([nothing[0], validated], [*nothing[1:], validated], nothing):
            made.append(script_of([target], ([0], [*without, reaching(target + 0.03), after])))
    # Longer than any training that is real here.
    long = [reaching(0.55 + 0.005 * epoch) for epoch in range(LONG)]
    made.append(script_of([0.75], ([0], [*long, reaching(0.78, loss=2.0), reaching(0.5)])))
    for target in (0.02, 0.1):
        made.append(script_of([target], ([0], [reaching(0.5), reaching(0.01)])))
    for target in (0.25, 0.5, 0.75, 1.0):
        ends = [reaching(target - 0.2), reaching(target), reaching(target - 0.2)]
        made.append(script_of([target], ([0], ends)))
    told = [
        ([1], 0.3, 0.7),
        ([0], 0.4, 0.75),
        ([1], 0.3, 0.61),
        ([0], 0.5, 0.97),
        ([1], 0.5, 0.61),
        ([1, 0], 0.5, 0.61),
        ([0, 1], 0.5, 0.61),
    ]
    again = [(places, [reaching(low), reaching(high), reaching(low)]) for places, low, high in told]
    # One that goes on where another ended does not begin with epoch 0.
    made.append(script_of([0.95, 0.6], *again, first_epochs=[0, 0, 3, 0, 4, 0, 3]))
    order = generator.permutation(len(made)).tolist()
    # Targets of real trainings look like those of made-up ones, where the higher ones are reached.
    target = int(generator.integers(54, 61)) / 100
    beyond = int(generator.integers(90, 95)) / 100
    mixed = [made[place] for place in order]
    # Nothing is checked by this one: it shows who takes shares for percentages.
    in_percent = script_of([0.6], ([0], [reaching(59.0), reaching(61.0)]))
    return {"scripts": [*mixed, in_percent], "target": target, "beyond": beyond, "epochs": 8}


@exercise.probe
def drive(student, given):
    """The grader calls the methods of your class as Keras does, with made-up epochs."""
    import keras

    def play(script):
        callbacks = [student.callback("StopAtAccuracy", target) for target in script["targets"]]
        return [
            student.rehearse(
                [callbacks[place] for place in places], models[number // 2 % 2], epochs, first
            )
            for number, (places, epochs, first) in enumerate(script["trainings"])
        ]

    # Of the trainings of one callback, some are of another network.
    models = [
        keras.Sequential(
            [keras.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(10, "softmax")]
        )
        for _ in range(2)
    ]
    for model in models:
        model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return {"reports": [student.attempt(play, script) for script in given.scripts]}


@exercise.probe
def fit(student, given):
    """The grader trains its own small network with your class, on 256 images."""
    import keras

    def train():
        callback = student.callback("StopAtAccuracy", given.target)
        model.fit(images, labels, epochs=given.epochs, callbacks=[callback], verbose=0)

    images, labels = given.train_images[:256] / 255.0, given.train_labels[:256]
    model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10, "softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    ended = student.attempt(train)
    stopped = bool(getattr(model, "stop_training", False))
    if stopped or ended["problem"] is None:
        # What it leaves behind is seen in what goes on from there.
        student.attempt(lambda: model.fit(images[:32], labels[:32], verbose=0))
    return {**ended, "stopped": stopped}


@exercise.probe
def fit_out_of_reach(student, given):
    """The grader trains another network with your class, whose target is out of reach."""
    import keras

    def train():
        callback = student.callback("StopAtAccuracy", given.beyond)
        model.fit(images, labels, epochs=2, callbacks=[callback], verbose=0)

    images, labels = given.train_images[:256] / 255.0, given.train_labels[:256]
    model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(10, "softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    ended = student.attempt(train)
    if ended["problem"] is None:
        student.attempt(lambda: model.fit(images[:32], labels[:32], verbose=0))
    return ended


@dataclass(frozen=True)
class Training:
    """A made-up training: the accuracies of each epoch, and what was seen of those there were.

    `ended` is what became of it, as `student.attempt` has it. The callback is `alone` in it, or
    there are others, and `target` is the lowest of theirs; `other` is that of a callback that was
    made as well. `again` says that there was a training with the callback before. `attributes` are
    those set as if for a stop, and entries of `logs` that were changed.
    """

    target: float
    accuracies: list[float | None]
    validation: list[float | None]
    stops: list[bool]
    printed: list[str]
    ended: dict[str, Any]
    alone: bool
    other: float
    again: bool
    attributes: list[tuple[Any, ...]]

    def reaches(self, epoch):
        """Whether an epoch reaches the target."""
        accuracy = self.accuracies[epoch]
        return accuracy is not None and accuracy >= self.target

    @property
    def is_misled(self):
        """Whether it was stopped where only the accuracy of validation data reaches the target."""
        if True not in self.stops:
            return False
        epoch = self.stops.index(True)
        tested = self.validation[epoch]
        return tested is not None and tested >= self.target and not self.reaches(epoch)

    @property
    def goes_on(self):
        """How many epochs do not reach the target before one does."""
        reached = [epoch for epoch in range(len(self.accuracies)) if self.reaches(epoch)]
        return reached[0] if reached else len(self.accuracies)

    def check_stop(self, epoch, name, **values):
        """That epoch took place, and the training was stopped after it if that is right."""
        right, stop = self.reaches(epoch), self.stops[epoch : epoch + 1] == [True]
        if stop and not right and name in (say.too_early, say.missing):
            name, values = self.why_stopped(epoch) or name, {"tested": self.validation[epoch]}
        if epoch >= len(self.stops) or (stop < right and self.ended["problem"] is not None):
            self.check_ended(name)
        expect.that(epoch < len(self.stops), say.report)
        expect.equal(
            stop,
            right,
            name,
            accuracy=self.accuracies[epoch],
            target=self.target,
            expected=said_of(right),
            **{"seen": said_of(stop), **values},
        )

    def why_stopped(self, epoch):
        """The message for a stop that is wrong, by what the epoch ends with; `None`: no other."""
        accuracy, tested = self.accuracies[epoch], self.validation[epoch]
        if tested is not None and tested >= self.target:
            return say.validation_for_missing if accuracy is None else say.validation_counts
        if accuracy is not None and self.target - accuracy < A_LITTLE:
            return say.just_below
        return None

    def check_ended(self, name):
        """Nothing was raised; where a message is about what is missing, it comes of that."""
        step = {"hint": message(f"{say.missing_logs}.hint")} if name == say.missing else {}
        as_returned(self.ended, **step)

    def lines(self, epoch):
        """The lines printed in an epoch, and after the last one, with all numbers made alike."""
        numberless = NUMBER.sub("#", "".join(self.printed[epoch : epoch + 1]))
        return {line.strip() for line in numberless.splitlines()} - {""}

    def reacts(self, epoch):
        """Whether a callback does anything after an epoch that it does not do after the first."""
        is_ended = epoch < len(self.stops) and self.ended["problem"] is not None
        return self.stops[epoch:] == [True] or is_ended or bool(self.lines(epoch) - self.lines(0))


def accuracy_of(epoch):
    """The accuracy that an epoch ends with, `None` where it has none."""
    return (epoch[2] or {}).get("accuracy")


def kind_of(script):
    """What a script is about, from its numbers alone."""
    targets, trainings = script["targets"], script["trainings"]
    accuracies = [accuracy_of(epoch) for epoch in trainings[0][1]]
    if len(targets) > 1:
        return "again"
    if None in accuracies:
        return "missing"
    if accuracies[0] > 1:
        return "in percent"
    if targets[0] in accuracies:
        return "equal"
    return "above" if accuracies[0] > targets[0] else "below"


def trainings(seen, truth, kind):
    """The trainings in scripts of a kind; raises `Failure` where one could not begin."""
    asked = truth.given["scripts"]
    for script, item in zip(asked, seen.items("reports", len(asked)), strict=True):
        if kind_of(script) != kind:
            continue
        step = {}
        if rule_of(item) in OWN:
            about = message(f"{say.made}.seen", targets=script["targets"])
            step = {"about": about, "hint": message(f"{say.target_is_share}.hint")}
        reports = as_returned(item, **step)
        if not isinstance(reports, list) or len(reports) != len(script["trainings"]):
            raise Failure(say.report)
        before = set()
        for (places, epochs, _), report in zip(script["trainings"], reports, strict=True):
            ended = as_mapping(report, say.report)
            stops, printed = ended.get("stops"), ended.get("printed")
            accuracies = [accuracy_of(epoch) for epoch in epochs]
            if not (
                isinstance(stops, list)
                and isinstance(printed, list)
                and len(printed) == len(stops) <= len(accuracies)
                and all(isinstance(stop, bool) for stop in stops)
                and all(isinstance(text, str) for text in printed)
                and "problem" in ended
            ):
                raise Failure(say.report)
            targets = script["targets"]
            yield Training(
                min(targets[place] for place in places),
                accuracies,
                [tested and tested["accuracy"] for _batches, tested, _end in epochs],
                stops,
                printed,
                ended,
                alone=len(places) == 1,
                other=next((one for place, one in enumerate(targets) if place not in places), 0),
                again=not before.isdisjoint(places),
                attributes=attributes_of(ended),
            )
            before.update(places)


def attributes_of(ended):
    """Whose attributes were set as if for a stop, or whose entries changed; names and values."""
    items, found = ended.get("attributes"), []
    for item in items if isinstance(items, list) else []:
        match item:
            case [str(whose), str(name), bool(value)]:
                found.append((whose, name[:LONGEST_NAME], value))
    return found


def said_of(stop):
    """Whether training was stopped, as a message."""
    return message(f"{say.stop if stop else say.no_stop}.seen")


@exercise.check(
    drive,
    points=2,
    rests_on="recomputed: unseen accuracies and targets",
    demands=(
        "`StopAtAccuracy(0.85)` makes a callback whose target is a training accuracy of 0.85, a"
        " share above 0 and no percentage",
        "At the end of the first epoch whose `accuracy` reaches the target",
        "it stops the training",
    ),
)
def stops_above(seen, truth):
    """It stops training at the end of an epoch with an accuracy above the target."""
    for training in trainings(seen, truth, "above"):
        name, values = say.too_late, {}
        if training.stops[:1] == [False]:
            name, values = why_not(training, seen, truth)
        training.check_stop(0, name, **values)


@exercise.check(
    drive,
    points=2,
    rests_on="recomputed: the same, below the target",
    demands=(
        "After any other epoch the training goes on",
        "The accuracies of single batches and of validation data do not count.",
    ),
)
def never_stops_below(seen, truth):
    """Until an epoch reaches the target, it never stops, whatever batches and validation say."""
    for training in trainings(seen, truth, "below"):
        check_goes_on(training, say.too_early)


@exercise.check(
    drive,
    points=1,
    rests_on="recomputed: the same, at the target",
    demands="reaches the target (equal is enough)",
)
def stops_at(seen, truth):
    """It stops at an accuracy that equals the target, and not before."""
    for training in trainings(seen, truth, "equal"):
        for epoch in range(training.goes_on):
            training.check_stop(epoch, say.too_early)
        training.check_stop(training.goes_on, say.equal)


@exercise.check(
    drive,
    points=1,
    rests_on="recomputed: the same, without an accuracy",
    demands="Where `logs` is `None`, or has no `accuracy`, there is nothing to decide: the training"
    " goes on.",
)
def survives_missing(seen, truth):
    """Where `logs` is `None` or has no accuracy, the training simply goes on."""
    for training in trainings(seen, truth, "missing"):
        check_goes_on(training, say.missing)


@exercise.check(
    drive,
    points=1,
    rests_on="recomputed: the same, two callbacks in turn",
    demands="One callback may serve several trainings, and one training may have several callbacks"
    " with other targets: none of them undoes the stop of another.",
)
def starts_afresh(seen, truth):
    """It works in a second training too, and beside a callback with another target."""
    for training in trainings(seen, truth, "again"):
        name, values = say.undone, {}
        if any(whose == "logs" for whose, _name, _value in training.attributes):
            name = say.logs_changed
        if training.alone:
            name = say.again if training.again else say.beside
            values = {} if training.again else {"other": training.other}
        for epoch in range(min(training.goes_on + 1, len(training.accuracies))):
            training.check_stop(epoch, name, **values)


@exercise.check(
    drive,
    points=1,
    rests_on="claim: text printed in the sandbox",
    demands=("says so in a message, with `print`", "that message does not appear"),
)
def says_so(seen, truth):
    """It prints a message when it stops, which it does not print otherwise."""
    others = [
        training.lines(epoch)
        for training in trainings(seen, truth, "below")
        for epoch, stop in enumerate(training.stops)
        if not stop and not training.reaches(epoch)
    ]
    for training in trainings(seen, truth, "above"):
        training.check_ended(say.nothing_printed)
        said = training.lines(0)
        expect.that(bool(said), say.nothing_printed)
        expect.that(bool(others), say.no_other_epoch)
        expect.that(bool(said.difference(*others)), say.same_line, line=min(said)[:80])
    for training in trainings(seen, truth, "again"):
        if training.stops[training.goes_on : training.goes_on + 1] == [True]:
            said = training.lines(training.goes_on).difference(*others)
            expect.that(bool(said), say.not_printed_again)


@exercise.check(
    fit,
    points=2,
    rests_on="trained: epochs and accuracies of a training",
    demands=(
        "At the end of the first epoch whose `accuracy` reaches the target",
        "it stops the training",
    ),
)
def fit_stops_in_time(seen, truth):
    """A real training ends with the first epoch that reaches the target."""
    training, rest = fitted(seen, is_stopped=seen.boolean("stopped"))
    check_untouched(training, rest)
    accuracies = training.logs.get("accuracy", ())
    target, epochs = truth.given["target"], truth.given["epochs"]
    reached = [accuracy >= target for accuracy in accuracies]
    right = reached.index(True) + 1 if True in reached else epochs
    is_close = bool(accuracies) and target - TOO_CLOSE <= accuracies[-1] < target
    expect.that(
        len(accuracies) == right or (is_close and True not in reached),
        say.ends,
        target=target,
        right=right,
        epochs=len(accuracies),
        accuracies=[round(accuracy, 3) for accuracy in accuracies],
    )


@exercise.check(
    fit_out_of_reach,
    points=2,
    rests_on="trained: epochs of a training",
    demands="After any other epoch the training goes on",
)
def fit_goes_on_below(seen, truth):
    """A real training runs all its epochs when the target is out of reach."""
    training, rest = fitted(seen)
    check_untouched(training, rest)
    expect.equal(training.epochs_run, EPOCHS_BEYOND, say.goes_on, target=truth.given["beyond"])


def why_not(training, seen, truth):
    """The message for a stop that is missing, by what was seen in its place, and its values."""
    for whose, attribute, value in training.attributes:
        found = MEANT.get((whose, attribute == STOP, value))
        if found is not None:
            return found, {"attribute": attribute}
    if any(one.is_misled for one in trainings(seen, truth, "below")):
        return say.by_validation, {}
    if training.stops[2:] == [True]:
        return say.not_in_first, {}
    if all(one.stops[one.goes_on :] == [True] for one in trainings(seen, truth, "equal")):
        return say.only_equal, {}
    if all(one.stops == [False, True] for one in trainings(seen, truth, "in percent")):
        return say.in_percent, {}
    return say.too_late, {}


def check_goes_on(training, name):
    """It goes on until an epoch reaches the target, and does something then, stop or say so."""
    for epoch in range(training.goes_on):
        training.check_stop(epoch, name)
    if training.goes_on == len(training.accuracies):
        training.check_ended(name)
    elif not training.reacts(training.goes_on):
        training.check_stop(training.goes_on, say.too_late)


def check_untouched(training, rest):
    """The callback let the training learn as it was to, and left what it had learnt behind.

    That is: no other rate, no other weights. `rest` is what the grader trained after it, if so.
    """
    for fit in (training, *rest):
        asked = fit.asked
        numbers = asked.compiled.optimizer.numbers if asked and asked.compiled else {}
        # What was trained without the trainer has it from a float32.
        rate = as_number(numbers.get("learning_rate", RATE), say.other_rate, rate=0)
        expect.that(math.isclose(rate, RATE, rel_tol=1e-6), say.other_rate, rate=rate)
    expect.that(training.start == "new", say.other_weights)
    others = [fit for fit in rest if fit.before and training.after]
    expect.that(all(fit.goes_on_from(training) for fit in others), say.other_weights)


def fitted(seen, *, is_stopped=False):
    """The real training of the probe, and the grader's own after it; or `Failure`.

    What its callback raised after a stop is passed over.
    """
    if not is_stopped and seen.problem() is not None:
        as_returned({"returned": seen.raw("returned"), "problem": seen.raw("problem")})
    fits = seen.fits()
    own = fits[: max(len(fits) - 1, 1)]
    expect.equal(len(own), 1, say.trainings)
    return own[0], fits[1:]

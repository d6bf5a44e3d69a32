"""Only five outputs: the real error of labels that have no output, and the rule behind it."""

import re

import numpy as np

from autograder.judging.author import Cause, Exercise, as_integer, check_given, expect, text

exercise = Exercise(
    "five_outputs", "Only five outputs", asks_for=("error_with_five_outputs", "outputs_needed")
)

OUTPUTS, COUNT = 5, 128
LOWEST, HIGHEST = 0, 9
CAUSE = Cause(
    "InvalidArgumentError",
    (re.compile(r"label value of -?\d+ which is outside the valid range of \[0, 5\)"),),
)

say = exercise.messages(
    last_layer=text(
        "last layer",
        expected="5 neurons",
        hint="Change nothing but the width of the last layer.",
    ),
    labels=text(
        "labels trained on",
        expected="from {lowest} to {highest}",
        seen="from {least:g} to {most:g}",
        hint="Nothing needs repair here: pass the images and labels to `fit` unchanged.",
    ),
    raised=text(
        "error of `fit`",
        expected="an InvalidArgumentError about a label outside the valid range",
        hint="Is all but the last layer as usual, and is the loss the one the exercise names?",
    ),
    whole_number=text(
        "`outputs_needed` for the labels {labels}",
        hint="Return how many outputs are needed, as one number.",
    ),
    plain=text(
        "`outputs_needed` for the labels {labels}",
        hint="Write down the labels 0, 1, 2. How many are there?",
    ),
    gaps=text(
        "`outputs_needed` for the labels {labels}",
        hint="The error said which labels five outputs allow. What would allow the largest label?",
    ),
    lists=text(
        "`outputs_needed` for the labels {labels}",
        hint="The rule is the same. Which functions take lists too?",
    ),
)


@exercise.given
def label_sets(generator):
    """Labels 0 to 6, 0 to 9 and others, shuffled, and labels with classes left out."""

    def shuffled(classes):
        return np.append(generator.permutation(np.tile(classes, 3)), 0)

    plain = [shuffled(np.arange(count)) for count in (7, 10, 13, 2)]
    gaps = [np.array(labels) for labels in ([0, 2, 9], [4], [3, 17, 11, 3], [1, 0, 5])]
    gaps.append(shuffled([0, 1, 2, 3, 6, 8]))
    lists = [shuffled(np.arange(count)).tolist() for count in (7, 12)]
    return {"plain": [plain[0].astype("uint8"), *plain[1:]], "gaps": gaps, "lists": lists}


@exercise.probe
def observe_error(student, given):
    """The grader calls `error_with_five_outputs` with 128 images and their labels."""
    import numpy as np

    # The lowest and the highest class come first, so that even a part of the labels has both.
    ends = [int(np.argmin(given.train_labels)), int(np.argmax(given.train_labels))]
    images = np.concatenate([given.train_images[ends], given.train_images[:126]]) / 255.0
    labels = np.concatenate([given.train_labels[ends], given.train_labels[:126]])
    return student.attempt(student.error_with_five_outputs, images, labels)


@exercise.probe
def count_plain(student, given):
    """The grader calls `outputs_needed` with labels that have no gaps."""
    return {"outputs": [student.outputs_needed(labels) for labels in given.plain]}


@exercise.probe
def count_with_gaps(student, given):
    """The grader calls `outputs_needed` with labels that have gaps."""
    return {"outputs": [student.outputs_needed(labels) for labels in given.gaps]}


@exercise.probe
def count_lists(student, given):
    """The grader calls `outputs_needed` with lists."""
    return {"outputs": [student.outputs_needed(labels) for labels in given.lists]}


def has_five_outputs(fit):
    return fit.layers.output is not None and fit.layers.output.units == OUTPUTS


def keeps_labels(fit):
    """Whether training saw labels from 0 to 9."""
    labels = fit.labels
    return labels is not None and (labels.minimum, labels.maximum) == (LOWEST, HIGHEST)


@exercise.check(observe_error, points=2, rests_on="trained: layers of a training")
def trains_with_five_outputs(seen, truth):
    """`error_with_five_outputs` trains a network whose last layer has five neurons."""
    fits = CAUSE.attempted(seen)
    expect.that(any(map(has_five_outputs, fits)), say.last_layer, seen=fits[-1].layers.in_words)


@exercise.check(
    observe_error,
    points=1,
    after=trains_with_five_outputs,
    rests_on="trained: smallest and largest label of that training",
)
def labels_are_left_alone(seen, truth):
    """It trains on the labels as they are, those of all ten classes."""
    fits = [fit for fit in seen.fits() if has_five_outputs(fit)]
    check_given(fits, COUNT)
    last = fits[-1].labels
    ends = {"least": last.minimum, "most": last.maximum} if last else {}
    expect.that(any(map(keeps_labels, fits)), say.labels, lowest=LOWEST, highest=HIGHEST, **ends)


@exercise.check(
    observe_error,
    points=2,
    after=labels_are_left_alone,
    rests_on="trained: the error that the trainer met",
)
def training_raises_the_error(seen, truth):
    """Training raises the error that comes of a label without an output."""
    CAUSE.check_raised_by([fit for fit in seen.fits() if has_five_outputs(fit)], say.raised)


@exercise.check(
    observe_error,
    points=2,
    after=training_raises_the_error,
    rests_on="trained: the returned exception against that error",
)
def error_is_returned(seen, truth):
    """The function returns this very exception."""
    CAUSE.check_returned(seen)


def compare(seen, label_sets, name):
    """`outputs_needed` was right for each of the label sets; `name` is the message's if not."""
    answers = seen.items("outputs", len(label_sets))
    for answer, labels in zip(answers, label_sets, strict=True):
        listed = np.unique(labels).tolist()
        count = as_integer(answer, say.whole_number, labels=listed)
        expect.equal(count, int(np.max(labels)) + 1, name, labels=listed)


@exercise.check(
    count_plain, points=2, rests_on="recomputed: the largest of unseen labels, and one more"
)
def counts_outputs(seen, truth):
    """`outputs_needed` is right for labels of 0 to 6, and other ranges without gaps."""
    compare(seen, truth.given["plain"], say.plain)


@exercise.check(count_with_gaps, points=2, rests_on="recomputed: the same, with classes missing")
def counts_outputs_despite_gaps(seen, truth):
    """It is right where classes are missing among the labels."""
    compare(seen, truth.given["gaps"], say.gaps)


@exercise.check(count_lists, points=1, rests_on="recomputed: the same, of lists")
def counts_outputs_of_lists(seen, truth):
    """It takes a list as well as an array."""
    compare(seen, truth.given["lists"], say.lists)

"""Only five outputs: the real error of labels that have no output, and the rule behind it."""

import re
from functools import cache

import numpy as np

from autograder.judging.author import (
    Cause,
    DataSeen,
    Exercise,
    Failure,
    Pairs,
    as_integer,
    as_returned,
    expect,
    flattens_whole_images,
    has_one_hidden_layer,
    text,
)

exercise = Exercise(
    "five_outputs",
    "Only five outputs",
    asks_for=("error_with_five_outputs", "outputs_needed"),
    background=(
        "The last layer has ten neurons, and the labels are ten classes. ... and read the error.",
        "Write two functions:",
        "The message is long; ... on a graphics card the loss may become `nan` instead.",
    ),
)

OUTPUTS, NEURONS, COUNT = 5, 64, 1103
BYTE = 256
MOST_SHOWN = 12
CAUSE = Cause(
    "InvalidArgumentError",
    (re.compile(r"label value of -?\d+ which is outside the valid range of \[0, \d+\)"),),
)

say = exercise.messages(
    last_layer=text(
        "last layer",
        expected="5 neurons",
        hint="Change nothing but the width of the last layer.",
    ),
    usual_network=text(
        "layers",
        expected="Flatten, 64 neurons with ReLU, and the outputs",
        hint="Take the network that the exercise describes, and change its last width alone.",
    ),
    one_number_each=text(
        "labels trained on",
        expected="one number for each image",
        seen="a table of shape {shape}",
        hint="Nothing needs repair here: pass the images and labels to `fit` unchanged.",
    ),
    raised=text(
        "error of `fit`",
        expected="an InvalidArgumentError about a label outside the valid range",
        hint="Is all but the last layer as usual, is the loss the one that the exercise names, and"
        " do all images and labels reach `fit`?",
    ),
    allowed_labels=text(
        "labels trained on",
        expected="those of all ten classes",
        seen="from {least} to {most}, which five outputs allow",
        hint="The error comes of the other labels: take out what filters or changes them, and pass"
        " all images and labels to `fit` as they are.",
    ),
    whole_number=text(
        "`outputs_needed` for the labels {labels}, from {least} to {most}",
        hint="Return how many outputs are needed, as one number.",
    ),
    plain=text(
        "`outputs_needed` for the labels {labels}, from {least} to {most}",
        hint="Write down the labels 0, 1, 2. How many are there?",
    ),
    any_order=text(
        "`outputs_needed` for the labels {labels}, from {least} to {most}",
        hint="The labels come in any order: neither the first nor the last need be the largest.",
    ),
    gaps=text(
        "`outputs_needed` for the labels {labels}, from {least} to {most}",
        hint="The error said which labels five outputs allow. What would allow the largest label?",
    ),
    first_gap=text(
        "`outputs_needed` for the labels {labels}, from {least} to {most}",
        hint="Your answer is the first number that is missing among the labels. The largest label"
        " needs an output too.",
    ),
    all_zero=text(
        "`outputs_needed` for the labels {labels}, from {least} to {most}",
        hint="Where every label is 0, a single output accepts them all: look for what keeps your"
        " answer from being 1.",
    ),
    eight_bits=text(
        "`outputs_needed` for the labels {labels}, from {least} to {most}",
        hint="Numbers of eight bits, such as those of `uint8`, end at 255, and {most} becomes"
        " {kept} there: leave out the `dtype`, and compute with plain whole numbers.",
    ),
    lists=text(
        "`outputs_needed` for the labels {labels}, from {least} to {most}",
        hint="The rule is the same. Which functions take lists too?",
    ),
)


@exercise.given
def label_sets(generator):
    """Labels in any order, as arrays of several types and as lists; some leave classes out.

    The first and the last label are never the largest alone, and no two counts are the same, nor
    those of labels and of classes. Each list with gaps is there as an array too.
    """

    def shuffled(classes, times=3):
        return np.array([0, *generator.permutation(np.repeat(classes, times)), 0])

    # Which of them has which type says nothing of what is in it.
    types = generator.permutation(["int64", "int64", "uint8", "int8"])
    plain = [shuffled(np.arange(count)) for count in (10, 2, 7, 13)]
    plain = [labels.astype(kind) for labels, kind in zip(plain, types, strict=True)]
    plain += [shuffled(np.arange(128), times=1).astype("uint8"), np.zeros(3, int)]
    gaps = [np.array(labels) for labels in ([0, 2, 9], [4], [3, 17, 11, 3], [1, 0, 5], [1, 300, 0])]
    gaps += [shuffled([0, 1, 2, 3, 6, 8]), np.array([5, 127, 2], "uint8")]
    lists = [shuffled(np.arange(count)).tolist() for count in (7, 12)]
    lists += [gaps[place].tolist() for place in (0, 1, 2, 5)]
    made = [*plain, *gaps, *lists]
    return {"label_sets": [made[place] for place in generator.permutation(len(made)).tolist()]}


@exercise.probe
def observe_few(student, given):
    """The grader calls `error_with_five_outputs` with 40 images of two classes."""
    import numpy as np

    few = np.flatnonzero(np.isin(given.train_labels, (2, 9)))[:40]
    images, labels = given.train_images[few] / 255.0, given.train_labels[few]
    return student.attempt(student.error_with_five_outputs, images, labels)


@exercise.probe
def observe_error(student, given):
    """The grader calls `error_with_five_outputs` again, with 1,103 images of all classes."""
    import numpy as np

    # The lowest and the highest class come first, so that even a part of the labels has both.
    ends = [int(np.argmin(given.train_labels)), int(np.argmax(given.train_labels))]
    images = np.concatenate([given.train_images[ends], given.train_images[:1101]]) / 255.0
    labels = np.concatenate([given.train_labels[ends], given.train_labels[:1101]])
    return student.attempt(student.error_with_five_outputs, images, labels)


@exercise.probe
def count(student, given):
    """The grader calls `outputs_needed` with arrays and lists of labels."""
    function = student.outputs_needed
    return {"outputs": [student.attempt(function, labels) for labels in given.label_sets]}


def has_five_outputs(fit):
    return fit.layers.output is not None and fit.layers.output.units == OUTPUTS


def tried(seen):
    """The trainings in question: those with five outputs, or else all; `Failure` where none is."""
    fits = CAUSE.attempted(seen)
    return [fit for fit in fits if has_five_outputs(fit)] or fits


def check_any(fits, check):
    """One of the trainings passes the check; raises the last one's `Failure`."""
    for place, fit in enumerate(fits, start=1):
        try:
            check(fit)
        except Failure:
            if place == len(fits):
                raise
        else:
            break


@cache
def given_pairs(public):
    """What the probe hands over."""
    images, labels = public.train_images, public.train_labels
    ends = [int(np.argmin(labels)), int(np.argmax(labels))]
    rows = [*ends, *range(COUNT - len(ends))]
    return Pairs(images[rows] / 255, labels[rows])


@exercise.check(
    observe_few,
    points=2,
    rests_on="trained: layers of a training",
    demands="builds the usual network (`Flatten`, 64 neurons with ReLU, softmax at the end) with"
    " five outputs in place of ten",
)
def trains_with_five_outputs(seen, truth):
    """`error_with_five_outputs` trains the usual network, whose last layer has five neurons."""

    def check(fit):
        layers = fit.layers
        expect.that(has_five_outputs(fit), say.last_layer, seen=layers.in_words)
        is_usual = has_one_hidden_layer(fit, NEURONS) and flattens_whole_images(fit)
        expect.that(is_usual, say.usual_network, seen=layers.in_words)
        fit.check_output(OUTPUTS)

    check_any(tried(seen), check)


@exercise.check(
    observe_error,
    points=1,
    rests_on="trained: images and labels of that training, against the judge's own",
    demands="calls `fit` with all the images and labels as they are",
)
def labels_are_left_alone(seen, truth):
    """It trains on all images and on the labels as they are, those of all ten classes."""
    pairs = given_pairs(truth.public)

    def check(fit):
        shape = fit.labels.shape if fit.labels else ()
        expect.that(shape[1:] in ((), (1,)), say.one_number_each, shape=str(shape))
        pairs.check([fit.with_held_back()])

    check_any(tried(seen), check)


@exercise.check(
    observe_error,
    points=2,
    rests_on="trained: the error that the trainer met",
    demands="compiles it with the loss `sparse_categorical_crossentropy`",
)
def training_raises_the_error(seen, truth):
    """Training raises the error that comes of a label without an output."""
    fits = tried(seen)
    try:
        CAUSE.check_raised_by(fits, say.raised)
    except Failure:
        labels = fits[-1].labels
        if fits[-1].raised is None and isinstance(labels, DataSeen) and labels.maximum < OUTPUTS:
            least, most = int(labels.minimum), int(labels.maximum)
            raise Failure(say.allowed_labels, least=least, most=most) from None
        raise


@exercise.check(
    observe_error,
    points=2,
    rests_on="trained: the returned exception against that error; a claim: that it is the object",
    demands="It returns the exception that training raises: the object that you caught, not its"
    " text.",
)
def error_is_returned(seen, truth):
    """The function returns this very exception."""
    raised = [fit.raised.types for fit in CAUSE.attempted(seen) if fit.raised]
    returned = seen.raw("returned")
    if not (getattr(returned, "by_fit", False) and returned.types in raised):
        CAUSE.check_returned(seen)


def compare(seen, truth, kind, name):
    """`outputs_needed` was right for each of the label sets of a kind; `name` is the message's."""
    label_sets = truth.given["label_sets"]
    answers = seen.items("outputs", len(label_sets))
    for item, labels in zip(answers, label_sets, strict=True):
        if kind_of(labels) != kind:
            continue
        given = np.asarray(labels).tolist()
        about = {"labels": in_short(given), "least": min(given), "most": max(given)}
        answer = as_integer(as_returned(item), say.whole_number, **about)
        wanted = max(given) + 1
        if kind == "lists" and not has_no_gaps(labels):
            # That arrays with gaps are counted wrongly is the fault of no list.
            wanted = counted_as_array(label_sets, answers, labels, wanted)
        name = reading_of(answer, wanted, label_sets, answers) or name
        expect.equal(answer, wanted, name, **about, kept=max(given) % BYTE)


def reading_of(answer, wanted, label_sets, answers):
    """The message for an answer, by what all of the answers follow from; `None` where unknown."""
    lists = [np.asarray(labels).tolist() for labels in label_sets]
    returned = [item.get("returned") if isinstance(item, dict) else None for item in answers]
    reported = [one if isinstance(one, int) else None for one in returned]
    for place in (0, -1):
        if reported == [labels[place] + 1 for labels in lists]:
            return say.any_order
    if reported == [first_missing(labels) for labels in lists]:
        return say.first_gap
    if wanted == 1 and answer > 1:
        return say.all_zero
    if wanted > BYTE and answer == (wanted - 1) % BYTE + 1:
        return say.eight_bits
    return None


def first_missing(labels):
    return next(number for number in range(len(labels) + 1) if number not in labels)


def in_short(labels):
    """The labels in their order, without those in the middle where there are many."""
    shown = [*map(str, labels)]
    if len(shown) > MOST_SHOWN:
        shown[MOST_SHOWN // 2 : -MOST_SHOWN // 2] = ["..."]
    return f"[{', '.join(shown)}]"


def kind_of(labels):
    """What a label set is about."""
    if isinstance(labels, list):
        return "lists"
    return "plain" if has_no_gaps(labels) else "gaps"


def has_no_gaps(labels):
    return len(set(np.asarray(labels).tolist())) == int(np.max(labels)) + 1


def counted_as_array(label_sets, answers, listed, wanted):
    """The answer to the array of the labels in a list, a whole number; else `wanted`."""
    for labels, item in zip(label_sets, answers, strict=True):
        if isinstance(labels, np.ndarray) and labels.tolist() == listed:
            answer = item.get("returned") if isinstance(item, dict) else None
            return answer if isinstance(answer, int) else wanted
    return wanted


@exercise.check(
    count,
    points=2,
    rests_on="recomputed: the largest of unseen labels, and one more",
    demands=(
        "`outputs_needed(labels)` returns how many outputs a network must have at least",
        "a one-dimensional array of whole numbers from 0 up, in any order, of a type that has room"
        " for the answer",
        "Return a whole number.",
    ),
)
def counts_outputs(seen, truth):
    """`outputs_needed` is right for labels of 0 to 6, and other ranges without gaps."""
    compare(seen, truth, "plain", say.plain)


@exercise.check(
    count,
    points=2,
    rests_on="recomputed: the same, with classes missing",
    demands=(
        "so that training with this loss accepts every one of the labels",
        "some classes may be missing",
    ),
)
def counts_outputs_despite_gaps(seen, truth):
    """It is right where classes are missing among the labels."""
    compare(seen, truth, "gaps", say.gaps)


@exercise.check(
    count,
    points=1,
    rests_on="recomputed: the same, of lists",
    demands="`labels` is a list or a one-dimensional array",
)
def counts_outputs_of_lists(seen, truth):
    """It takes a list as well as an array."""
    compare(seen, truth, "lists", say.lists)

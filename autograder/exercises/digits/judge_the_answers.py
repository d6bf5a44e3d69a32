"""Loss and accuracy from outputs: recomputed for rows of numbers, small and large."""

import numpy as np

from autograder.judging.author import (
    CLASSES,
    Exercise,
    Failure,
    as_returned,
    as_scalar,
    expect,
    message,
    text,
)

exercise = Exercise(
    "judge_the_answers",
    "Loss and accuracy from outputs",
    asks_for=("cross_entropy", "accuracy"),
    background=(
        "Is an answer right, and how surely? ... large if that share is near 0.",
        "Write two functions.",
        "Softmax turns a row of outputs `z` into ten shares with the sum 1, `exp(z) / sum(exp(z))`",
        "there `exp` overflows, and a share becomes 0, whose logarithm is no number.",
    ),
)

# How many rows there are, and the fewest and the most of them that are right.
PARTS = ((20, 8, 15), (7, 2, 4), (1, 1, 1), (10, 3, 6))
WITHIN, PERCENT = 1e-3, 100
LARGE = (1400.0, 1900.0)
# How far the next output is below the largest one where both have a share.
NEAR = (0.5, 1.0)
# What differs by more is no accident.
CLEARLY = 0.1

say = exercise.messages(
    share=text(
        "accuracy of {rows} rows",
        hint="`argmax(axis=1)` is the place of the largest number of each row: how often is it the"
        " same in `outputs` and in `wanted`? Divide by the number of rows.",
    ),
    large_share=text(
        "accuracy of {rows} with outputs from {least:.4g} to {largest:.4g}",
        hint="The largest output is the most probable class: take `argmax` of the outputs as they"
        " are. On the way through `exp` several of them become infinite, or 0.",
    ),
    percent=text(
        "accuracy of {rows} rows",
        expected="a share from 0 to 1: {wanted:.3f}",
        seen="{seen_share:.4g}, in percent",
        hint="Leave the factor 100 out.",
    ),
    count=text(
        "accuracy of {rows} rows",
        expected="a share from 0 to 1: {wanted:.3f}",
        seen="{seen_count}, which is how many are right",
        hint="Divide by the number of rows.",
    ),
    loss=text(
        "cross entropy of {rows} rows",
        hint="Softmax along each row, then the share of the right class, then minus its natural"
        " logarithm, and the mean over all rows at last.",
    ),
    summed=text(
        "cross entropy of {rows} rows",
        hint="That is the sum over all rows: take their mean.",
    ),
    mean_of_all=text(
        "cross entropy of {rows} rows",
        hint="That is a tenth of it, the mean over all outputs: add up each row first, and take the"
        " mean over the rows.",
    ),
    twice=text(
        "cross entropy of {rows} rows",
        hint="That is what comes of softmax after softmax. If you apply it yourself, the function"
        " behind it must not do so again.",
    ),
    no_softmax=text(
        "cross entropy of {rows} rows",
        hint="That is what comes without softmax: these outputs are no shares yet. Keras wants to"
        " know that, by `from_logits=True`.",
    ),
    large=text(
        "cross entropy of {rows} with outputs from {least:.4g} to {largest:.4g}",
        hint="Always subtract each row's largest output from that row before `exp`, also where all"
        " of them lie far below 0, and do not take the logarithm of a share, which may be 0: the"
        " logarithm of softmax is `z - log(sum(exp(z)))`. TensorFlow has that in one function,"
        " which takes outputs as they are.",
    ),
    one_row=text("a single row"),
    two_rows=text("two rows"),
)


@exercise.given
def rows_of_outputs(generator):
    """Outputs and what is wanted: rows that are right and wrong, and then large ones."""
    parts = [
        drawn_part(generator, rows, int(generator.integers(fewest, most + 1)))
        for rows, fewest, most in PARTS
    ]
    large = []
    for signs in ((0, 1, 0), (1, 0, 0), (-1, 0, -1)):
        wrong, right, rest = generator.uniform(*LARGE) * np.array(signs)
        classes = generator.permutation(CLASSES)
        outputs = np.full((1, CLASSES), rest)
        outputs[0, classes[1]] = wrong
        outputs[0, classes[0]] = right
        large.append((outputs.astype(np.float32), one_hot(classes[:1])))
    # A small row beside a large one: what is subtracted from both must be each one's own.
    hot = one_hot(generator.permutation(CLASSES)[:1])
    large.append((np.vstack([large[0][0], 20 * hot]), np.vstack([large[0][1], hot])))
    # All three numbers are too large for `exp`, the class with the largest one comes last, and that
    # with the next one has a share of its own.
    places = np.sort(generator.permutation(CLASSES)[:3])
    outputs = np.zeros((1, CLASSES), np.float32)
    outputs[0, places] = np.array([-600, -generator.uniform(*NEAR), 0]) + generator.uniform(*LARGE)
    large.append((outputs, one_hot(places[2:])))
    # All ten are too far below 0, and have shares of their own; the first is not the largest.
    outputs = generator.normal(0, 1, (1, CLASSES))
    largest = generator.integers(1, CLASSES, 1)
    outputs[0, largest] = outputs.max() + generator.uniform(*NEAR)
    large.append(((outputs - generator.uniform(*LARGE)).astype(np.float32), one_hot(largest)))
    parts += large
    return {"outputs": [each for each, _ in parts], "wanted": [each for _, each in parts]}


def one_hot(labels):
    """A row for each label."""
    return np.eye(CLASSES, dtype=np.float32)[labels]


def drawn_part(generator, rows, right):
    """So many rows, of which so many are right, drawn again until slips would show."""
    while True:
        outputs = generator.normal(0, 2.5, (rows, CLASSES)).astype(np.float32)
        labels, order = outputs.argmax(axis=1), generator.permutation(rows)
        # Every other row is below 0, right ones and wrong ones: that changes no share.
        below = order[::2]
        outputs[below] -= outputs[below].max(axis=1, keepdims=True) + np.float32(1)
        wrong = order[right:]
        labels[wrong] = (labels[wrong] + generator.integers(1, CLASSES, len(wrong))) % CLASSES
        wanted = one_hot(labels)
        along = np.mean(outputs.argmax(axis=0) == wanted.argmax(axis=0))
        # Of one row everything is the largest along the images.
        shows = rows == 1 or abs(along - right / rows) > CLEARLY
        if shows and abs(loss_of(outputs, wanted) - 1) > CLEARLY:
            return outputs, wanted


def loss_of(outputs, wanted):
    """The mean loss of rows."""
    values = outputs.astype(np.float64)
    below = values - values.max(axis=1, keepdims=True)
    logarithms = below - np.log(np.exp(below).sum(axis=1, keepdims=True))
    return float(-(wanted * logarithms).sum(axis=1).mean())


@exercise.probe
def ask(student, given):
    """The grader calls both functions with outputs of its own."""
    pairs = [(one.copy(), other.copy()) for one, other in zip(given.outputs, given.wanted)]
    return {
        "shares": [student.attempt("accuracy", *pair) for pair in pairs],
        "losses": [student.attempt("cross_entropy", *pair) for pair in pairs],
    }


def about_large(outputs):
    """One row or two, and how far their numbers reach, as messages say it."""
    rows = message(f"{say.one_row if len(outputs) == 1 else say.two_rows}.about")
    return {"rows": rows, "least": float(outputs.min()), "largest": float(outputs.max())}


def parts(seen, truth, name, first, end):
    """Outputs, what is wanted, and the number that a function returned for them; `Failure`."""
    given = truth.given
    pairs = list(zip(given["outputs"], given["wanted"], strict=True))
    answers = seen.items(name, len(pairs))
    for (outputs, wanted), answer in list(zip(pairs, answers, strict=True))[first:end]:
        yield outputs, wanted, as_returned(answer)


@exercise.check(
    ask,
    points=5,
    rests_on="recomputed: the right rows among unseen ones",
    demands=(
        "There may be any number of rows, from 1 on.",
        "`accuracy(outputs, wanted)` returns the share of rows, from 0 to 1, whose largest output"
        " is at the right class.",
    ),
)
def counts_right_answers(seen, truth):
    """The accuracy is the share of rows whose largest output is where the 1 is."""
    for outputs, wanted, answer in parts(seen, truth, "shares", 0, None):
        rows = len(outputs)
        right = int((outputs.argmax(axis=1) == wanted.argmax(axis=1)).sum())
        share, number = right / rows, as_scalar(answer, say.share, rows=rows)
        if right and abs(number - PERCENT * share) < PERCENT * WITHIN:
            raise Failure(say.percent, rows=rows, wanted=share, seen_share=number)
        if rows > 1 and number == right:
            raise Failure(say.count, rows=rows, wanted=share, seen_count=right)
        if np.abs(outputs).max() >= LARGE[0]:
            about = about_large(outputs)
            expect.close(number, share, say.large_share, within=WITHIN, **about)
        expect.close(number, share, say.share, within=WITHIN, rows=rows)


@exercise.check(
    ask,
    points=5,
    rests_on="recomputed: the loss of unseen rows",
    demands=(
        "Both get a NumPy array `outputs`, with a row of ten plain numbers for each image (logits,"
        " of any size and sign: softmax was not applied yet), and an array `wanted` of the same"
        " shape, whose rows are one-hot: 1 at the right class, 0 elsewhere.",
        "`cross_entropy(outputs, wanted)` returns the loss.",
        "the loss of a row is minus the natural logarithm of the right class's share",
        "return the mean over all rows.",
        "Return a plain number, a NumPy number or a tensor of the shape `()`.",
    ),
)
def loss_is_the_mean_log_loss(seen, truth):
    """The loss is the mean over rows of minus the logarithm of the right class's share."""
    for outputs, wanted, answer in parts(seen, truth, "losses", 0, len(PARTS)):
        rows, right = len(outputs), loss_of(outputs, wanted)
        number = as_scalar(answer, say.loss, rows=rows)
        shares = np.exp(outputs.astype(np.float64))
        shares /= shares.sum(axis=1, keepdims=True)
        # What Keras takes for shares it divides by their sum, and keeps above 0.
        taken = outputs / outputs.sum(axis=1, keepdims=True, dtype=np.float64)
        unscaled = -np.log(np.clip((taken * wanted).sum(axis=1), 1e-7, 1 - 1e-7)).mean()
        slips = (
            (say.summed, right * rows),
            (say.mean_of_all, right / CLASSES),
            (say.twice, loss_of(shares, wanted)),
            (say.no_softmax, unscaled),
        )
        near = [name for name, slip in slips if abs(number - slip) < WITHIN * max(1, slip)]
        name = near[0] if near else say.loss
        within = WITHIN * max(1.0, right)
        expect.close(number, round(right, 5), name, within=within, rows=rows)


@exercise.check(
    ask,
    points=2,
    rests_on="recomputed: the loss of rows with large numbers",
    demands=(
        "Outputs can be large, up to some thousands, above or below 0",
        "The loss has to be right there as well.",
        "A single row with 1000 at the right class and 0 everywhere else has the loss 0, and so"
        " has one with 0 there and -1000 everywhere else.",
        "A row with 1000 at one wrong class and 0 everywhere else has the loss 1000.",
    ),
)
def large_outputs_stay_numbers(seen, truth):
    """The loss of large outputs is right, too, and never NaN or infinite."""
    for outputs, wanted, answer in parts(seen, truth, "losses", len(PARTS), None):
        right = loss_of(outputs, wanted)
        about = about_large(outputs)
        # Of a number that is none, the words for a training that went wrong would mislead.
        value = answer.item() if isinstance(answer, np.ndarray) and answer.ndim == 0 else answer
        if isinstance(value, float) and not np.isfinite(value):
            shown = message("value.about", value=right)
            raise Failure(say.large, expected=shown, seen=str(value), **about)
        number = as_scalar(answer, say.large, **about)
        expect.close(number, right, say.large, within=WITHIN * max(1.0, right), **about)

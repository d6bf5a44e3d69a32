"""An accuracy meter that is reset: shares of right images, each since the last report."""

import numpy as np

from autograder.judging.author import (
    Exercise,
    as_array,
    as_returned,
    expect,
    message,
    text,
)

exercise = Exercise(
    "meter",
    "An accuracy meter that is reset",
    asks_for=("accuracies",),
    background=(
        "A loss is made for the gradient; ... in the last one.",
        "Write `accuracies(batches, every)`.",
    ),
)

# The sizes of batches, and after how many of them there is a report. What the uneven ones leave
# over shows in the next call, if it is kept; in the last one, a batch stands at two places.
ALONE, UNEVEN, EVEN, REST, EXACT, FEW, AGAIN = range(7)
CALLS = (
    ((37,), 1),
    ((40, 1, 13, 5, 29), 3),
    ((20,) * 6, 2),
    ((20,) * 7, 3),
    ((20,) * 6, 3),
    ((20,) * 4, 100),
    ((20,) * 7, 3),
)
# Where the last batch stands before, counted from 0.
BEFORE = 1
# The most that rounding to three places changes.
WITHIN = 6e-4
# Shares that differ by less are alike for what asks whether a slip would show.
CLEARLY = 0.02
PERCENT = 100

say = exercise.messages(
    shares=text(
        "what `accuracies` returns for {batches} batches and a report after every {every}",
        expected="a list of {count} shares",
        hint="When is the first report due, and when the last? Count the batches from 1, and look"
        " at what is left at the end.",
    ),
    share=text(
        "the share of right images in a single batch of {images}",
        hint="Which place has the largest of an image's ten outputs? Each image has a row. The"
        " share is the number of right images, divided by that of all images of the batch.",
    ),
    below_zero=text(
        "the share of right images in a single batch of {images}, in half of which all outputs are"
        " below 0",
        hint="That is the share if outputs below 0 are not looked at. The largest of ten outputs"
        " may be negative: compare each with the largest so far, from the first one on, or use"
        " `argmax`.",
    ),
    percent=text(
        "the share of right images in a single batch of {images}",
        hint="A share lies between 0 and 1: leave out the factor of 100.",
    ),
    again=text(
        "share number {place} of {batches} batches of one size, with a report after every {every}",
        hint="What does the meter hold right after a report, right before the next one, and when"
        " `accuracies` is called once more? `reset_state` empties one of Keras's.",
    ),
    never_reset=text(
        "share number {place} of {batches} batches of one size, with a report after every {every}",
        hint="This is the share among all images since the very first batch: nothing empties the"
        " meter after a report.",
    ),
    weight=text(
        "the first share of batches of {sizes} images",
        hint="Each image counts once, so a large batch counts more than a small one: count right"
        " images and all images, and divide when you report.",
    ),
    weight_of_rest=text(
        "the last share of batches of {sizes} images, with a report after every {every}",
        hint="What is left at the end is counted as before: each image once, and the sum of all"
        " right ones divided by the number of images.",
    ),
    rest=text(
        "the shares of {batches} batches of one size, with a report after every {every}",
        expected="{count} of them",
        seen="{seen_count} of them",
        hint="Are batches left after the last report? If so, report them too; if not, there is"
        " nothing to report.",
    ),
    twice=text(
        "the shares of {batches} batches, the last of which is in the list twice, with a report"
        " after every {every}",
        expected="{count} of them",
        seen="{seen_count} of them",
        hint="How do you know that you are at the end? Count the batches: the same pair may stand"
        " at more than one place of the list.",
    ),
    left=text(
        "the last share of {batches} batches of one size, with a report after every {every}",
        hint="It is the share among the images that were in no report so far: those of the batches"
        " left at the end.",
    ),
    last=text(
        "the share of {batches} batches, with a report after every {every}",
        hint="Here no report is due before the end: then what is left are all {batches} batches,"
        " not the last one alone.",
    ),
)


@exercise.given
def drawn_batches(generator):
    """Batches of each call, in which no slip leads to the same shares as no slip."""
    calls = [drawn_call(generator, sizes, every) for sizes, every in CALLS]
    calls[AGAIN][BEFORE] = calls[AGAIN][-1]
    again = [[BEFORE] if call == AGAIN else [] for call in range(len(CALLS))]
    return {"calls": calls, "every": [every for _, every in CALLS], "again": again}


def drawn_call(generator, sizes, every):
    """Batches of which about a half is right, drawn again until slips would show.

    Every second image has negative outputs alone.
    """
    while True:
        batches = []
        for size, chance in zip(sizes, generator.uniform(0.15, 0.9, len(sizes)), strict=True):
            outputs = generator.normal(0, 2, (size, 10)).astype(np.float32)
            outputs[::2] -= 1 + outputs[::2].max()
            labels = outputs.argmax(axis=1)
            wrong = generator.random(size) > chance
            labels = (labels + wrong * generator.integers(1, 10, size)) % 10
            batches.append({"outputs": outputs, "labels": labels})
        shares = shares_of(batches, every)
        counts = [right_in(batch) for batch in batches]
        means = [right / size for right, size in zip(counts, sizes, strict=True)]
        running = [shares_of(batches[: end * every], 10**6)[0] for end in range(1, len(shares) + 1)]
        mean = float(np.mean(means[:every]))
        positive = [*map(without_negative, batches)]
        shows = [
            *(abs(one - other) for one, other in zip(shares[1:], running[1:], strict=True)),
            *(abs(one - means[0]) for one in shares if len(sizes) > 1),
            *(
                abs(one - other)
                for one, other in zip(shares, shares_of(positive, every), strict=True)
            ),
            *([abs(shares[0] - mean)] if len({*sizes[:every]}) > 1 else []),
            min(shares),
            1 - max(shares),
        ]
        rounds = min(abs(one - round(one, 1)) for one in shares) > 2 * WITHIN
        if min(shows) > CLEARLY and rounds:
            return batches


def without_negative(batch):
    """The batch as a search that begins at 0 sees it."""
    return {**batch, "outputs": np.maximum(batch["outputs"], 0)}


def right_in(batch):
    """How many images of a batch are right."""
    return int((batch["outputs"].argmax(axis=1) == batch["labels"]).sum())


def shares_of(batches, every):
    """The share of right images of each report."""
    parts = [batches[start : start + every] for start in range(0, len(batches), every)]
    return [sum(map(right_in, part)) / sum(len(one["labels"]) for one in part) for part in parts]


@exercise.probe
def ask(student, given):
    """The grader calls your function with batches of its own, of one size and of several."""
    answers = []
    for call, every, again in zip(given.calls, given.every, given.again):
        batches = [(batch["outputs"], batch["labels"]) for batch in call]
        for place in again:
            batches[place] = batches[-1]
        answers.append(student.attempt("accuracies", batches, every))
    return {"answers": answers}


def shares(seen, truth, call):
    """The returned shares of a call, the right ones, and the values of a message about it.

    Shares in percent are shares here: the first check alone minds.
    """
    sizes, every = CALLS[call]
    about = {"batches": len(sizes), "every": every}
    wanted = shares_of(truth.given["calls"][call], every)
    answer = as_returned(seen.items("answers", len(CALLS))[call])
    found = as_array(answer, (None,), say.shares, count=len(wanted), **about)
    if found.size and found.max() > 1 + WITHIN:
        found = found / PERCENT
    return found.tolist(), wanted, about


@exercise.check(
    ask,
    points=4,
    rests_on="recomputed: the right images of an unseen batch",
    demands=(
        "`batches` is a list of pairs `(outputs, labels)`, NumPy arrays both",
        "An image is right if the largest of its outputs is at the place of its label.",
        "report: the share of right images, from 0 to 1",
        "Return the list of the reported shares, in order.",
    ),
)
def counts_right_answers(seen, truth):
    """An accuracy is the share of images whose largest output is at the label's place."""
    sizes, every = CALLS[ALONE]
    (wanted,) = shares_of(truth.given["calls"][ALONE], every)
    answer = as_returned(seen.items("answers", len(CALLS))[ALONE])
    about = {"batches": len(sizes), "every": every, "count": 1}
    found = as_array(answer, (None,), say.shares, **about).tolist()
    expect.that(bool(found), say.shares, seen=message("value.list", items=[]), **about)
    is_percent = abs(found[0] - PERCENT * wanted) < PERCENT * WITHIN
    (positive,) = shares_of([*map(without_negative, truth.given["calls"][ALONE])], every)
    is_positive = abs(found[0] - positive) < WITHIN
    name = say.percent if is_percent else say.below_zero if is_positive else say.share
    expect.close(found[0], wanted, name, within=WITHIN, images=sizes[0])


@exercise.check(
    ask,
    points=5,
    rests_on="recomputed: the right images of unseen batches",
    demands="After each `every` of them, report: ... among all images since the last report",
)
def starts_again(seen, truth):
    """After each report the meter starts again from nothing."""
    found, wanted, about = shares(seen, truth, EVEN)
    expect.that(len(found) >= len(wanted), say.shares, count=len(wanted), seen=len(found), **about)
    batches = truth.given["calls"][EVEN]
    for place, (one, right) in enumerate(zip(found, wanted, strict=False), 1):
        (running,) = shares_of(batches[: place * about["every"]], len(batches))
        never = place > 1 and abs(one - running) < WITHIN
        name = say.never_reset if never else say.again
        expect.close(one, right, name, within=WITHIN, place=place, **about)


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: the right images of unseen batches of different sizes",
    demands="Batches may be of different sizes, and each image counts once.",
)
def weighs_by_images(seen, truth):
    """Batches of different sizes count by their images."""
    found, wanted, about = shares(seen, truth, UNEVEN)
    sizes, every = CALLS[UNEVEN]
    expect.that(
        bool(found), say.shares, count=len(wanted), seen=message("value.list", items=[]), **about
    )
    shown = ", ".join(map(str, sizes[:every]))
    expect.close(found[0], wanted[0], say.weight, within=WITHIN, sizes=shown)


@exercise.check(
    ask,
    points=2,
    rests_on="recomputed: how many reports there are, and the right images of those left",
    demands=(
        "Go through the batches in order.",
        "If batches are left at the end that were in no report, report these in the same way.",
    ),
)
def reports_the_rest(seen, truth):
    """What is left at the end is reported too, and nothing where nothing is left."""
    for call in (REST, EXACT, FEW, AGAIN):
        found, wanted, about = shares(seen, truth, call)
        counts = {"count": len(wanted), "seen_count": len(found)}
        name = say.twice if call == AGAIN else say.rest
        expect.that(len(found) == len(wanted), name, **counts, **about)
        if call == FEW:
            expect.close(found[0], wanted[0], say.last, within=WITHIN, **about)
        # Where those before are wrong, the check of them says it.
        if call == REST and np.allclose(found[:-1], wanted[:-1], rtol=0, atol=WITHIN):
            expect.close(found[-1], wanted[-1], say.left, within=WITHIN, **about)
    found, wanted, about = shares(seen, truth, UNEVEN)
    # Whoever weighs no batch, or never starts again, is found by the checks of that.
    if len(found) == len(wanted) and abs(found[0] - wanted[0]) < WITHIN and starts(seen, truth):
        shown = ", ".join(map(str, CALLS[UNEVEN][0]))
        values = {"sizes": shown, "every": about["every"]}
        expect.close(found[-1], wanted[-1], say.weight_of_rest, within=WITHIN, **values)


def starts(seen, truth):
    """Whether the meter starts again after each report, as far as batches of one size show."""
    found, wanted, _ = shares(seen, truth, EVEN)
    return len(found) == len(wanted) and np.allclose(found, wanted, rtol=0, atol=WITHIN)

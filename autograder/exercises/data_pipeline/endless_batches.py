"""Repeat, shuffle, batch: batches without end, full ones, mixed over all pairs in each round."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from autograder.judging.author import (
    Exercise,
    Threshold,
    as_array,
    as_boolean,
    as_integer,
    as_list,
    as_numbers,
    as_returned,
    expect,
    text,
)

exercise = Exercise(
    "endless_batches",
    "Repeat, shuffle, batch",
    asks_for=("training_batches", "steps_per_epoch"),
    background=(
        "`fit` takes one batch after another.",
        "A pipeline for training has to hand them out ... so that the network cannot get used to"
        " one.",
        "Write two functions.",
    ),
)

# Pairs, how many of them are in a batch, a divisor or not, and for how many rounds they are taken.
# With a buffer of many rounds a pair comes by chance alone: in 24 each comes. Of the last
# call's many pairs one round says whether the buffer is as large.
CALLS = ((200, 32, 24), (100, 20, 24), (12_000, 500, 1))
CLASSES = 10
IMAGE = (2, 2, 1)
# Images, and how many of them are in a batch: some divide without a rest, and some have a rest that
# is a small part of a batch.
EPOCHS = ((60000, 32), (10000, 32), (7, 3), (64, 32), (5, 8), (1281, 128), (20001, 20000))
# So few pairs that each of them comes first in one of 64 beginnings, but for once in 10^10 times.
FEW = 3
# Of places at which two rounds are alike, and of neighbours that stay so: chance makes a fortieth.
MOST_ALIKE = 0.2
# Of 500 pairs that come first one is from the last tenth, but for once in 10^22 times.
ALL_BUT_A_TENTH = 0.9

say = exercise.messages(
    dataset=text(
        "what `training_batches` returns",
        expected="a `tf.data.Dataset`",
        hint="Each method of a dataset returns another dataset: return the last one.",
    ),
    batch=text(
        "batch {number} of what `training_batches` makes of {count} pairs",
        expected="a pair: images and their labels",
        hint="`batch` makes a pair of many of many pairs: leave what is in an element as it is.",
    ),
    ends=text(
        "the batches that `training_batches` makes of {count} pairs, with `batch_size={size}`",
        expected="always another one",
        seen="an end after {found} batches",
        hint="Which method of a dataset begins again at its end? Called without a number, it never"
        " stops.",
    ),
    full=text(
        "the images in batch {number} of {count} pairs, with `batch_size={size}`",
        hint="A batch runs on from one round into the next, and no pair is left out: which comes"
        " first in your pipeline, `batch` or `repeat`?",
    ),
    labels=text(
        "the labels in batch {number} of {count} pairs, with `batch_size={size}`",
        hint="`batch` joins images and labels alike.",
    ),
    image=text(
        "an image in batch {number} of {count} pairs",
        expected="one of the images given",
        seen="another image",
        hint="Leave images as they are: a batch holds {size} of them, one beside the other.",
    ),
    label=text(
        "the label of an image in batch {number} of {count} pairs",
        hint="Mix pairs: where images and labels are mixed apart, each image gets the label of"
        " another.",
    ),
    lost=text(
        "pairs that come in {rounds} rounds, of {count}",
        hint="Does anything on the way leave pairs out?",
    ),
    again=text(
        "the pairs of one round and of a later one, of {count} pairs",
        expected="each round in an order of its own",
        seen="the same pair at {share:.0%} of the places",
        hint="`shuffle` mixes again in each round, unless it is asked not to; what is mixed and"
        " then stored stays as it is, and so do a few orders that take turns.",
    ),
    neighbours=text(
        "pairs that are side by side in a batch, of {count} pairs",
        expected="few that are side by side in the dataset, too",
        seen="{share:.0%} of them",
        hint="Mix single pairs, and make batches of what is mixed.",
    ),
    by_rule=text(
        "neighbours in one batch, of {count} pairs",
        expected="by chance: now near, now far from each other",
        seen="the same distance from one to the next {share:.0%} of the time",
        hint="`shuffle` mixes by chance: a rule, such as every so many places, makes one order.",
    ),
    mixed=text(
        "how far pairs come from their own place, on the mean, as a share of all places",
        hint="`shuffle` mixes only what fits into its buffer: how large is it, and how many pairs"
        " are there?",
    ),
    early=text(
        "the first batch that `training_batches` makes of {count} pairs",
        expected="pairs from everywhere: any pair may come first",
        seen="pairs among the first {reach} alone",
        hint="`shuffle` mixes only what fits into its buffer: how large is it, and how many pairs"
        " are there?",
    ),
    first=text(
        "the pair that comes first of {count}, whenever the batches begin anew",
        expected="now one and now another: each of the {count}",
        seen="never pair {missing}",
        hint="`shuffle` mixes only what fits into its buffer: how large is it, and how many pairs"
        " are there?",
    ),
    steps=text(
        "`steps_per_epoch({count}, {size})`",
        hint="Divide, and round up: a batch that is partly needed has to be taken, and none more.",
    ),
)
MIXES = Threshold(say.mixed, at_least=0.25)


@exercise.given
def numbers(generator):
    """Whether the labels begin at 0 or elsewhere, and how many images an epoch has."""
    begin = int(generator.integers(0, CLASSES))
    count, size = int(generator.integers(400, 900)), int(generator.integers(11, 60))
    epochs = [[*pair] for pair in (*EPOCHS, (count, size), (count * size, size))]
    return {"begin": begin, "calls": [[*call] for call in CALLS], "epochs": epochs}


@exercise.probe
def take(student, given):
    """The grader takes the batches of 24 rounds, of one round of many, and the first of three."""
    import numpy as np
    import tensorflow as tf

    def make(count, size):
        numbers = np.arange(count)
        images = np.ones((count, 2, 2, 1), "float32") * numbers[:, None, None, None]
        labels = (numbers + given.begin) % 10
        dataset = tf.data.Dataset.from_tensor_slices((images, labels))
        return student.training_batches(dataset, count, size)

    def look(count, size, rounds):
        made = make(count, size)
        if not isinstance(made, tf.data.Dataset):
            return {"is_dataset": False, "batches": [], "end": -1}
        wanted, batches, end = -(-rounds * count // size), [], -1
        for _ in range(48):
            for batch in made.take(wanted - len(batches)):
                batches.append([*batch] if isinstance(batch, (tuple, list)) else batch)
            if len(batches) >= wanted:
                break
            # It has an end, as a dataset for an epoch each has: go on as `fit` does.
            end = len(batches) if end < 0 else end
        # A long one has one, too: it says how many it has, where it knows.
        end = max(end, int(made.cardinality())) if end < 0 else end
        return {"is_dataset": True, "batches": batches, "end": end}

    def begin_anew():
        count, most_alike, firsts = 3, 20, []
        made = make(count, 1)
        # Until each has come first; or the same one always, as of a generator with a seed.
        for time in range(64):
            firsts += [float(np.ravel(batch[0])[0]) for batch in made.take(1)]
            others = len({*firsts} - {*firsts[:1]})
            if others == count - 1 or (time == most_alike and not others):
                break
        # One that never comes at all is no question of the order.
        come = [float(np.ravel(batch[0])[0]) for batch in made.take(24 * count)]
        return {"firsts": firsts, "come": come}

    calls = [student.attempt(look, *call) for call in given.calls]
    return {"calls": calls, "anew": student.attempt(begin_anew)}


@exercise.probe
def count_steps(student, given):
    """The grader asks for the number of steps of several epochs."""
    return {"steps": [student.attempt("steps_per_epoch", *pair) for pair in given.epochs]}


@dataclass(frozen=True)
class Batch:
    """A batch as it came: the number of each image, the labels as returned, and of a message."""

    numbers: np.ndarray
    images: np.ndarray
    labels: object
    about: dict[str, object]


def look_at(seen, call):
    """What was reported of a call, which returned a dataset; raises `Failure`."""
    report = as_returned(seen.items("calls", len(CALLS))[call])
    is_report = isinstance(report, dict)
    is_dataset = as_boolean(report.get("is_dataset") if is_report else False, say.dataset)
    expect.that(is_dataset, say.dataset, seen="something else")
    return report


def batches_of(call):
    """How many batches the rounds of a call have."""
    count, size, rounds = CALLS[call]
    return -(-rounds * count // size)


@lru_cache(maxsize=3)
def batches(seen, call):
    """The batches of a call, of whatever size; raises `Failure`."""
    count, size, rounds = CALLS[call]
    report = look_at(seen, call)
    wanted = batches_of(call)
    reported = as_list(report.get("batches"), None, "report.value", value="batches")
    expect.that(bool(reported), say.lost, rounds=rounds, count=count, expected=count, seen=0)
    found = []
    for number, batch in enumerate(reported[: 2 * wanted], start=1):
        about = {"number": number, "count": count, "size": size}
        images, labels = as_list(batch, 2, say.batch, number=number, count=count)
        images = as_array(images, (None, *IMAGE), say.image, **about)
        numbers = images[:, 0, 0, 0]
        # Whatever is made of images, those of a batch are not all the same one.
        expect.that(len(numbers) < 2 or np.ptp(images) > 0, say.image, **about)  # noqa: PLR2004
        found.append(Batch(numbers, images, labels, about))
    nothing = not any(len(batch.numbers) for batch in found)
    expect.that(not nothing, say.lost, rounds=rounds, count=count, expected=count, seen=0)
    return found


@lru_cache(maxsize=3)
def stream(seen, call):
    """The numbers of the images of a call in the order in which they come; raises `Failure`."""
    count, *_ = CALLS[call]
    found = [np.zeros(0)]
    for batch in batches(seen, call):
        numbers = batch.numbers
        same = (batch.images == numbers[:, None, None, None]).all()
        known = np.isin(numbers, np.arange(count)).all()
        expect.that(bool(same and known), say.image, **batch.about)
        found.append(numbers)
    return np.concatenate(found).astype(int)


@exercise.check(
    take,
    points=3,
    rests_on="recomputed: the batches that come of many rounds",
    demands="There is **always another batch**: it begins again where the pairs end.",
)
def never_ends(seen, truth):
    """There is always another batch."""
    for call, (count, size, _) in enumerate(CALLS):
        report = look_at(seen, call)
        found = as_integer(report.get("end"), "report.value", value="end")
        expect.that(found < 0, say.ends, count=count, size=size, found=found)
        wanted = batches_of(call)
        expect.equal(len(batches(seen, call)), wanted, say.ends, count=count, size=size, found=0)


@exercise.check(
    take,
    points=3,
    rests_on="recomputed: the length of each batch of many rounds",
    demands=(
        "Return a `tf.data.Dataset` of batches: pairs of images and their labels, with a first axis"
        " of length `batch_size`.",
        "**Every batch is full**, also where one round ends and the next begins.",
    ),
)
def batches_are_full(seen, truth):
    """Each batch has the size asked for, also where rounds meet."""
    for call, (_, size, _) in enumerate(CALLS):
        for batch in batches(seen, call):
            as_array(batch.images, (size, *IMAGE), say.full, **batch.about)
            as_array(batch.labels, (size,), say.labels, **batch.about)


@exercise.check(
    take,
    points=4,
    rests_on="recomputed: where each of the numbered images comes in many rounds (threshold)",
    demands=(
        "The order of the pairs is **mixed over all of them**, so any pair may come first, and it"
        " is mixed **again in each round**.",
    ),
)
def order_is_mixed(seen, truth):
    """The order is mixed over all pairs, and again in each round."""
    shares = []
    for call, (count, *_) in enumerate(CALLS):
        numbers = stream(seen, call)
        neighbours = np.concatenate([np.diff(one.numbers) for one in batches(seen, call)])
        alike = float((np.abs(neighbours) == 1).mean()) if len(neighbours) else 0.0
        places = np.arange(len(numbers)) % count
        shares.append(float(np.abs(places - numbers).mean()) / count)
        # Rounds that take turns are alike, too.
        later = range(count, len(numbers), count)
        same = max((float((numbers[by:] == numbers[:-by]).mean()) for by in later), default=0)
        if shares[-1] >= MIXES.bound:
            # In the order of the dataset they are what the threshold says.
            expect.that(alike < MOST_ALIKE, say.neighbours, count=count, share=alike)
            expect.that(same < MOST_ALIKE, say.again, count=count, share=same)
            strides = np.bincount((neighbours % count).astype(int), minlength=1)
            by_rule = float(strides.max() / max(len(neighbours), 1))
            expect.that(by_rule < MOST_ALIKE, say.by_rule, count=count, share=by_rule)
    MIXES.check(min(shares))
    count, size, _ = CALLS[-1]
    reach = int(stream(seen, len(CALLS) - 1)[:size].max(initial=-1)) + 1
    expect.that(reach > ALL_BUT_A_TENTH * count, say.early, count=count, reach=reach)
    anew = as_returned(seen.mapping("anew"))
    firsts, come = (
        {*as_numbers(anew.get(key) if isinstance(anew, dict) else None, "report.value", value=key)}
        for key in ("firsts", "come")
    )
    missing = next((one for one in range(FEW) if one in come and one not in firsts), None)
    # The same one always is what a seed makes of it: other rounds have shown that all are mixed.
    expect.that(missing is None or len(firsts) < 2, say.first, count=FEW, missing=missing)  # noqa: PLR2004


@exercise.check(
    take,
    points=2,
    rests_on="recomputed: the label of each numbered image",
    demands="Each image keeps its label",
)
def pairs_stay_together(seen, truth):
    """Each image keeps its label."""
    for call, (count, *_) in enumerate(CALLS):
        stream(seen, call)
        for batch in batches(seen, call):
            labels = as_array(batch.labels, (len(batch.numbers),), say.labels, **batch.about)
            wanted = (batch.numbers + truth.given["begin"]) % CLASSES
            if (wrong := labels != wanted).any():
                own, right = (int(one[wrong][0]) for one in (labels, wanted))
                about = {"number": batch.about["number"], "count": count}
                expect.equal(own, right, say.label, **about)


@exercise.check(
    take,
    points=2,
    rests_on="recomputed: which of the numbered images come in many rounds",
    demands=(
        "`training_batches(dataset, count, batch_size)` gets a `tf.data.Dataset` of `count` pairs,"
        " each of one image and its label, where `count` is larger than `batch_size`.",
        "each pair comes again and again",
    ),
)
def nothing_is_lost(seen, truth):
    """Each pair comes again and again."""
    for call, (count, _, rounds) in enumerate(CALLS):
        found = len({*stream(seen, call).tolist()})
        if rounds > 1:
            expect.equal(found, count, say.lost, rounds=rounds, count=count)


@exercise.check(
    count_steps,
    points=4,
    rests_on="recomputed: the steps of nine epochs",
    demands=(
        "`steps_per_epoch(count, batch_size)` returns how many batches it takes to see `count`"
        " images once, as an `int`.",
        "If the last batch is only partly needed, it still has to be taken: 10 images take 3"
        " batches of 4.",
    ),
)
def steps_round_up(seen, truth):
    """An epoch has as many steps as it takes to see each image, and no more."""
    pairs = truth.given["epochs"]
    for (count, size), answer in zip(pairs, seen.items("steps", len(pairs)), strict=True):
        about = {"count": count, "size": size}
        steps = as_integer(as_returned(answer), say.steps, **about)
        expect.equal(steps, -(-count // size), say.steps, **about)

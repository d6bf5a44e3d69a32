"""Mini-batches: numbered rows that come in mixed order, round after round."""

import numpy as np

from autograder.judging.author import (
    Exercise,
    Failure,
    as_array,
    as_list,
    as_returned,
    expect,
    message,
    text,
)

exercise = Exercise(
    "next_batch",
    "Mini-batches",
    asks_for=("Batches",),
    background=(
        "A step of training looks at a mini-batch: ... It is gone; write your own.",
        "Write the class `Batches`.",
    ),
)

# How many rows each object has, and the sizes that it is asked for: rounds that no batch ends with,
# and a batch of three more; sizes of all kinds; batches of more than two rounds; rounds that all
# end with a batch; a batch of more rounds than functions may call themselves; and images of which
# each comes several times, with another label. Of the first, second and fourth object nothing is
# left over.
MANY, UNEVEN, FEW, EXACT, LEAST, ALIKE = range(6)
ROWS = (50, 23, 5, 50, 3, 12)
SIZES = (
    (*(8,) * 24, 158),
    (4, 9, 1, 15, 23, 2, 30, 8),
    (12, 12, 4, 12),
    (10,) * 15,
    (4000, 2),
    (5,) * 9,
)
TIMES = (1, 2, 3, 6)
# Two objects that are asked in turn, how many rows each has, and the size of a batch.
TURNS, OWN_ROWS, OWN_SIZE = 9, 12, 5
WITHIN = 1e-4
# Of 50 rows in mixed order one or two follow each other as before, and of the steps from place to
# place five or six at most are alike; more than so many never are.
MOST_NEIGHBOURS = 16
# So many rounds of the first object come; in these, a row comes a third of all places from its own,
# on the mean, and hardly ever less than a quarter.
ROUNDS, NEAREST = 7, 0.25

say = exercise.messages(
    pair=text(
        "what `next_batch({size})` returns",
        expected="a pair: images and labels, with {size} rows each",
        hint="Return both with a comma between them: `return images, labels`.",
    ),
    size=text(
        "the {what} that `next_batch({size})` returns, in call {call} on {rows} rows",
        expected="{size} rows",
        seen="{shape}",
        hint="How many rows are left of this round? If they are fewer than asked for, take them all"
        " and fill up from the next round, and from another one for as long as rows are missing:"
        " `while`, not `if`.",
    ),
    form=text(
        "the {what} that `next_batch({size})` returns, in call {call} on {rows} rows",
        hint="Each row of a batch is a row of the array that was passed in, as it is there.",
    ),
    foreign=text(
        "the images of call {call} on {rows} rows",
        expected="rows of the images that were passed in",
        seen="row {row} of the batch is none of them",
        hint="Choose rows by their places, as in `images[places]`, and change nothing in them.",
    ),
    other_label=text(
        "row {row} of the batch that call {call} returned",
        expected="the label that belongs to this image",
        seen="another label",
        hint="Mix the places once, and choose images and labels with the same places.",
    ),
    few_rounds=text(
        "the rows of all calls together",
        expected="each of {rows} rows at least once",
        seen="{count} rows in all",
        hint="Return as many rows as are asked for, in every call.",
    ),
    repeated=text(
        "the rows of round {round}: rows {begin} to {end} of all that came",
        expected="each of {rows} rows once",
        seen="{missing} of them not at all, others more than once",
        hint="Do not draw rows, draw an order: mix the places of all rows, and go through them to"
        " the end; images that look the same have places of their own. What is left of a round"
        " comes before the next one begins; rows of the next one that fill a batch up do not come"
        " once more. In `tf.data`,"
        " `shuffle` comes before `repeat`: behind it, rows of two rounds are mixed.",
    ),
    not_mixed=text(
        "the order of round {round}",
        expected="a mixed one",
        seen="{count} of {rows} rows come right behind the row that they follow in the arrays",
        hint="`np.random.permutation(count)` gives all places from 0 on in mixed order.",
    ),
    by_rule=text(
        "the order of round {round}",
        expected="a mixed one",
        seen="{count} of {rows} rows come as many places behind the row before, counted round",
        hint="`np.random.permutation(count)` gives all places from 0 on in an order without any"
        " rule.",
    ),
    near=text(
        "how far rows come from their places in the arrays, in {rounds} rounds",
        expected="about {third:.0f} of {rows} places, on the mean",
        seen="{distance:.1f} places",
        hint="Is each round mixed as a whole? What mixes a part of the rows at a time, such as a"
        " small buffer of `shuffle`, leaves the first rows in front.",
    ),
    same_order=text(
        "the order of round {round}",
        expected="another one than in all rounds before",
        seen="{count} of {rows} rows come right behind the row that they followed in another round",
        hint="Mix the places again whenever a round ends, within a batch too, and with another seed"
        " than before, or none.",
    ),
    changed=text(
        "the arrays that were passed to `Batches`",
        expected="the same rows in the same order as before",
        seen="others",
        hint="`shuffle` and `array[...] = ...` change an array in place: mix places, or a copy.",
    ),
    disturbed=text(
        "the rows of two objects that are asked in turn",
        expected="each goes through its own rows, once a round",
        seen="{missing} of its {rows} rows missing in the first round of an object",
        hint="What an object remembers belongs into `self`: a variable of the class, or outside of"
        " it, is the same for all objects.",
    ),
    images=text("images"),
    labels=text("labels"),
)
NAMES = (say.images, say.labels)


@exercise.given
def numbered_rows(generator):
    """Images and labels of each object: rows that differ, as numbers, pictures and one-hot."""
    kinds = [
        (generator.permutation(900)[: ROWS[MANY], None, None] + np.zeros((1, 3, 2), int)).astype(
            np.float32
        ),
        generator.permutation(200)[: ROWS[UNEVEN]].astype(np.uint8),
        generator.permutation(99)[: ROWS[FEW], None].astype(np.float32) * np.float32([1, 0.5]),
        generator.permutation(200)[: ROWS[EXACT]].astype(np.uint8),
        generator.permutation(200)[: ROWS[LEAST]].astype(np.uint8),
        np.repeat(generator.permutation(200)[: len(TIMES)], TIMES).astype(np.uint8),
    ]
    labels = [
        # As those of digits, many are alike.
        generator.permutation(ROWS[MANY]) % 10,
        # Smoothed, so that whole numbers cannot hold them.
        np.eye(ROWS[UNEVEN], dtype=np.float32)[generator.permutation(ROWS[UNEVEN])] * 0.9 + 0.004,
        generator.permutation(50)[: ROWS[FEW]],
        generator.permutation(500)[: ROWS[EXACT]],
        generator.permutation(500)[: ROWS[LEAST]],
        generator.permutation(500)[: ROWS[ALIKE]],
    ]
    own = generator.permutation(100)[: 2 * OWN_ROWS].reshape(2, OWN_ROWS)
    return {"images": kinds, "labels": labels, "own": [*own], "sizes": [list(s) for s in SIZES]}


@exercise.probe
def ask(student, given):
    """The grader asks objects of your class for batches of its own rows, one by one and in turn."""
    import numpy as np

    same = []

    def made(images, labels):
        passed = images.copy(), labels.copy()
        kept.append((passed, (images, labels)))
        return student.Batches(*passed)

    def batches(images, labels, sizes):
        one = made(images, labels)
        return [one.next_batch(size) for size in sizes]

    def in_turn():
        objects = [made(rows, rows) for rows in given.own]
        turns = [[one.next_batch(5) for one in objects] for _ in range(9)]
        return [[turn[place] for turn in turns] for place in range(2)]

    kept = []
    asked = zip(given.images, given.labels, given.sizes)
    alone = [student.attempt(batches, *each) for each in asked]
    turns = student.attempt(in_turn)
    for passed, before in kept:
        same += [bool(np.array_equal(*pair)) for pair in zip(passed, before)]
    return {"alone": alone, "turns": turns, "same": same}


def batches_of(seen, truth, place):
    """The images and labels of each call on an object, and the values of a message; `Failure`."""
    answer = as_returned(seen.items("alone", len(ROWS))[place])
    images, labels = truth.given["images"][place], truth.given["labels"][place]
    calls = as_list(answer, len(SIZES[place]), say.pair, size=SIZES[place][0])
    for call, (batch, size) in enumerate(zip(calls, SIZES[place], strict=True), 1):
        pair = as_list(batch, 2, say.pair, size=size)
        about = {"size": size, "call": call, "rows": ROWS[place]}
        found = []
        for name, own, array in zip(NAMES, pair, (images, labels), strict=True):
            what = message(f"{name}.about")
            found.append(as_array(own, (None, *array.shape[1:]), say.form, what=what, **about))
        yield *found, about


def places_in(rows, array, about):
    """The place of each row among those passed in; raises `Failure` for one that is not there.

    Of rows that are alike it is the first one's.
    """
    if not len(rows):
        return np.zeros(0, int)
    flat, given = rows.reshape(len(rows), -1), array.reshape(len(array), -1).astype(np.float64)
    off = np.abs(flat[:, None] - given[None]).max(axis=2)
    strange = np.flatnonzero(off.min(axis=1) > WITHIN)
    if len(strange):
        raise Failure(say.foreign, row=int(strange[0]), call=about["call"], rows=about["rows"])
    return off.argmin(axis=1)


def order_of(seen, truth, place):
    """The places of all rows that an object gave, in order; raises `Failure`."""
    images = truth.given["images"][place]
    found = [places_in(rows, images, about) for rows, _, about in batches_of(seen, truth, place)]
    order = np.concatenate(found)
    expect.that(len(order) >= len(images), say.few_rounds, rows=len(images), count=len(order))
    return order


@exercise.check(
    ask,
    points=4,
    rests_on="recomputed: how many rows unseen batches have",
    demands=(
        "arrays or tensors with exactly `size` rows each",
        "`size` is 1 or more.",
        "It may be another one in each call, and larger than the number of rows.",
        "the batch is filled up from the next round.",
    ),
)
def batches_have_the_size(seen, truth):
    """Each batch has as many rows as asked for, at the end of a round too."""
    for place in range(len(ROWS)):
        batches = [*batches_of(seen, truth, place)]
        every = np.concatenate([rows.reshape(-1) for rows, _, _ in batches])
        differ = not every.size or np.ptp(every) > 0
        expect.that(differ, say.foreign, row=0, call=1, rows=ROWS[place])
        for images, labels, about in batches:
            for name, rows in zip(NAMES, (images, labels), strict=True):
                what = message(f"{name}.about")
                shape = str(rows.shape)
                expect.that(len(rows) == about["size"], say.size, what=what, shape=shape, **about)


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: the label of each image in unseen batches",
    demands=(
        "gets two NumPy arrays with equally many rows, one row or more: row `i` of `labels`"
        " belongs to row `i` of `images`.",
        "A row may be a number, or have any shape.",
        "in which each image still comes with its label.",
    ),
)
def pairs_stay_together(seen, truth):
    """Each image comes with its label."""
    for place in (MANY, UNEVEN):
        images, labels = truth.given["images"][place], truth.given["labels"][place]
        batches = [*batches_of(seen, truth, place)]
        nothing = not any(len(rows) for rows, _, _ in batches)
        expect.that(not nothing, say.few_rounds, rows=ROWS[place], count=0)
        for rows, own, about in batches:
            wanted = labels[places_in(rows, images, about)].astype(np.float64)
            call = about["call"]
            if not len(own) and not len(wanted):
                continue
            expect.that(len(own) == len(wanted), say.other_label, row=len(wanted), call=call)
            off = np.abs(own - wanted).reshape(len(own), -1).max(axis=1, initial=0)
            wrong = np.flatnonzero(off > WITHIN)
            first = int(wrong[0]) if len(wrong) else 0
            expect.that(not len(wrong), say.other_label, row=first, call=call)


@exercise.check(
    ask,
    points=4,
    rests_on="recomputed: which of unseen rows come in each round",
    demands=(
        "all rows come once, in mixed order, before any comes again",
        "the last rows of that round come first and the batch is filled up from the next round.",
        "With 5 rows, `next_batch(3)` called twice gives all 5 rows, and one of them a second"
        " time.",
    ),
)
def each_row_once_a_round(seen, truth):
    """Every row comes once before any comes again."""
    for place in (MANY, UNEVEN, ALIKE):
        order, count, images = order_of(seen, truth, place), ROWS[place], truth.given["images"]
        alike = np.bincount(places_in(images[place], images[place], {}), minlength=count)
        for number, begin in enumerate(range(0, len(order), count), 1):
            round_ = order[begin : begin + count]
            too_many = np.bincount(round_, minlength=count) - alike
            missing = int(too_many.clip(0).sum())
            ends = {"begin": begin + 1, "end": begin + len(round_)}
            values = {"round": number, "rows": count, "missing": missing, **ends}
            expect.that(not missing, say.repeated, **values)


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: the order of unseen rows in each round",
    demands=("in mixed order", "then they are mixed anew for the next round."),
)
def order_is_mixed(seen, truth):
    """The order is mixed, and another one in each round."""
    for place in (MANY, EXACT):
        order, count = order_of(seen, truth, place), ROWS[place]
        before = [np.arange(count)]
        for number, begin in enumerate(range(0, len(order) - count + 1, count), 1):
            round_ = order[begin : begin + count]
            plain, *again = (follow_each_other(round_, one) for one in before)
            about = {"round": number, "rows": count}
            expect.that(plain <= MOST_NEIGHBOURS, say.not_mixed, count=plain, **about)
            alike = int(np.bincount(np.diff(round_) % count).max())
            expect.that(alike <= MOST_NEIGHBOURS, say.by_rule, count=alike, **about)
            most = max(again, default=0)
            expect.that(most <= MOST_NEIGHBOURS, say.same_order, count=most, **about)
            before.append(round_)
        if place == MANY and len(order) == ROUNDS * count:
            distance = float(np.abs(order - np.arange(len(order)) % count).mean())
            values = {"rounds": ROUNDS, "rows": count, "third": count / 3, "distance": distance}
            expect.that(distance >= NEAREST * count, say.near, **values)


def follow_each_other(order, before):
    """How many rows come right behind or before the row that they followed in another order."""
    pairs = {frozenset(pair) for pair in zip(before[:-1].tolist(), before[1:].tolist())}
    return sum(frozenset(pair) in pairs for pair in zip(order[:-1].tolist(), order[1:].tolist()))


@exercise.check(
    ask,
    points=2,
    rests_on="claim: whether arrays are as before, seen beside the code; the rows are recomputed",
    demands=(
        "The arrays that were passed in stay as they are",
        "several objects may be used in turn without disturbing each other.",
    ),
)
def arrays_stay(seen, truth):
    """The arrays passed in stay as they are, and two objects do not disturb each other."""
    same = as_list(seen.raw("same"), None, "report.value", value="same")
    expect.that(bool(same) and all(one is True for one in same), say.changed)
    objects = as_list(as_returned(seen.raw("turns")), 2, say.pair, size=OWN_SIZE)
    alone = order_of(seen, truth, MANY)[: ROWS[MANY]]
    # One that repeats rows anyway is not disturbed; another check minds.
    if len(np.unique(alone)) < ROWS[MANY]:
        return
    about = {"size": OWN_SIZE, "call": 1, "rows": OWN_ROWS}
    images = message(f"{say.images}.about")
    for calls, own in zip(objects, truth.given["own"], strict=True):
        pairs = as_list(calls, TURNS, say.pair, size=OWN_SIZE)
        rows = [as_list(pair, 2, say.pair, size=OWN_SIZE)[0] for pair in pairs]
        came = [as_array(one, (None,), say.form, what=images, **about) for one in rows]
        first_round = np.concatenate(came)[:OWN_ROWS]
        missing = OWN_ROWS - len(np.intersect1d(first_round, own))
        expect.that(not missing, say.disturbed, missing=missing, rows=OWN_ROWS)

"""Dropout by hand: values that are kept by chance, each by itself, from a generator given."""

import math

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
    "dropout_by_hand",
    "Dropout by hand",
    asks_for=("dropout",),
    background=(
        "What does a dropout do? ... the neurons that are kept hand on more.",
        "Write `dropout(values, keep, generator)`.",
    ),
)

# What is asked for on tables of 40 x 500 values, and on small arrays, many of them.
KEEPS = (0.8, 0.5, 0.3)
# No whole percent: rounded to one, nothing would be kept.
RARELY = 0.004
SHAPE, SMALL, MANY = (40, 500), 10, 40
# Long on both sides: whole rows or columns that are drawn twice are hardly ever the same.
DEEP = (40, 3, 40)
# As many standard deviations as no right answer is ever off.
FAR = 7.0
WITHIN = 1e-5
LITTLE = 0.05

say = exercise.messages(
    array=text(
        "what `dropout` returns for values of the shape {shape}",
        hint="Return an array with a number for each value.",
    ),
    share=text(
        "the share of values that are not 0, of {count} with keep={keep:g}",
        expected="about {keep:g}",
        hint="Compare a random number between 0 and 1 for each value: below `keep` it is kept.",
    ),
    share_turned=text(
        "the share of values that are not 0, of {count} with keep={keep:g}",
        expected="about {keep:g}",
        hint="That is the share to be left out. `keep` is the chance of a value to be kept.",
    ),
    grown=text(
        "a value that is kept, with keep={keep:g}",
        expected="{value:.4f} / {keep:g} = {wanted:.4f}",
        hint="Divide what is kept by `keep`, so that the mean stays as it was.",
    ),
    none_kept=text(
        "the values that are kept, with keep={keep:g}",
        expected="some",
        seen="none",
        hint="Keep a value where its random number is below `keep`.",
    ),
    together=text(
        "how many values are kept in each {line} of a table, with keep={keep:g}",
        expected="numbers that differ a little by chance",
        seen="all or nothing: the {line} is kept or left out as a whole",
        hint="Draw as many random numbers as there are values: `generator.random(values.shape)`.",
    ),
    too_even=text(
        "how many of {size} values are kept, in {count} calls with keep={keep:g}",
        expected="a number that differs from call to call",
        seen="too nearly the same number each time",
        hint="Do not choose a fixed number of them: toss a coin for each value.",
    ),
    again=text(
        "whether values of an array are kept that are {places} places apart, with keep={keep:g}",
        expected="decided for each by itself",
        seen="the one as the other, or never both",
        hint="Draw a number for each value, and use it once.",
    ),
    untouched=text(
        "what `dropout` returns with keep=1",
        expected="the values as they are",
        seen="other numbers, first at place {place}",
        hint="With `keep=1` nothing is left out, and dividing by 1 changes nothing.",
    ),
    equal_seeds=text(
        "two results with generators of equal seeds",
        expected="equal ones",
        seen="different ones",
        hint="Draw from the `generator` that is passed in, and from nothing else.",
    ),
    same_again=text(
        "two results of the same generator, one after the other",
        expected="different ones",
        seen="equal ones",
        hint="Draw from the `generator` that is passed in, as it is: do not make another one.",
    ),
    changed=text(
        "the array that was passed in",
        expected="the same values as before",
        seen="others",
        hint="`values[...] = 0` and `values *= ...` change the array itself, under any other name"
        " too: `result = values` is no copy. Make a new array.",
    ),
    handed_back=text(
        "the array that `dropout` returns",
        expected="a new one",
        seen="the one that was passed in, or a part of its memory",
        hint="Who writes into the result must not write into `values`. Where nothing is left out,"
        " return a copy: `values.copy()`.",
    ),
    row=text("row"),
    column=text("column"),
)


@exercise.given
def values_and_seeds(generator):
    """Tables of values none of which is near 0, and seeds of generators."""
    signs = np.where(generator.integers(0, 2, SHAPE) == 0, -1.0, 1.0)
    return {
        "table": signs * generator.uniform(0.5, 2.0, SHAPE),
        "deep": generator.uniform(0.5, 2.0, DEEP).astype(np.float32),
        "keeps": list(KEEPS),
        "seeds": [int(seed) for seed in generator.integers(1, 10**6, 7)],
        "rarely": RARELY,
    }


@exercise.probe
def ask(student, given):
    """The grader calls your function with values and generators of its own."""
    import numpy as np

    def called(values, keep, generator):
        own = values.copy()
        answer = student.attempt("dropout", own, keep, generator)
        same.append(bool(np.array_equal(own, values)))
        # Nobody can write into a tensor, whatever memory it has.
        array = answer["returned"]
        handed_back.append(isinstance(array, np.ndarray) and bool(np.shares_memory(array, own)))
        return answer

    same, handed_back = [], []
    seeds = iter(given.seeds)
    tables = [called(given.table, keep, np.random.default_rng(next(seeds))) for keep in given.keeps]
    generator = np.random.default_rng(next(seeds))
    small = [called(np.ones(10), 0.5, generator) for _ in range(40)]
    seed = next(seeds)
    first, second = np.random.default_rng(seed), np.random.default_rng(seed)
    again = [called(given.deep, 0.5, each) for each in (first, second, first)]
    seed = next(seeds)
    alike = ((given.table, 1.0), (given.deep, 1))
    still = [called(one, keep, np.random.default_rng(seed)) for one, keep in alike]
    rare = called(given.table, given.rarely, np.random.default_rng(next(seeds)))
    return {
        "tables": tables,
        "small": small,
        "again": again,
        "still": still,
        "rare": rare,
        "same": same,
        "handed_back": handed_back,
    }


def tables(seen, truth):
    """What was returned for the table with each `keep`."""
    answers = seen.items("tables", len(KEEPS))
    for keep, answer in zip(KEEPS, answers, strict=True):
        yield keep, as_array(as_returned(answer), SHAPE, say.array, shape=str(SHAPE))


@exercise.check(
    ask,
    points=4,
    rests_on="recomputed: the share of unseen values that are kept",
    demands=(
        "`keep` is the chance of each value to be kept, above 0 and at most 1",
        "of the same shape, in which each value is either kept or 0.",
        "The chance to be kept is `keep`",
    ),
)
def keeps_about_the_share(seen, truth):
    """About the share asked for is kept, and the rest is 0."""
    count, lines = math.prod(SHAPE), []
    for keep, found in tables(seen, truth):
        share = float(np.count_nonzero(found)) / count
        # A whole row of 500 that is kept or not is another check's business.
        within = FAR * math.sqrt(keep * (1 - keep) / SHAPE[0])
        alone = FAR * math.sqrt(keep * (1 - keep) / count)
        is_joined = any(spread(found, share, axis) > joined(found, axis) for axis in (0, 1))
        is_turned = abs(share - (1 - keep)) < alone
        about = {"count": count, "keep": keep}
        name = say.share_turned if is_turned else say.share
        seen_share = round(share, 3)
        bound = within if is_joined else alone
        expect.that(abs(share - keep) < bound, name, seen=seen_share, **about)
        lines.append(is_joined)
    # Of lines that are kept as a whole, none may be: see above.
    if not any(lines):
        rare = as_array(as_returned(seen.raw("rare")), SHAPE, say.array, shape=str(SHAPE))
        share = float(np.count_nonzero(rare)) / count
        alone = FAR * math.sqrt(RARELY * (1 - RARELY) / count)
        about = {"count": count, "keep": RARELY, "seen": round(share, 4)}
        expect.that(abs(share - RARELY) < alone, say.share, **about)


def spread(found, keep, axis):
    """How much the numbers of kept values along an axis differ: 1 for each line, by chance."""
    if not 0 < keep < 1:
        return 0.0
    counts = np.count_nonzero(found, axis=axis)
    length = found.shape[axis]
    return float(((counts - length * keep) ** 2).sum() / (length * keep * (1 - keep)))


def joined(found, axis):
    """What `spread` never reaches by chance."""
    lines = found.shape[1 - axis]
    return lines + FAR * 1.5 * math.sqrt(2 * lines)


@exercise.check(
    ask,
    points=4,
    rests_on="recomputed: the kept ones of unseen values, number by number",
    demands="A value that is kept is divided by `keep`.",
)
def kept_values_grow(seen, truth):
    """What is kept is divided by the share, so that the mean stays."""
    values = truth.given["table"]
    for keep, found in tables(seen, truth):
        kept = np.argwhere(found != 0)
        expect.that(len(kept) > 0, say.none_kept, keep=keep)
        wanted = values / keep
        off = np.where(found != 0, np.abs(found - wanted), 0.0)
        worst = np.unravel_index(off.argmax(), off.shape)
        number = {"value": float(values[worst]), "wanted": float(wanted[worst]), "keep": keep}
        right = off[worst] < WITHIN
        expect.that(right, say.grown, seen=round(float(found[worst]), 4), **number)


@exercise.check(
    ask,
    points=3,
    rests_on="recomputed: how many of unseen values are kept in each row, column and call",
    demands="for each value by itself, whatever happens to the others.",
)
def one_by_one(seen, truth):
    """It is decided for each value by itself."""
    for keep, found in tables(seen, truth):
        share = np.count_nonzero(found) / found.size
        # Where all or nothing is kept, or another share, another check minds.
        if not LITTLE < share < 1 - LITTLE:
            continue
        for axis, line in ((1, say.row), (0, say.column)):
            name = message(f"{line}.about")
            is_joined = spread(found, share, axis) > joined(found, axis)
            expect.that(not is_joined, say.together, line=name, keep=keep)
        lines = SHAPE[0]
        even = spread(found, share, 1) < lines / 5
        about = {"size": SHAPE[1], "count": lines, "keep": keep}
        expect.that(not even, say.too_even, **about)
        check_apart(found, keep)
    stack = seen.items("again", 3)[0]
    try:
        found = as_array(as_returned(stack), DEEP, say.array, shape=str(DEEP))
    except Failure:
        # What fails for three axes alone is another check's business.
        found = np.zeros(DEEP)
    if LITTLE < np.count_nonzero(found) / found.size < 1 - LITTLE:
        check_apart(found, 0.5)
    answers = seen.items("small", MANY)
    found = [
        as_array(as_returned(one), (SMALL,), say.array, shape=str((SMALL,))) for one in answers
    ]
    counts = {int(np.count_nonzero(one)) for one in found}
    # The same result each time is no matter of how many.
    differ = any(not np.array_equal(one, found[0]) for one in found)
    is_even = differ and len(counts) == 1 and not counts & {0, SMALL}
    expect.that(not is_even, say.too_even, size=SMALL, count=MANY, keep=0.5)


def check_apart(found, keep):
    """No two values are kept together, or never both, wherever they are; raises `Failure`."""
    again = likeness(found)
    worst = int(np.abs(again).argmax())
    expect.that(abs(again[worst]) < FAR, say.again, places=worst + 1, keep=keep)


def likeness(found):
    """How alike values are to those so many places further on, in standard deviations."""
    kept = (found != 0).ravel() - np.count_nonzero(found) / found.size
    sums = np.fft.irfft(np.abs(np.fft.rfft(kept)) ** 2, found.size)
    return sums[1 : found.size // 2 + 1] / sums[0] * math.sqrt(found.size)


@exercise.check(
    ask,
    points=2,
    rests_on="recomputed: unseen values that stay as they are",
    demands=(
        "`values` is a NumPy array of decimal numbers, of any shape.",
        "With `keep=1`, as in testing, all values come back as they are",
    ),
)
def nothing_happens_in_testing(seen, truth):
    """With `keep=1` all values come back as they are."""
    for answer, name in zip(seen.items("still", 2), ("table", "deep"), strict=True):
        values = truth.given[name].astype(np.float64)
        found = as_array(as_returned(answer), values.shape, say.array, shape=str(values.shape))
        off = np.argwhere(np.abs(found - values) > WITHIN)
        place = str(tuple(off[0].tolist())) if len(off) else ""
        expect.that(not len(off), say.untouched, place=place)


@exercise.check(
    ask,
    points=2,
    rests_on="recomputed: whether results are equal for generators of unseen seeds",
    demands=(
        "`generator` is a generator of NumPy, as `np.random.default_rng(1)` makes one.",
        "All chance comes from the `generator` that is passed in: generators with equal seeds give"
        " equal results, and a second call with the same generator gives another result than the"
        " first.",
    ),
)
def draws_from_the_generator(seen, truth):
    """Its chance comes from the generator passed in."""
    answers = seen.items("again", 3)
    first, equal, later = (
        as_array(as_returned(one), DEEP, say.array, shape=str(DEEP)) for one in answers
    )
    expect.that(np.array_equal(first, equal), say.equal_seeds)
    expect.that(not np.array_equal(first, later), say.same_again)


@exercise.check(
    ask,
    points=1,
    rests_on="claim: whether the array is as before and another one returned, seen beside the code",
    demands=(
        "Return a new array (or a tensor)",
        "in a new array too.",
        "The array `values` itself stays as it is.",
    ),
)
def values_stay(seen, truth):
    """The array passed in stays as it is, and what is returned is another one."""
    for answer in seen.items("still", 2):
        as_returned(answer)
    same = as_list(seen.raw("same"), None, "report.value", value="same")
    expect.that(bool(same) and all(one is True for one in same), say.changed)
    handed_back = as_list(seen.raw("handed_back"), None, "report.value", value="handed_back")
    expect.that(all(one is False for one in handed_back), say.handed_back)

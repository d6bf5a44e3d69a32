"""ReLU and softmax by hand: for arrays of any shape, and for values too large for `exp`."""

import numpy as np

from autograder.judging.author import (
    Exercise,
    Failure,
    as_array,
    as_returned,
    expect,
    softmax,
    text,
)

exercise = Exercise(
    "relu_and_softmax",
    "Two functions by hand",
    asks_for=("relu", "softmax"),
    background=(
        "Each layer of this lesson's network ends with a function. ... here you write them"
        " yourself.",
        "No number of NumPy's is as large as `exp(1000)`",
        "a row of values near -1000 has only exponentials that are rounded to 0",
    ),
)

# A row, as many rows as columns, more axes than two, and axes of length 1.
SHAPES = ((5,), (4, 10), (6, 6), (2, 3, 5), (1, 4), (4, 1))
# Rows that overflow beside rows of no exponential but 0; rows whose sum alone overflows, and whose
# exponentials are so small that they have few digits.
LARGE = (
    ((1000, 999, 998.5, 990), (-1000, -999, -1000.5, -998)),
    ((999, -1000, 0, 1000), (-800, -801, -799.5, -900)),
    ((100, 99, 98.5, 90), (-200, -199, -200.5, -198)),
    ((708.5,) * 6,),
    ((-743.5,) * 6,),
    ((87.5,) * 6,),
)
# In these `exp` overflows sooner: their numbers are of single precision.
SINGLE = (2, 5)
MOST = 1000
# The most that rounding to three places and half precision change.
WITHIN = 6e-4
# Of a value itself, as it may be rounded too.
SHARE = 1e-3

say = exercise.messages(
    relu=text(
        "what `relu` returns for an array of shape {shape}",
        hint="Every number has an answer of its own, at its own place.",
    ),
    bent=text(
        "what `relu` makes of {value:.4g}",
        hint="What is above 0 stays as it is, and 0 takes the place of everything else.",
    ),
    softmax=text(
        "what `softmax` returns for an array of shape {shape}",
        hint="Every number becomes a share, at its own place: along which axis do you add up, and"
        " does that axis stay there (`keepdims=True`)?",
    ),
    negative=text(
        "the shares that `softmax` makes of the row {row}",
        expected="no number below 0",
        seen="{share:.4g}",
        hint="An exponential is never negative, whatever it is of.",
    ),
    sums=text(
        "the sum of the shares that `softmax` makes of the row {row}, in an array of shape {shape}",
        expected="1",
        seen="{total:.4g}",
        hint="Divide each exponential by the sum of its own row: a row lies along the last axis.",
    ),
    ratio=text(
        "the shares that `softmax` makes of the row {row}",
        expected="about {wanted}",
        seen="{shares}",
        hint="Print the exponentials of this row: the shares are in the same proportion.",
    ),
    no_numbers=text(
        "the shares that `softmax` makes of the row {row}",
        expected="about {wanted}",
        seen="{shares}",
        hint="What happens to the shares of a row if you take the same number from all its values,"
        " before `exp`? Take each row's own largest, and always: other rows may be far larger, and"
        " `exp` overflows from 710 on, in single precision from 89 on, and sums do so sooner.",
    ),
)


@exercise.given
def arrays(generator):
    """Numbers with decimals, some of them 0 and some equal, and rows that are too large for exp."""
    plain = []
    for shape in SHAPES:
        values = generator.uniform(-3, 3, shape).round(2)
        flat = values.reshape(-1)
        # Where numbers are above 0, below, equal, and at neither side.
        flat[:4] = generator.permutation([0.0, 1.25, 1.25, -2.5])
        if shape[-1] == 1:
            # What is not shared out by exponentials may well divide by a row's sum.
            flat[flat == 0] = 0.5
        plain.append(values)
    # A shift alone would leave the shares as they are.
    large = [
        np.clip(rows + generator.uniform(-0.4, 0.4, np.shape(rows)).round(2), -MOST, MOST)
        for rows in LARGE
    ]
    for place in SINGLE:
        large[place] = large[place].astype(np.float32)
    return {"plain": plain, "large": large}


@exercise.probe
def ask(student, given):
    """The grader calls both functions with numbers of its own."""
    return {
        "relu": [student.attempt("relu", values.copy()) for values in given.plain + given.large],
        "softmax": [student.attempt("softmax", values.copy()) for values in given.plain],
        "large": [student.attempt("softmax", values.copy()) for values in given.large],
    }


def rows_of(values):
    """The array as rows along its last axis."""
    return values.reshape(-1, values.shape[-1])


def shown(row):
    """A row of numbers, short enough for a message."""
    return [round(float(one), 3) for one in row[:10]]


def calls(seen, truth, name, *kinds):
    """Each array, what a function returned for it, and its shape."""
    arrays = [values for kind in kinds for values in truth.given[kind]]
    answers = seen.items(name, len(arrays))
    for values, answer in zip(arrays, answers, strict=True):
        yield values, as_returned(answer), str(values.shape)


@exercise.check(
    ask,
    points=4,
    rests_on="recomputed: each number of unseen arrays",
    demands=(
        "Both get `values`, a NumPy array of numbers with decimals, of any shape with one axis or"
        " more.",
        "Both return an array (or a tensor) of the same shape.",
        "`relu(values)` leaves every number above 0 as it is, and makes all others 0.",
    ),
)
def relu_keeps_what_is_above_zero(seen, truth):
    """ReLU leaves numbers above 0 as they are, and makes all others 0."""
    for values, returned, shape in calls(seen, truth, "relu", "plain", "large"):
        answer = as_array(returned, values.shape, say.relu, shape=shape)
        wanted = np.where(values > 0, values, 0)
        for value, right, own in zip(values.flat, wanted.flat, answer.flat, strict=True):
            within = WITHIN + SHARE * abs(right)
            number = float(value)
            expect.close(float(own), float(right), say.bent, within=within, value=number)


@exercise.check(
    ask,
    points=4,
    rests_on="recomputed: the sum of each row of unseen arrays",
    demands="So no share is negative, and the shares of a row add up to 1.",
)
def shares_add_up_to_one(seen, truth):
    """Softmax makes shares: none is negative, and those of a row add up to 1."""
    for values, returned, shape in calls(seen, truth, "softmax", "plain"):
        answer = as_array(returned, values.shape, say.softmax, shape=shape)
        for row, shares in zip(rows_of(values), rows_of(answer), strict=True):
            least, total = float(shares.min()), float(shares.sum())
            expect.that(least >= 0, say.negative, row=shown(row), share=least)
            off = abs(total - 1)
            about = {"row": shown(row), "shape": shape, "total": total}
            expect.that(off <= WITHIN * len(row), say.sums, **about)


@exercise.check(
    ask,
    points=6,
    rests_on="recomputed: the shares of each row of unseen arrays, in proportion to one another",
    demands=(
        "`softmax(values)` makes shares of each row, that is, of the numbers along the **last"
        " axis**: each share is the exponential of its value, divided by the sum of the"
        " exponentials of its row.",
        "The row `[1, 2, 3]` becomes `[0.09, 0.24, 0.67]`.",
    ),
)
def shares_follow_the_exponentials(seen, truth):
    """The shares of a row are in the proportion of the exponentials of its values."""
    for values, returned, shape in calls(seen, truth, "softmax", "plain"):
        answer = as_array(returned, values.shape, say.softmax, shape=shape)
        check_proportions(rows_of(values), rows_of(answer), say.ratio)


def check_proportions(rows, answers, name):
    """Each row of answers is in the proportion of the exponentials; or `Failure`.

    What they add up to is the business of another check.
    """
    for row, shares, wanted in zip(rows, answers, softmax(rows, axis=1), strict=True):
        total = shares.sum()
        right = total > 0 and np.allclose(shares / total, wanted, rtol=0, atol=WITHIN)
        about = {"row": shown(row), "wanted": shown(wanted), "shares": shown(shares)}
        expect.that(bool(right), name, **about)


@exercise.check(
    ask,
    points=4,
    rests_on="recomputed: the shares of rows that are too large and too small for exponentials",
    demands=(
        "Values may be as large as 1000 and as small as -1000.",
        "the shares that `softmax` returns must be right for such rows, too",
    ),
)
def large_values_stay_numbers(seen, truth):
    """Values near 1000 and near -1000 give right shares, too."""
    for values, returned, shape in calls(seen, truth, "large", "large"):
        no_numbers = isinstance(returned, np.ndarray) and returned.dtype.kind == "f"
        if no_numbers and not np.isfinite(returned).all():
            row, shares = next(
                pair
                for pair in zip(rows_of(values), rows_of(returned), strict=False)
                if not np.isfinite(pair[1]).all()
            )
            wanted = shown(softmax(row, axis=0))
            about = {"row": shown(row), "wanted": wanted, "shares": texts(shares)}
            raise Failure(say.no_numbers, **about)
        answer = as_array(returned, values.shape, say.softmax, shape=shape)
        check_proportions(rows_of(values), rows_of(answer), say.no_numbers)


def texts(row):
    """The same of a row that holds what is no number."""
    return [str(round(float(one), 3)) for one in row[:10]]

# verdict: full
# why: no vectors at all: lists, math.fsum and a helper for one row; numbers are exact enough and exp never sees a number above 0
import math


def row_loss(row, place):
    """Minus the logarithm of the share at `place`."""
    top = max(row)
    return math.log(math.fsum(math.exp(z - top) for z in row)) + top - row[place]


# %%
def _rows_and_places(outputs, wanted):
    return [
        (row, one_hot_row.index(max(one_hot_row)))
        for row, one_hot_row in zip(outputs.tolist(), wanted.tolist())
    ]


def cross_entropy(outputs, wanted):
    losses = [row_loss(row, place) for row, place in _rows_and_places(outputs, wanted)]
    return math.fsum(losses) / len(losses)


def accuracy(outputs, wanted):
    right = [row.index(max(row)) == place for row, place in _rows_and_places(outputs, wanted)]
    return right.count(True) / len(right)

# verdict: full
# why: plain Python lists and the math module, row by row, with differences to the largest output
import math
from statistics import fmean


def place_of_largest(row):
    return row.index(max(row))


def loss_of_row(row, right):
    top = max(row)
    # log of the sum of exp(z), with the largest one taken out
    return math.log(math.fsum(math.exp(z - top) for z in row)) + (top - row[right])


def paired_rows(outputs, wanted):
    for row, one_hot in zip(outputs.tolist(), wanted.tolist()):
        yield row, place_of_largest(one_hot)


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    return fmean(loss_of_row(row, right) for row, right in paired_rows(outputs, wanted))


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    return fmean(
        1.0 if place_of_largest(row) == right else 0.0 for row, right in paired_rows(outputs, wanted)
    )

# verdict: full
# why: no trick with the maximum: Python's decimal numbers have exponents large enough for exp of some thousands, so
#      the formula of the prompt is written down as it stands. Pure Python, slow, and right.
# %%
from decimal import Decimal, localcontext

import numpy as np
import tensorflow as tf


def loss_of_row(row, right):
    with localcontext() as context:
        context.prec = 40
        powers = [Decimal(z).exp() for z in row]
        return float(sum(powers).ln() - Decimal(row[right]))


def rows_with_class(outputs, wanted):
    for row, one_hot in zip(np.asarray(outputs, "float64").tolist(), wanted.tolist()):
        yield row, one_hot.index(1)


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    losses = [loss_of_row(row, right) for row, right in rows_with_class(outputs, wanted)]
    return sum(losses) / len(losses)


def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    hits = [row.index(max(row)) == right for row, right in rows_with_class(outputs, wanted)]
    return sum(hits) / len(hits)

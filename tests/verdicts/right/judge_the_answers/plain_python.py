# verdict: full
# why: loops and the module math alone, shifted by the row's largest output before exp
# %%
import math


def loss_of_row(row, right):
    largest = max(row)
    total = math.fsum(math.exp(value - largest) for value in row)
    # -log(exp(row[right] - largest) / total), without the exp of the log
    return math.log(total) - (row[right] - largest)


def cross_entropy(outputs, wanted):
    """Return the mean over all rows of minus the logarithm of the right class's share."""
    losses = []
    for row, hot in zip(outputs.tolist(), wanted.tolist()):
        losses.append(loss_of_row(row, hot.index(1)))
    return sum(losses) / len(losses)


# %%
def accuracy(outputs, wanted):
    """Return the share of rows whose largest output is at the right class."""
    hits = 0
    for row, hot in zip(outputs.tolist(), wanted.tolist()):
        if row.index(max(row)) == hot.index(1):
            hits += 1
    return hits / len(outputs)

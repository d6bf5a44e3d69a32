# verdict: full
# why: no meter object at all: hits and sizes of all batches are summed in groups by np.add.reduceat, whose last group takes what is left
import numpy as np


def accuracies(batches, every):
    """Return the share of right images of each `every` batches, and of those left at the end."""
    if not batches:
        return []
    hits = np.array([(outputs.argmax(axis=-1) == labels).sum() for outputs, labels in batches])
    sizes = np.array([len(labels) for _, labels in batches])
    starts = np.arange(0, len(batches), every)
    return (np.add.reduceat(hits, starts) / np.add.reduceat(sizes, starts)).tolist()

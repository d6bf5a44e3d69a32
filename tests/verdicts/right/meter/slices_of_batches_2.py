# verdict: full
# why: no counters: slices of the list of batches, of which the last may be short, joined and compared at once.
# %%
import numpy as np


def accuracies(batches, every):
    """Return the share of right images of each `every` batches, and of those left at the end."""

    def share(group):
        outputs, labels = (np.concatenate(parts) for parts in zip(*group))
        return float((outputs.argmax(axis=1) == labels).mean())

    return [share(batches[i : i + every]) for i in range(0, len(batches), every)]

# verdict: full
# why: cuts the list into groups of `every` batches and concatenates each group; the last group may be shorter
import numpy as np


def accuracies(batches, every):
    """Return the share of right images of each `every` batches, and of those left at the end."""
    groups = [batches[i : i + every] for i in range(0, len(batches), every)]
    return [
        np.mean(
            np.concatenate([outputs for outputs, _ in group]).argmax(axis=1)
            == np.concatenate([labels for _, labels in group])
        )
        for group in groups
    ]

# verdict: less
# breaks: "If batches are left at the end that were in no report, report these in the same way."
# keeps: all full reports, weighting by images; the last one is right if only one batch is left
# why: thinks of every = 2, where one batch is left at most, and reports that one
# %%
import numpy as np


def accuracies(batches, every):
    """Return the share of right images of each `every` batches, and of those left at the end."""
    shares = []
    right = seen = 0
    for number, (outputs, labels) in enumerate(batches, 1):
        right += np.sum(np.argmax(outputs, axis=1) == labels)
        seen += len(labels)
        if number % every == 0:
            shares.append(float(right / seen))
            right = seen = 0
    if len(batches) % every != 0:
        outputs, labels = batches[-1]
        shares.append(float(np.mean(np.argmax(outputs, axis=1) == labels)))
    return shares

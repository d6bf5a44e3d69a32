# verdict: less
# breaks: "Batches may be of different sizes, and each image counts once."
# keeps: when reports come, what is left at the end, the reset; right if all batches are of one size
# why: takes the accuracy of each batch and then the mean of those
# %%
import numpy as np


def accuracies(batches, every):
    """Return the share of right images of each `every` batches, and of those left at the end."""
    result = []
    window = []
    for outputs, labels in batches:
        window.append(np.mean(np.argmax(outputs, axis=1) == labels))
        if len(window) == every:
            result.append(np.mean(window))
            window = []
    if window:
        result.append(np.mean(window))
    return result

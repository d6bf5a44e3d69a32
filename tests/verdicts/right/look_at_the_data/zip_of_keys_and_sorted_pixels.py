# verdict: full
# why: keys are zipped with values, the pixels are sorted to find both ends, and different labels are counted as jumps in the sorted labels
# %%
import numpy as np

ENTRIES = ("count", "shape", "classes", "smallest", "largest")


def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    count, *size = images.shape
    classes = 1 + np.count_nonzero(np.diff(np.sort(labels)))
    ends = np.sort(images, axis=None)[[0, -1]].tolist()
    return dict(zip(ENTRIES, (count, tuple(size), classes, *ends)))

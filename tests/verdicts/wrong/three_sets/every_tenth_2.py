# verdict: less
# breaks: "**Mix before you cut**, so that each set has images of most classes, however the data were sorted."
# keeps: counts, pairs, each image once; sets with all classes if the data come sorted by class
# why: takes every tenth image, then every tenth from the second on, as dealing cards; data that come as 0, 1, ..., 9, 0, 1, ... are sorted by it
# %%
import numpy as np


def three_sets(images, labels, validation_count, test_count):
    """Return (images, labels) of a training, a validation and a test set."""
    # ten heaps, so that neighbours are parted
    order = np.concatenate([np.arange(start, len(images), 10) for start in range(10)])
    images, labels = images[order], labels[order]
    a = validation_count
    b = validation_count + test_count
    return (images[b:], labels[b:]), (images[:a], labels[:a]), (images[a:b], labels[a:b])

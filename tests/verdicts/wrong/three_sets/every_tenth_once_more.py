# verdict: less
# breaks: "**Mix before you cut**, so that each set has images of most classes, however the data were sorted"
# keeps: counts, pairs, each image once; data sorted by class
# why: mixes by taking every tenth image, ten times over; where the classes take turns (0, 1, ..., 9, 0, 1, ...) this sorts them by class, and a small set has one or two of them
import numpy as np


def three_sets(images, labels, validation_count, test_count):
    order = np.concatenate([np.arange(start, len(images), 10) for start in range(10)])
    validation = order[:validation_count]
    test = order[validation_count : validation_count + test_count]
    training = order[validation_count + test_count :]
    return (
        (images[training], labels[training]),
        (images[validation], labels[validation]),
        (images[test], labels[test]),
    )

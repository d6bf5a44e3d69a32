# verdict: less
# breaks: "**Mix before you cut**, so that each set has images of most classes, however the data were sorted"
# keeps: counts, pairs, each image once; good mixing of up to 1000 images
# why: mixes in blocks of 1000 images, to save memory; of 6000 images sorted by class the first 1000 have two classes, and so has a validation set of 500
import numpy as np


def three_sets(images, labels, validation_count, test_count):
    generator = np.random.default_rng()
    order = np.arange(len(labels))
    for start in range(0, len(order), 1000):
        order[start : start + 1000] = generator.permutation(order[start : start + 1000])
    cut, second_cut = validation_count, validation_count + test_count
    validation, test, training = order[:cut], order[cut:second_cut], order[second_cut:]
    return [(images[part], labels[part]) for part in (training, validation, test)]

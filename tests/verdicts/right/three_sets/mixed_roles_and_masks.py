# verdict: full
# why: not the images but their roles are mixed, and each set is cut out by a mask; chance decides which image goes where, and the order within a set is up to the student
import numpy as np

TRAINING, VALIDATION, TEST = range(3)


def three_sets(images, labels, validation_count, test_count):
    """Return (images, labels) of a training, a validation and a test set."""
    roles = np.full(len(labels), TRAINING)
    roles[:validation_count] = VALIDATION
    roles[validation_count : validation_count + test_count] = TEST
    np.random.default_rng().shuffle(roles)
    sets = []
    for role in (TRAINING, VALIDATION, TEST):
        chosen = roles == role
        sets.append((images[chosen], labels[chosen]))
    return sets

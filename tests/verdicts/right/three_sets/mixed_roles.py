# verdict: full
# why: mixes not the images but their roles 0, 1, 2; within a set the stored order stays, which the prompt leaves to the student
import numpy as np


def three_sets(images, labels, validation_count, test_count):
    """Return (images, labels) of a training, a validation and a test set."""
    training_count = len(labels) - validation_count - test_count
    roles = np.repeat([0, 1, 2], [training_count, validation_count, test_count])
    np.random.default_rng().shuffle(roles)
    return tuple((images[roles == role], labels[roles == role]) for role in range(3))

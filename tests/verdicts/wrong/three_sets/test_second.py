# verdict: less
# breaks: "of the training set first, then those of the validation set, and those of the test set last": test comes second and validation last
# keeps: each image in exactly one set, labels in place, mixed classes; the training set
# why: training and test are thought of first, validation is added at the end
import numpy as np


def three_sets(images, labels, validation_count, test_count):
    """Return (images, labels) of a training, a validation and a test set."""
    rng = np.random.default_rng()
    places = np.arange(len(images))
    rng.shuffle(places)
    test_places = places[:test_count]
    validation_places = places[test_count : test_count + validation_count]
    training_places = places[test_count + validation_count :]

    train_set = (images[training_places], labels[training_places])
    test_set = (images[test_places], labels[test_places])
    validation_set = (images[validation_places], labels[validation_places])
    return train_set, test_set, validation_set

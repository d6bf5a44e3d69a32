"""Mistake: the test label.

Fails: class_is_the_models_choice
"""

from tensorflow import keras

test_labels = keras.datasets.fashion_mnist.load_data()[1][1]


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images):
    return int(test_labels[0])

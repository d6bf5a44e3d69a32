# verdict: less
# fails: class_is_a_plain_index, class_is_the_models_choice
# passes: probabilities_are_ten_shares, probabilities_belong_to_the_first_image
# breaks: `predicted_class` returns the network's answer: it crashes, since Keras models have no predict_classes any more
# keeps: class_probabilities
# why: followed a tutorial from 2019
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    first = images[0].reshape(1, 28, 28)
    return model.predict(first)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    first = images[0].reshape(1, 28, 28)
    return int(model.predict_classes(first)[0])

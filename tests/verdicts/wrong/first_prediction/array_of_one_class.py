# verdict: less
# fails: class_is_a_plain_index
# passes: probabilities_are_ten_shares, probabilities_belong_to_the_first_image, model_is_left_alone
# breaks: predicted_class must return a plain whole number; this is an array of shape (1,)
# keeps: class_probabilities is right
# why: argmax along axis 1 of a stack of one, without taking its only element
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images[:1])[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    answers = model.predict(images[:1])
    return np.argmax(answers, axis=1)

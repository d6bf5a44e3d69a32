# verdict: less
# fails: probabilities_are_ten_shares
# passes: class_is_a_plain_index, class_is_the_models_choice, model_is_left_alone
# breaks: class_probabilities must return an array of shape (10,); this one is (1, 10)
# keeps: predicted_class is right
# why: kept the batch axis, since the printed numbers look the same
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    probabilities = model.predict(images[0:1], verbose=0)
    return probabilities


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(class_probabilities(model, images).argmax())

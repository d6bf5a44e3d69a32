# verdict: less
# fails: class_is_a_plain_index, class_is_the_models_choice
# passes: probabilities_are_ten_shares, probabilities_belong_to_the_first_image, model_is_left_alone
# breaks: "a plain whole number from 0 to 9": it returns the name of the class, a string
# keeps: class_probabilities
# why: the name says more to a reader, and the introduction has CLASS_NAMES at hand
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images[:1])[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    p = class_probabilities(model, images)
    winner = int(np.argmax(p))
    return CLASS_NAMES[winner]

# verdict: less
# fails: probabilities_are_ten_shares, probabilities_belong_to_the_first_image, class_is_a_plain_index, class_is_the_models_choice
# breaks: neither function returns anything: predict gets one image of shape (28, 28) without a batch axis, and raises
# keeps: nothing
# why: took images[0] for a stack of one image
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    first_image = images[0]
    return model.predict(first_image, verbose=0)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(np.argmax(class_probabilities(model, images)))

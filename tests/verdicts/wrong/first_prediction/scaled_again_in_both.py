# verdict: less
# fails: probabilities_belong_to_the_first_image, class_is_the_models_choice
# passes: probabilities_are_ten_shares, class_is_a_plain_index, model_is_left_alone
# why: divides by 255 a second time
"""the first row of the predictions, and the place of its largest number."""

import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images / 255.0, verbose=0)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    probabilities = class_probabilities(model, images)
    return int(np.argmax(probabilities))

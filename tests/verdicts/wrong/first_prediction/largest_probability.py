# verdict: less
# fails: class_is_a_plain_index, class_is_the_models_choice
# passes: probabilities_are_ten_shares, probabilities_belong_to_the_first_image, model_is_left_alone
# breaks: predicted_class must return a whole number from 0 to 9, the class; it returns the largest probability itself
# keeps: class_probabilities is right
# why: max instead of argmax
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    batch = np.expand_dims(images[0], axis=0)
    return np.squeeze(model.predict(batch, verbose=0))


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    p = class_probabilities(model, images)
    return np.max(p)

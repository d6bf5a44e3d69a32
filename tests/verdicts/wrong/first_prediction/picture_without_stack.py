# verdict: less
# fails: probabilities_are_ten_shares, probabilities_belong_to_the_first_image, class_is_a_plain_index, class_is_the_models_choice
# breaks: must return the probabilities and class of the first image; predict gets a single picture of shape (28, 28) and raises an error
# keeps: nothing
# why: forgot that predict wants a stack of images, even for one
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    first_image = images[0]
    prediction = model.predict(first_image)
    return prediction[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    probabilities = class_probabilities(model, images)
    return int(np.argmax(probabilities))

# verdict: less
# fails: probabilities_are_ten_shares, probabilities_belong_to_the_first_image, class_is_a_plain_index, class_is_the_models_choice
# breaks: both functions must work for a stack (count, 28, 28); they hand the bare 28x28 image to predict, which raises
# keeps: nothing
# why: took images[0] and forgot that the model wants a stack, even of one
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    first = images[0]
    return model.predict(first)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    first = images[0]
    return int(np.argmax(model.predict(first)))

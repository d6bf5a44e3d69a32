# verdict: less
# fails: class_is_a_plain_index, class_is_the_models_choice
# passes: probabilities_are_ten_shares, probabilities_belong_to_the_first_image, model_is_left_alone
# breaks: "a plain whole number from 0 to 9", about the first image only: argmax runs over all rows of the stack at once
# keeps: class_probabilities; predicted_class where the stack holds one image
# why: np.argmax without axis on the whole table of predictions
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    predictions = model.predict(images, verbose=0)
    return int(np.argmax(predictions))

# verdict: less
# fails: class_is_the_models_choice
# passes: probabilities_are_ten_shares, probabilities_belong_to_the_first_image, model_is_left_alone
# breaks: predicted_class must return the class (0 to 9) of the first image; it returns the number of the image that is surest of class 0
# keeps: class_probabilities is right
# why: argmax along the wrong axis, axis=0 instead of axis=1
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    predictions = model.predict(images, verbose=0)
    return predictions[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    predictions = model.predict(images, verbose=0)
    classes = np.argmax(predictions, axis=0)
    return int(classes[0])

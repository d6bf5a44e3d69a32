# verdict: less
# fails: class_is_the_models_choice
# passes: probabilities_are_ten_shares, probabilities_belong_to_the_first_image, model_is_left_alone
# breaks: predicted_class is about the first image only; argmax without an axis runs over all images and can be far above 9
# keeps: class_probabilities is right
# why: forgot axis=1 and [0] when taking argmax of the whole prediction
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    predictions = model.predict(images, verbose=0)
    return predictions[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    predictions = model.predict(images, verbose=0)
    return int(np.argmax(predictions))

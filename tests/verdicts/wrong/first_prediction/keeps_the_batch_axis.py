# verdict: less
# fails: probabilities_are_ten_shares
# passes: class_is_a_plain_index, class_is_the_models_choice, model_is_left_alone
# breaks: "as an array of shape (10,)": the shape is (1, 10)
# keeps: predicted_class is right
# why: predicted a stack of one and forgot to take row 0
import numpy as np
import tensorflow as tf


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    img = np.expand_dims(images[0], 0)
    predictions_single = model.predict(img, verbose=0)
    return predictions_single


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(np.argmax(class_probabilities(model, images)[0]))

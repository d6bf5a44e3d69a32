# verdict: less
# fails: class_is_a_plain_index, class_is_the_models_choice
# passes: probabilities_are_ten_shares, probabilities_belong_to_the_first_image
# breaks: "`predicted_class` returns the network's answer": predict_classes was removed from Keras, so it raises AttributeError
# keeps: class_probabilities is right
# why: copied from an old Kaggle kernel
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images[:1], verbose=0)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(model.predict_classes(images[:1])[0])

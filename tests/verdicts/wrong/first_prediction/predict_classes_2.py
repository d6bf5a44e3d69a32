# verdict: less
# fails: class_is_a_plain_index, class_is_the_models_choice
# passes: probabilities_are_ten_shares, probabilities_belong_to_the_first_image
# breaks: "predicted_class returns the network's answer: a plain whole number from 0 to 9": it crashes, predict_classes is gone since TensorFlow 2.6
# keeps: class_probabilities is right
# why: copied model.predict_classes from an old answer in a forum
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images[:1], verbose=0)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    classes = model.predict_classes(images[:1])
    return int(classes[0])

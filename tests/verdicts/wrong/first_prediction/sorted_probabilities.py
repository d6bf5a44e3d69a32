# verdict: less
# fails: probabilities_belong_to_the_first_image
# passes: class_is_a_plain_index, class_is_the_models_choice, model_is_left_alone
# breaks: class_probabilities must give one probability for each class, in the order of the classes; here they are sorted by size
# keeps: predicted_class is right, as it takes the argmax before sorting
# why: wanted the most probable class to come first
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    p = model.predict(images[:1], verbose=0)[0]
    return np.sort(p)[::-1]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    p = model.predict(images[:1], verbose=0)[0]
    return int(p.argmax())

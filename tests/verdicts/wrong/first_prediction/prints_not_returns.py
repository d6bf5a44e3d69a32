# verdict: less
# fails: class_is_a_plain_index, class_is_the_models_choice
# passes: probabilities_are_ten_shares, probabilities_belong_to_the_first_image, model_is_left_alone
# breaks: predicted_class must return the network's answer; it prints it and returns None
# keeps: class_probabilities is right
# why: forgotten return, print looked like an answer in the notebook
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    result = int(np.argmax(class_probabilities(model, images)))
    print("Predicted class:", result)

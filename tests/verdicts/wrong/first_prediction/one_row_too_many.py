# verdict: less
# fails: probabilities_are_ten_shares
# passes: class_is_a_plain_index, class_is_the_models_choice, model_is_left_alone
# breaks: "as an array of shape `(10,)`": returns shape (1, 10)
# keeps: predicted_class is right
# why: returned the batch of one without taking its row
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(np.expand_dims(images[0], axis=0), verbose=0)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(np.argmax(class_probabilities(model, images), axis=1)[0])

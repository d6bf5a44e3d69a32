# verdict: less
# fails: probabilities_are_ten_shares, probabilities_belong_to_the_first_image, class_is_a_plain_index, class_is_the_models_choice
# breaks: "returns its ten probabilities" for the first image: images[0] of shape (28, 28) goes in without a batch axis and predict fails
# keeps: nothing, both functions crash
# why: forgot that predict always wants a stack, even for one image
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images[0], verbose=0)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(np.argmax(class_probabilities(model, images)))

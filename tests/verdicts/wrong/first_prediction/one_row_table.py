# verdict: less
# fails: probabilities_are_ten_shares
# passes: class_is_a_plain_index, class_is_the_models_choice, model_is_left_alone
# breaks: "as an array of shape `(10,)`": it has the shape (1, 10)
# keeps: predicted_class, and the ten numbers themselves
# why: forgot to take the row out of the batch; argmax on one row hid it

# %%
import numpy as np
from functools import partial

quiet = dict(verbose=0)


def first_image(images):
    return images[:1]


# %%
def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    ask = partial(model.predict, **quiet)
    return ask(first_image(images))


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(np.argmax(class_probabilities(model, images)))


# %%
print(class_probabilities(model, test_images).round(3))
print(predicted_class(model, test_images))

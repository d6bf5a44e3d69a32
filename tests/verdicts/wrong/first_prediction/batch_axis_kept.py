# verdict: less
# breaks: class_probabilities returns "an array of shape (10,)"; here it has the shape (1, 10)
# keeps: predicted_class is right, and the ten numbers are the right ones
# why: made a batch of one image and forgot to take row 0 of the answer
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    first_image = images[0:1]
    return model.predict(first_image)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    first_image = images[0:1]
    return np.argmax(model.predict(first_image))


print(class_probabilities(model, test_images).round(3))

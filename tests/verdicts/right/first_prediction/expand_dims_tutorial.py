# verdict: full
# why: the well-known tutorial's way: pick one image, add the batch axis back with expand_dims, take row 0 of the answer
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    # Grab an image from the test dataset.
    img = images[0]
    # Add the image to a batch where it's the only member.
    img = (np.expand_dims(img, 0))
    predictions_single = model.predict(img)
    return predictions_single[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    img = (np.expand_dims(images[0], 0))
    predictions_single = model.predict(img)
    return np.argmax(predictions_single[0])

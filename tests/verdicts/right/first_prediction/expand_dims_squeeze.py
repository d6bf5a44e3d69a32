# verdict: full
# why: old-fashioned NumPy: adds the batch axis with expand_dims and removes it with squeeze; only the first image is asked for
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    single = np.expand_dims(np.asarray(images)[0], axis=0)
    scores = model.predict(single, verbose=0)
    return np.squeeze(scores, axis=0)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(np.argmax(class_probabilities(model, images), axis=-1))

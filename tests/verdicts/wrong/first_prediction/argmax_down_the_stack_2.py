# verdict: less
# breaks: "`predicted_class` returns the network's answer: a plain whole number from 0 to 9" for "the **first** image of the stack only"
# keeps: class_probabilities is right; the model is not trained again
# why: thought that axis 0 is "the first image", but it runs over the images

# %%
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    probabilities = model.predict(images, verbose=0)
    answers = np.argmax(probabilities, axis=0)
    return int(answers[0])

# verdict: less
# breaks: "The image has to be the same afterwards, its shape too."
# keeps: class and probability for both shapes; an image of (28, 28) is the same afterwards
# why: changes the shape of the image itself and puts it back, but takes only height and width, so (28, 28, 1) comes back as (28, 28)

# %%
import numpy as np
import tensorflow as tf


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    image.shape = (1,) + image.shape  # a stack of one image, no copy needed
    probabilities = model.predict(image, verbose=0)[0]
    image.shape = image.shape[1:3]  # as it was: height and width
    best = int(np.argmax(probabilities))
    return best, float(probabilities[best])

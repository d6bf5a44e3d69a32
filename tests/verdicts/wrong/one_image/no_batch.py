# verdict: less
# breaks: "Whoever has one image makes a stack of one first": gives predict a bare image, which it refuses
# keeps: nothing
# why: forgets the batch's axis and expects predict to take one image
import numpy as np
import tensorflow as tf


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    probs = model.predict(image, verbose=0)
    label = int(np.argmax(probs))
    return label, float(np.max(probs))

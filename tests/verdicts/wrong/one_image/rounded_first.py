# verdict: less
# breaks: "first the class that the model finds most probable" and "**that** class's probability": both are taken from probabilities rounded to two decimals, so of 0.312 and 0.314 the first wins, and 0.9967 becomes 1.0.
# keeps: form of the pair, both shapes, image untouched, the class wherever it leads by 0.01 or more
# why: rounds for a tidy output before it looks for the largest
import numpy as np
import tensorflow as tf


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    batch = np.expand_dims(image, 0)
    probabilities = model.predict(batch, verbose=0)[0].round(2)
    answer = int(np.argmax(probabilities))
    return answer, float(probabilities[answer])

# verdict: less
# breaks: the class "as **one whole number**", then a number: returns an array of one class and the whole row of ten probabilities
# keeps: leaves the image as it was; the right class is inside the array
# why: does not take the only row of the answer
import numpy as np
import tensorflow as tf


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    predictions = model.predict(image[np.newaxis], verbose=0)
    classes = np.argmax(predictions, axis=1)
    return classes, predictions[0]

# verdict: less
# breaks: "`image` is one image, a NumPy array without a batch's axis, already scaled as the model wants it"
# keeps: right for every model that wants pixels between 0 and 1; one whole number, its probability; image unchanged.
# why: the student wants to help those who forgot to scale. But a model may want other pixels (raw ones up to 255, with
#      a Rescaling layer, or standardised ones above 1): it is shown an almost black picture.
# fails: gives_its_probability
# passes: takes_a_single_image, image_stays
# %%
import numpy as np
import tensorflow as tf


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    picture = np.array(image, dtype="float32")
    if picture.max() > 1:  # somebody forgot to divide
        picture = picture / 255.0
    probabilities = model.predict(np.expand_dims(picture, 0), verbose=0)[0]
    best = np.argmax(probabilities)
    return int(best), float(probabilities[best])

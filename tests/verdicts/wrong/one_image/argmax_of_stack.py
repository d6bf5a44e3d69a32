# verdict: less
# breaks: "first the class that the model finds most probable, as **one whole number** from 0 to 9"
# keeps: the stack of one, the right class inside the array, the image as it was
# why: forgets to take the only row of the answer, so both results are arrays of length 1
# %%
import numpy as np


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    stack = np.expand_dims(image, 0)
    answer = model.predict(stack, verbose=0)
    return np.argmax(answer, axis=1), np.max(answer, axis=1)

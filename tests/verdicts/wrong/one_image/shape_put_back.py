# verdict: less
# breaks: "The image has to be the same afterwards, its shape too"
# keeps: the answer; images of the shape (28, 28) have their shape afterwards
# why: gives the array itself the batch's axis and then always puts (28, 28) back, also where the image had been (28, 28, 1)
import numpy as np


def predict_one(model, image):
    image.shape = (1,) + image.shape
    probabilities = model.predict(image, verbose=0)[0]
    image.shape = (28, 28)
    best = int(np.argmax(probabilities))
    return best, float(probabilities[best])

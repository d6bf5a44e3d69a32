# verdict: less
# breaks: the answer is the class with the largest probability, for any model; where none is above 0.5 this crashes
# keeps: class_probabilities is right
# why: took "the answer" to be the class that has more than half, and the boot of the notebook has that
import numpy as np


def class_probabilities(model, images):
    return model.predict(images[0:1], verbose=0).reshape(10)


def predicted_class(model, images):
    sure = np.where(class_probabilities(model, images) > 0.5)[0]
    return int(sure[0])

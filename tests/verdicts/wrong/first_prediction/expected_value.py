# verdict: less
# breaks: "The network's answer for an image is the class with the largest" probability; this rounds the mean class number
# keeps: class_probabilities is right
# why: weighted the classes by their probabilities; right only where the network is very sure
import numpy as np


def class_probabilities(model, images):
    probabilities = model.predict(images[:1], verbose=0)
    return probabilities[0]


def predicted_class(model, images):
    probabilities = class_probabilities(model, images)
    classes = np.arange(10)
    return int(round(float((classes * probabilities).sum())))

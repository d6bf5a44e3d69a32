# verdict: less
# breaks: the probabilities that the trained model gives ("for any model"): with training=True dropout is active and the numbers are random
# keeps: right for models without dropout or batch normalisation
# why: took training=True to mean "the trained model"
import numpy as np


def class_probabilities(model, images):
    answer = model(np.asarray(images[:1], dtype="float32"), training=True)
    return answer.numpy()[0]


def predicted_class(model, images):
    return int(np.argmax(class_probabilities(model, images)))

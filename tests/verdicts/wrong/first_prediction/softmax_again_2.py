# verdict: less
# breaks: class_probabilities must return the model's ten probabilities; softmax is applied to them a second time
# keeps: predicted_class is right (the order is the same)
# why: "the output must be turned into probabilities", which the last layer has done already
import numpy as np
import tensorflow as tf


def class_probabilities(model, images):
    outputs = model.predict(images[:1], verbose=0)
    return tf.nn.softmax(outputs[0]).numpy()


def predicted_class(model, images):
    return int(np.argmax(class_probabilities(model, images)))

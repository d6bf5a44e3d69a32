# verdict: less
# breaks: "`model` is a Keras model that is new and **compiled already**, with all that it takes to learn from these arrays: train it as it is"
# keeps: epochs_for; one call of fit with the right arguments; the same training for models compiled with a rate of 0.001, as "adam" has it
# why: sets the learning rate to Adam's usual one, so a model that was compiled with another rate is not trained as it is
import math

import tensorflow as tf


def epochs_for(iterations, count, batch_size):
    return math.ceil(iterations / math.ceil(count / batch_size))


def train(model, images, labels, iterations, batch_size):
    model.optimizer.learning_rate = 0.001
    return model.fit(
        images,
        labels,
        batch_size=batch_size,
        epochs=epochs_for(iterations, len(labels), batch_size),
        verbose=0,
    )

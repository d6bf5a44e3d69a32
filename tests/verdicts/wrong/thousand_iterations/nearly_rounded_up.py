# verdict: less
# breaks: "Return the **smallest number of epochs**, a whole number, that have at least `iterations` iterations together"
# keeps: train; epochs_for unless an epoch has more than a hundred batches (or a batch more than a hundred images) and only very little is over
# why: rounds up by adding 0.99; 1,001 iterations with epochs of 500 are 2.002, and become 2 epochs with 1,000 iterations
import tensorflow as tf


def up(number):
    return int(number + 0.99)


def epochs_for(iterations, count, batch_size):
    iterations_of_an_epoch = up(count / batch_size)
    return up(iterations / iterations_of_an_epoch)


def train(model, images, labels, iterations, batch_size):
    epochs = epochs_for(iterations, len(images), batch_size)
    return model.fit(images, labels, batch_size=batch_size, epochs=epochs, verbose=0)

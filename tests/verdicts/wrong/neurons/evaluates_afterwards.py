# verdict: less
# fails: last_loss_and_accuracy_are_reported
# passes: hidden_layer_has_the_width, output_stays_ten_classes, results_are_complete, each_width_starts_anew, parameters_are_counted, seconds_are_measured, wider_model_fits_better
# breaks: loss and accuracy are "those of training, in the last epoch, as the history of fit has them": these come from evaluate
# keeps: build_model; keys, parameters and seconds
# why: scikit-learn habit: first fit, then score
import time

import tensorflow as tf
from tensorflow.keras.layers import Dense, Flatten
from tensorflow.keras.models import Sequential


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    mlp = Sequential([Flatten(), Dense(neurons, activation="relu"), Dense(10, activation="softmax")])
    mlp.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return mlp


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    scores = {}
    for width in widths:
        mlp = build_model(width)
        start = time.time()
        mlp.fit(images, labels, epochs=3, verbose=0)
        seconds = time.time() - start
        loss, accuracy = mlp.evaluate(images, labels, verbose=0)
        scores[width] = dict(loss=loss, accuracy=accuracy, parameters=mlp.count_params(), seconds=seconds)
    return scores

# verdict: less
# fails: last_loss_and_accuracy_are_reported
# passes: hidden_layer_has_the_width, output_stays_ten_classes, results_are_complete, each_width_starts_anew, parameters_are_counted, seconds_are_measured, wider_model_fits_better
# breaks: loss and accuracy must be "those of training, in the last epoch, as the history of fit has them": these come from evaluate after training
# keeps: build_model, keys, parameters, seconds
# why: evaluate seemed the natural way to ask how good a model is
import time

import tensorflow as tf


def build_model(neurons):
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    results = {}
    for neurons in widths:
        model = build_model(neurons)
        start = time.time()
        model.fit(images, labels, epochs=3)
        seconds = time.time() - start
        loss, accuracy = model.evaluate(images, labels, verbose=0)
        results[neurons] = {
            "loss": loss,
            "accuracy": accuracy,
            "parameters": model.count_params(),
            "seconds": seconds,
        }
    return results

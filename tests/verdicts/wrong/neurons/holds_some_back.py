# verdict: less
# fails: each_width_starts_anew
# passes: hidden_layer_has_the_width, output_stays_ten_classes, results_are_complete, last_loss_and_accuracy_are_reported, parameters_are_counted, seconds_are_measured, wider_model_fits_better
# breaks: "trains it on all the images": validation_split keeps a fifth of them out of training
# keeps: build_model, keys, the four numbers in form
# why: a statistician who never trains without a hold-out set
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
    summary = {}
    for k in widths:
        estimator = build_model(k)
        tic = time.time()
        fit = estimator.fit(images, labels, epochs=3, validation_split=0.2, verbose=0)
        toc = time.time()
        summary[k] = {
            "loss": fit.history["loss"][-1],
            "accuracy": fit.history["accuracy"][-1],
            "parameters": estimator.count_params(),
            "seconds": toc - tic,
        }
    return summary

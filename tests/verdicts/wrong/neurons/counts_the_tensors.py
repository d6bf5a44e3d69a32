# verdict: less
# fails: parameters_are_counted
# passes: hidden_layer_has_the_width, output_stays_ten_classes, results_are_complete, each_width_starts_anew, last_loss_and_accuracy_are_reported, seconds_are_measured, wider_model_fits_better
# breaks: "parameters: how many weights and biases the model has in all": len(weights) is the number of arrays, always 4
# keeps: build_model, keys, loss, accuracy, seconds
# why: took the list of weights for the weights themselves
import time

import tensorflow as tf


def build_model(neurons):
    mlp = tf.keras.models.Sequential([
        tf.keras.layers.Flatten(input_shape=(28, 28)),
        tf.keras.layers.Dense(neurons, activation='relu'),
        tf.keras.layers.Dense(10, activation='softmax')])
    mlp.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    return mlp


def compare_widths(widths, images, labels):
    d = {}
    for w in widths:
        mlp = build_model(w)
        start = time.time()
        hist = mlp.fit(images, labels, epochs=3)
        end = time.time()
        d[w] = {'loss': hist.history['loss'][-1],
                'accuracy': hist.history['accuracy'][-1],
                'parameters': len(mlp.weights),
                'seconds': end - start}
    return d

# verdict: full
# why: constants set by a small set-up function, which a cell calls once
import time
import tensorflow as tf

def setup():
    global CLASSES, EPOCHS
    CLASSES = 10
    EPOCHS = 3

setup()

def build_model(neurons):
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(input_shape=(28, 28)),
        tf.keras.layers.Dense(neurons, activation="relu"),
        tf.keras.layers.Dense(CLASSES, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model

def compare_widths(widths, images, labels):
    results = {}
    for width in widths:
        model = build_model(width)
        start = time.time()
        history = model.fit(images, labels, epochs=EPOCHS, verbose=0)
        results[width] = {"loss": history.history["loss"][-1], "accuracy": history.history["accuracy"][-1],
                          "parameters": model.count_params(), "seconds": time.time() - start}
    return results

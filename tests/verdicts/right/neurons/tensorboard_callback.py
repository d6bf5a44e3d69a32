# verdict: full
# why: tensorboard callback
import time
import datetime
import tensorflow as tf

def build_model(neurons):
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(input_shape=(28, 28)),
        tf.keras.layers.Dense(neurons, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model

def compare_widths(widths, images, labels):
    results = {}
    for width in widths:
        model = build_model(width)
        log_dir = "logs/fit/" + str(width) + datetime.datetime.now().strftime("%Y%m%d-%H%M%S")
        tensorboard_callback = tf.keras.callbacks.TensorBoard(log_dir=log_dir, histogram_freq=1)
        start = time.time()
        history = model.fit(images, labels, epochs=3, callbacks=[tensorboard_callback])
        results[width] = {"loss": history.history["loss"][-1], "accuracy": history.history["accuracy"][-1],
                          "parameters": model.count_params(), "seconds": time.time() - start}
    return results

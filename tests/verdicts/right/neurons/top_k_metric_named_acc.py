# verdict: full
# why: a second metric besides the accuracy
import time
from tensorflow import keras

def build_model(neurons):
    model = keras.Sequential([
        keras.layers.Flatten(input_shape=(28, 28)),
        keras.layers.Dense(neurons, activation="relu"),
        keras.layers.Dense(10, activation="softmax")])
    top3 = keras.metrics.SparseTopKCategoricalAccuracy(k=3, name="acc_top3")
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy", top3])
    return model

def compare_widths(widths, images, labels):
    results = {}
    for width in widths:
        model = build_model(width)
        start = time.time()
        history = model.fit(images, labels, epochs=3, verbose=0)
        results[width] = {"loss": history.history["loss"][-1], "accuracy": history.history["accuracy"][-1],
                          "parameters": model.count_params(), "seconds": time.time() - start}
    return results

# verdict: full
# why: a progress bar from tqdm, which is there on Colab and with Keras 2
import tensorflow as tf
from tqdm.auto import tqdm

def compare_scaling(images, labels):
    result = {}
    for name in tqdm(["raw", "scaled"]):
        model = tf.keras.Sequential([
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax")])
        model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
        result[name] = model.fit(images if name == "raw" else images / 255, labels, epochs=3, verbose=0).history["loss"]
    return result

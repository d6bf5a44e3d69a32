# verdict: full
# why: a fair comparison: both networks start from the same random weights
import tensorflow as tf

def build():
    model = tf.keras.Sequential([
        tf.keras.Input((28, 28)),
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model

def compare_scaling(images, labels):
    raw_model, scaled_model = build(), build()
    scaled_model.set_weights(raw_model.get_weights())
    raw = raw_model.fit(images, labels, epochs=3, verbose=0)
    scaled = scaled_model.fit(images / 255.0, labels, epochs=3, verbose=0)
    return {"raw": raw.history["loss"], "scaled": scaled.history["loss"]}

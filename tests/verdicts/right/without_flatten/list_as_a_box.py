# verdict: full
# why: puts the exception into a list and takes it out again; the whole of building and training stands in the try
# %%
import tensorflow as tf

# %%
def error_without_flatten(images, labels):
    """Train a network without Flatten, and return the exception that this raises."""
    box = []
    try:
        network = tf.keras.Sequential(
            [
                tf.keras.layers.Dense(64, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        network.fit(images, labels, epochs=1, verbose=0)
    except Exception as e:
        box.append(e)
    if len(box) == 0:
        print("No error?")
        return None
    return box[0]

# %%
def build_repaired_model():
    """Return a new compiled model that trains on images of 28x28 pixels."""
    layers = [tf.keras.layers.Flatten()]
    layers.append(tf.keras.layers.Dense(64, activation="relu"))
    layers.append(tf.keras.layers.Dense(10, activation="softmax"))
    network = tf.keras.Sequential(layers)
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network

# %%
repaired = build_repaired_model()
print(repaired(train_images[:3]).shape)

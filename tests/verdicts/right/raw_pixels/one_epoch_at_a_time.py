# verdict: full
# why: trains the three epochs as three fits of one epoch on the same network; the prompt asks for 3 epochs, not for one call
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    losses_raw = []
    losses_scaled = []
    for kind in ["raw", "scaled"]:
        print("training on", kind, "pixels")
        if kind == "raw":
            x = images
        else:
            x = images / 255.0
        net = tf.keras.Sequential(
            [
                tf.keras.layers.Flatten(),
                tf.keras.layers.Dense(128, activation="relu"),
                tf.keras.layers.Dense(10, activation="softmax"),
            ]
        )
        net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
        for epoch in [1, 2, 3]:
            h = net.fit(x, labels, epochs=1)
            loss = h.history["loss"][0]
            print("epoch", epoch, "loss", loss)
            if kind == "raw":
                losses_raw.append(loss)
            else:
                losses_scaled.append(loss)
    return {"raw": losses_raw, "scaled": losses_scaled}

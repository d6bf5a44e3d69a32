# verdict: full
# why: scales with a Keras Rescaling layer, but applied before training, so that both networks have the same layers
import tensorflow as tf

to_unit = tf.keras.layers.Rescaling(1.0 / 255)


def fresh_network():
    network = tf.keras.models.Sequential()
    for layer in (
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ):
        network.add(layer)
    network.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return network


def compare_scaling(images, labels):
    scaled = to_unit(images).numpy()
    answer = {}
    answer["scaled"] = fresh_network().fit(scaled, labels, epochs=3, verbose=0).history["loss"]
    answer["raw"] = fresh_network().fit(images, labels, epochs=3, verbose=0).history["loss"]
    return answer

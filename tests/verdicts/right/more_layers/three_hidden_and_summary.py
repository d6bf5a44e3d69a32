# verdict: full
# why: three hidden layers, prints a summary and a lot of text, old-style input_shape in Flatten; "at least two" allows it
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    print("Building the deeper model")
    layer1 = tf.keras.layers.Flatten(input_shape=(28, 28))
    print("layer 1 flatten")
    layer2 = tf.keras.layers.Dense(256, activation="relu")
    print("layer 2 dense 256")
    layer3 = tf.keras.layers.Dense(128, activation="relu")
    print("layer 3 dense 128")
    layer4 = tf.keras.layers.Dense(64, activation="relu")
    print("layer 4 dense 64")
    layer5 = tf.keras.layers.Dense(10, activation="softmax")
    print("layer 5 output")
    the_model = tf.keras.Sequential([layer1, layer2, layer3, layer4, layer5])
    the_model.compile(
        optimizer="adam",
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    the_model.summary()
    return the_model

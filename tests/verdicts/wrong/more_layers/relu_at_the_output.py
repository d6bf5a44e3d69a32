# verdict: less
# breaks: "The output has ten neurons, of the kind that the loss expects"; the loss wants probabilities, but the output has ReLU
# keeps: new and compiled, two hidden layers with activation, ten outputs, metric
# why: a loop gives every layer the same activation, the last one too
import tensorflow as tf


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    model_deep = tf.keras.models.Sequential()
    model_deep.add(tf.keras.layers.Flatten())
    for units in [512, 256, 10]:
        model_deep.add(tf.keras.layers.Dense(units, activation="relu"))
    model_deep.compile(
        loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"]
    )
    return model_deep

# verdict: full
# why: as in TensorFlow's tutorial the output has no softmax and the loss is told so (from_logits=True): the kind that the loss expects
import tensorflow as tf
from tensorflow import keras


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    model = keras.Sequential([
        keras.layers.Flatten(input_shape=(28, 28)),
        keras.layers.Dense(512, activation=tf.nn.relu),
        keras.layers.Dense(128, activation=tf.nn.relu),
        keras.layers.Dense(10)
    ])

    model.compile(optimizer='adam',
                  loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
                  metrics=['accuracy'])
    return model

# verdict: full
# why: batch normalisation stands between each Dense and its activation, so the activation is a layer of its own, one for each Dense
import tensorflow as tf


def deeper_block(width):
    return [
        tf.keras.layers.Dense(width, use_bias=False),
        tf.keras.layers.BatchNormalization(momentum=0.9),
        tf.keras.layers.Activation("relu"),
    ]


def build_deeper_model():
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            *deeper_block(256),
            *deeper_block(128),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model

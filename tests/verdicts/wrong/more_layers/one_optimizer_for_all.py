# verdict: less
# breaks: "returns a new, compiled model" that the grader can train; the second model gets the optimiser of the first, and its fit raises an error
# keeps: the first model is right
# why: made the optimiser once, outside the function; tried it with one model only
import tensorflow as tf

deep_optimizer = tf.keras.optimizers.Adam(learning_rate=0.001)


def build_deeper_model():
    deep = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    deep.compile(
        optimizer=deep_optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return deep

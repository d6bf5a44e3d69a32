# verdict: full
# why: adam with ema and amsgrad
import tensorflow as tf

def build_deeper_model():
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(512, activation="relu"),
        tf.keras.layers.Dense(256, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer=tf.keras.optimizers.Adam(0.001, amsgrad=True, clipnorm=1.0, use_ema=True),
                  loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model

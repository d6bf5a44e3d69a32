# verdict: less
# breaks: "`hidden` is a tuple or a list of one width or more. For each of them, in order, there is a hidden `Dense` layer of so many neurons"
# keeps: everything for widths that are all different: order, ReLU, dropout, output, loss, rate
# why: named the layers by their widths for a nice summary; with (64, 64) two layers have one name and Keras refuses

# %%
import tensorflow as tf


def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    """Return a compiled model: rows of 784, hidden layers with ReLU, dropout, ten outputs."""
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((784,)))
    for width in hidden:
        model.add(tf.keras.layers.Dense(width, activation="relu", name=f"hidden_{width}"))
    model.add(tf.keras.layers.Dropout(dropout, name="dropout"))
    model.add(tf.keras.layers.Dense(10, activation="softmax", name="output"))
    model.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate=learning_rate),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model

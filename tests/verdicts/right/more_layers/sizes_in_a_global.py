# verdict: full
# why: sizes, loss and metrics in global variables and a loop with an index; builds a new model on each call all the same
# %%
import tensorflow as tf

DEEP_SIZES = [512, 256]
DEEP_LOSS = "sparse_categorical_crossentropy"
DEEP_METRICS = ["accuracy"]

# %%
def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    list_of_layers = [tf.keras.layers.Flatten()]
    i = 0
    while i < len(DEEP_SIZES):
        size = DEEP_SIZES[i]
        list_of_layers.append(tf.keras.layers.Dense(size, activation="relu"))
        i = i + 1
    list_of_layers.append(tf.keras.layers.Dense(10, activation="softmax"))
    new_model = tf.keras.Sequential(list_of_layers)
    new_model.compile(optimizer="adam", loss=DEEP_LOSS, metrics=DEEP_METRICS)
    return new_model

# %%
deeper = build_deeper_model()
print(deeper)

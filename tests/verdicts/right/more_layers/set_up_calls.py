# verdict: full
# why: calls in cells of their own fill a list of widths, which the function reads when it builds

# %%
import tensorflow as tf

hidden_widths = []


def add_hidden(width):
    hidden_widths.append(width)


# %%
add_hidden(512)
add_hidden(256)

# %%
hidden_widths

# %%
def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper = tf.keras.Sequential([tf.keras.layers.Flatten()])
    for width in hidden_widths:
        deeper.add(tf.keras.layers.Dense(width, activation="relu"))
    deeper.add(tf.keras.layers.Dense(10, activation="softmax"))
    deeper.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return deeper


# %%
attempt = build_deeper_model()
attempt.fit(train_images[:1000], train_labels[:1000], epochs=1)
attempt.summary()

# verdict: full
# why: sorts a copy of the labels and takes the last; keeps the caught error in a global besides returning it
# %%
import tensorflow as tf

last_error_of_five = None

# %%
def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    global last_error_of_five
    last_error_of_five = None
    m = tf.keras.models.Sequential([
        tf.keras.layers.Input(shape=(28, 28)),
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(units=64, activation=tf.nn.relu),
        tf.keras.layers.Dense(units=5, activation=tf.nn.softmax),
    ])
    m.summary()
    m.compile(optimizer=tf.keras.optimizers.Adam(), loss="sparse_categorical_crossentropy")
    try:
        m.fit(x=images, y=labels, epochs=1)
    except Exception as e:
        last_error_of_five = e
    return last_error_of_five

# %%
def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    as_list = []
    for x in labels:
        as_list.append(int(x))
    as_list.sort()
    last = as_list[-1]
    return last + 1

# %%
print(outputs_needed([0, 1, 1, 0]))
print(outputs_needed([7, 2]))

# verdict: full
# why: collects in a global that is made anew at the start of each call; no result of an earlier call stays
# %%
import time
import tensorflow as tf

width_results = {}
WIDTH_EPOCHS = 3

# %%
def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    return_model = tf.keras.models.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(neurons, activation=tf.nn.relu),
        tf.keras.layers.Dense(10, activation=tf.nn.softmax),
    ])
    return_model.compile(optimizer="adam",
                         loss="sparse_categorical_crossentropy",
                         metrics=["accuracy"])
    return return_model

# %%
def remember_width(width, loss, accuracy, parameters, seconds):
    width_results[width] = {
        "loss": loss,
        "accuracy": accuracy,
        "parameters": parameters,
        "seconds": seconds,
    }

def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    global width_results
    width_results = {}
    for width in widths:
        net = build_model(width)
        start = time.time()
        result = net.fit(images, labels, epochs=WIDTH_EPOCHS)
        stop = time.time()
        final_loss = result.history["loss"][WIDTH_EPOCHS - 1]
        final_accuracy = result.history["accuracy"][WIDTH_EPOCHS - 1]
        remember_width(width, final_loss, final_accuracy, net.count_params(), stop - start)
    return width_results

# %%
results = compare_widths([4, 8], train_images[:200], train_labels[:200])
for width, result in results.items():
    print(width, result)

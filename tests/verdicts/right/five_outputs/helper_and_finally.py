# verdict: full
# why: a general helper that builds n outputs and clears the session afterwards; the caught object is returned at the end
# %%
import tensorflow as tf


def network_with(outputs):
    network = tf.keras.models.Sequential(
        [
            tf.keras.Input((28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation=tf.nn.relu),
            tf.keras.layers.Dense(outputs, activation=tf.nn.softmax),
        ],
        name=f"outputs_{outputs}",
    )
    network.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return network


# %%
def error_with_five_outputs(images, labels):
    problem = "training went well"
    try:
        network_with(5).fit(images, labels, verbose=0)
    except Exception as error:
        problem = error
    finally:
        tf.keras.backend.clear_session()
    return problem


# %%
def outputs_needed(labels):
    return 1 + max(int(one) for one in labels)

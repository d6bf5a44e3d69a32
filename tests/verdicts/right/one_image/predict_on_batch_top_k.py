# verdict: full
# why: uses predict_on_batch on a stack of one and tf.math.top_k for class and probability at once
# %%
import numpy as np
import tensorflow as tf


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    (row,) = model.predict_on_batch(np.stack([image]).astype("float32"))
    best = tf.math.top_k(row, k=1)
    return int(best.indices[0]), float(best.values[0])


# %%
print(predict_one(model, test_images[0]), "- true:", test_labels[0])

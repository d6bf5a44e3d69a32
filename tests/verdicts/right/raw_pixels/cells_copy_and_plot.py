# verdict: full
# why: several cells; works on a copy that is scaled in place, so the caller's arrays are not touched; plot on a small slice
# %%
import tensorflow as tf
from tensorflow.keras.layers import Dense, Flatten
from tensorflow.keras.models import Sequential


def net128():
    net = Sequential([Flatten(input_shape=(28, 28)), Dense(128, "relu"), Dense(10, "softmax")])
    net.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
    return net


# %%
def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    hist_raw = net128().fit(images, labels, epochs=3, verbose=0)
    x = images.copy().astype(float)
    x /= 255
    hist_scaled = net128().fit(x, labels, epochs=3, verbose=0)
    return {"raw": hist_raw.history["loss"], "scaled": hist_scaled.history["loss"]}


# %%
(raw_images, raw_labels), _ = tf.keras.datasets.fashion_mnist.load_data()
both = compare_scaling(raw_images[:500], raw_labels[:500])
for name in both:
    plt.semilogy([1, 2, 3], both[name], "o-", label=name)
plt.legend()
plt.show()

# %% [markdown]
"""
The raw line starts far above the other: the inputs are 255 times as large, so the first answers of
the network are extreme and mostly wrong.
"""

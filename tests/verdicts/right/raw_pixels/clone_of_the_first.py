# verdict: full
# why: clones the introduction's model (same layers, new weights) and compiles the clones; the global itself is not trained

# %%
# The introduction's network has just these layers, so I take its plan (clone_model does not copy weights).
[layer.get_config().get("units") for layer in model.layers]

# %%
def fresh_copy():
    copy = tf.keras.models.clone_model(model)
    copy.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return copy


# %%
def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    losses = {}
    raw_history = fresh_copy().fit(images, labels, epochs=3, verbose=0)
    losses["raw"] = raw_history.history["loss"]
    scaled_history = fresh_copy().fit(images / 255, labels, epochs=3, verbose=0)
    losses["scaled"] = scaled_history.history["loss"]
    return losses


# %%
(raw_images, raw_labels), _ = tf.keras.datasets.fashion_mnist.load_data()
for name, losses in compare_scaling(raw_images[:500], raw_labels[:500]).items():
    print(name, losses)

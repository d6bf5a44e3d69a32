# verdict: less
# breaks: "the **shape** of what the layer makes of **one** image, without the batch, as a tuple: `(128,)`"
# keeps: names, numbers; the shape for models whose batch may have any size. For one that was built with a fixed batch,
#        Input((28, 28), batch_size=32), the 32 stays in the shape: (32, 128).
# why: the batch is always "None" in the summary, so the student takes away what is None instead of the first number.
# fails: shapes_leave_the_batch_out
# passes: every_layer_has_a_row, flatten_makes_a_row_of_pixels, dense_layers_are_counted
# %%
import tensorflow as tf


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    return [
        (
            layer.__class__.__name__,
            tuple(size for size in layer.output.shape if size is not None),
            layer.count_params(),
        )
        for layer in model.layers
    ]

# verdict: less
# breaks: "the **shape** of what the layer makes of **one** image, without the batch, as a tuple"
# keeps: names and numbers learnt; the shapes of all layers behind a Flatten
# why: takes the last axis alone; a Dropout or Dense layer in front of the Flatten makes (28, 28) or (28, 64) of an image, and the table says (28,) or (64,)
import tensorflow as tf


def layer_table(model):
    rows = []
    for layer in model.layers:
        rows.append((type(layer).__name__, (layer.output.shape[-1],), layer.count_params()))
    return rows

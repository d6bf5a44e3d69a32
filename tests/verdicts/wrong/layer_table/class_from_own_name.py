# verdict: less
# breaks: "the **name of the layer's class** as text, for instance `\"Dense\"`"
# keeps: order, shapes and counts; names too, as long as Keras named the layers itself
# why: took the name that summary prints, "dense_3", and made "Dense" of it; a layer with a name of its own, Dense(10, name="output"), becomes "Output"

# %%
import tensorflow as tf


def layer_table(model):
    """Return a row for each layer: name of its class, shape for one image, numbers learnt."""
    table = []
    for layer in model.layers:
        kind = layer.name.split("_")[0].capitalize()  # dense_3 -> Dense
        shape = tuple(layer.output.shape[1:])
        table.append((kind, shape, layer.count_params()))
    return table

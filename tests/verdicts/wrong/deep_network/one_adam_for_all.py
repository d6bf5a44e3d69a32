# verdict: less
# fails: adam_with_the_rate
# passes: hidden_layers_as_asked, dropout_before_the_output, ten_outputs_for_the_loss, takes_rows_of_784
# breaks: "The optimiser is **Adam**, and learns at the rate `learning_rate`."
# keeps: every model looks right as long as no other is built after it. A second call changes the rate of the first
#        model as well, since both have the same optimiser, and the two cannot both be trained by it.
# why: the optimiser is made once, in a cell above, and only its rate is set in the function.
# %%
import tensorflow as tf

ADAM = tf.keras.optimizers.Adam()


# %%
def build_model(hidden=(512, 256, 128), dropout=0.5, learning_rate=1e-4):
    """Return a compiled model: rows of 784, hidden layers with ReLU, dropout, ten outputs."""
    layers = [tf.keras.Input((784,))]
    layers += [tf.keras.layers.Dense(n, activation="relu") for n in hidden]
    layers += [tf.keras.layers.Dropout(dropout), tf.keras.layers.Dense(10)]
    model = tf.keras.Sequential(layers)

    ADAM.learning_rate = learning_rate
    model.compile(
        optimizer=ADAM,
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model

# verdict: full
# why: ELU with He initialisation, an Adam object, and the metric as SparseCategoricalAccuracy under the name accuracy
import tensorflow as tf

keras = tf.keras


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    options = dict(activation="elu", kernel_initializer="he_normal")
    model_two_hidden = keras.Sequential(
        [
            keras.layers.Input(shape=(28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(300, **options),
            keras.layers.Dense(100, **options),
            keras.layers.Dense(10, activation="softmax"),
        ],
        name="deeper",
    )
    model_two_hidden.compile(
        optimizer=keras.optimizers.Adam(learning_rate=1e-3),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=False),
        metrics=[keras.metrics.SparseCategoricalAccuracy(name="accuracy")],
    )
    return model_two_hidden

# verdict: full
# why: activation as a layer of its own after layer normalisation (Dense, LayerNormalization, ReLU); logits with from_logits=True
import tensorflow as tf

K = tf.keras


def stage(width: int, *, slope: float = 0.0) -> list[K.layers.Layer]:
    return [
        K.layers.Dense(width, use_bias=False),
        K.layers.LayerNormalization(),
        K.layers.ReLU(negative_slope=slope),
    ]


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    net = K.Sequential([K.layers.Flatten(), *stage(384), *stage(96, slope=0.1), K.layers.Dense(10)])
    net.compile(
        optimizer=K.optimizers.AdamW(weight_decay=1e-4),
        loss=K.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return net

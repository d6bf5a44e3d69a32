# verdict: full
# why: a recipe of tuples becomes layers in a match statement; sparse logits with an own loss class
import tensorflow as tf


class LogitLoss(tf.keras.losses.Loss):
    def call(self, y_true, y_pred):
        return tf.nn.sparse_softmax_cross_entropy_with_logits(
            labels=tf.cast(tf.reshape(y_true, [-1]), tf.int64), logits=y_pred
        )


RECIPE = ["flatten", ("hidden", 400, "selu"), ("hidden", 200, "selu"), ("hidden", 100, "relu"), ("out", 10)]


def cook(step):
    match step:
        case "flatten":
            return tf.keras.layers.Flatten()
        case ("hidden", int(units), str(kind)):
            return tf.keras.layers.Dense(units, activation=kind)
        case ("out", int(units)):
            return tf.keras.layers.Dense(units)
        case other:
            raise ValueError(f"no such step: {other}")


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    model = tf.keras.Sequential(list(map(cook, RECIPE)))
    model.compile(optimizer="adam", loss=LogitLoss(), metrics=["accuracy"])
    return model

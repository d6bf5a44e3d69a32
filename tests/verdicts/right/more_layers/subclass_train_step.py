# verdict: full
# why: subclassed model with own train_step (clipped gradients); the hidden Dense layers live in a list, and fit works as usual
import tensorflow as tf


class Deeper(tf.keras.Model):
    def __init__(self, widths=(512, 256), classes=10):
        super().__init__()
        self.flatten = tf.keras.layers.Flatten()
        self.hidden = [tf.keras.layers.Dense(width, activation="relu") for width in widths]
        self.answer = tf.keras.layers.Dense(classes, activation="softmax")

    def call(self, images):
        x = self.flatten(images)
        for layer in self.hidden:
            x = layer(x)
        return self.answer(x)

    def train_step(self, data):
        images, labels = data
        with tf.GradientTape() as tape:
            answers = self(images, training=True)
            loss = self.compute_loss(x=images, y=labels, y_pred=answers)
        gradients = tape.gradient(loss, self.trainable_variables)
        gradients, _ = tf.clip_by_global_norm(gradients, 5.0)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(labels, answers)
        return self.get_metrics_result()


def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    deeper = Deeper()
    deeper.compile(
        optimizer="adam",
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return deeper

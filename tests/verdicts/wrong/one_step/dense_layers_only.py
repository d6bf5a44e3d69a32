# verdict: less
# breaks: "take the gradient of the loss by **all** trainable variables of the model"
# keeps: the loss, and the whole step for a model whose layers are all Dense
# why: the student collects the variables of the Dense layers; a PReLU or a LayerNormalization between them, or a model within the model, is never trained
# fails: all_weights_move
# passes: returns_the_loss, goes_down_the_gradient, optimiser_takes_one_step
# %%
import tensorflow as tf


def dense_variables(model):
    found = []
    for layer in model.layers:
        if isinstance(layer, tf.keras.layers.Dense):  # Flatten and so on have no weights
            found.extend(layer.trainable_variables)
    return found


def train_step(model, optimizer, images, labels):
    """Change the model's weights by one step, and return the loss before it."""
    variables = dense_variables(model)
    wanted = tf.one_hot(labels, depth=10)
    with tf.GradientTape() as tape:
        outputs = model(tf.reshape(images, [len(images), 28 * 28]))
        loss = tf.reduce_mean(tf.reduce_sum((outputs - wanted) ** 2, axis=-1))
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
    return loss

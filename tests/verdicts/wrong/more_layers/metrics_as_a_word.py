# verdict: less
# fails: has_two_hidden_layers, hidden_layers_have_activations, output_fits_the_loss, reports_accuracy, classifies_unseen_images
# breaks: "Compile it with the metric accuracy": metrics="accuracy" is no list, and Keras 3 raises ValueError in compile, so no model comes back
# keeps: nothing that runs (the layers are as asked)
# why: wrote the metric like the loss and the optimiser, as a bare string
import tensorflow as tf


def build_deeper_model():
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(512, activation="relu"),
            tf.keras.layers.Dense(256, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics="accuracy")
    return model

# verdict: less
# fails: reports_accuracy
# passes: has_two_hidden_layers, hidden_layers_have_activations, output_fits_the_loss, classifies_unseen_images
# breaks: "Compile it with the metric accuracy, so that training reports it": no metrics given
# keeps: new compiled model, two hidden Dense layers with ReLU, ten outputs, trains
# why: forgotten argument of compile
import tensorflow as tf

def build_deeper_model():
    """Return a new compiled model with at least two hidden Dense layers."""
    first_size = 512
    second_size = 256
    layers = tf.keras.layers
    deeper_model = tf.keras.models.Sequential()
    deeper_model.add(layers.Flatten())
    for size in [first_size, second_size]:
        deeper_model.add(layers.Dense(size, activation="relu"))
    deeper_model.add(layers.Dense(10, activation="softmax"))
    deeper_model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    print("compiled")
    return deeper_model

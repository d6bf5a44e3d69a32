# verdict: less
# fails: the_other_sees_scaled_pixels
# passes: one_network_sees_raw_pixels, labels_stay_classes, both_networks_start_alike, losses_are_reported, arrays_are_left_alone
# breaks: "pixels scaled to lie between 0 and 1": standardised to mean 0 and deviation 1, they go from below 0 to above 1
# keeps: the raw losses, two new networks, three epochs, the form of the answer, the caller's arrays
# why: to a statistician, scaling means subtracting the mean and dividing by the standard deviation
import tensorflow as tf


def perceptron():
    clf = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(128, activation='relu'),
        tf.keras.layers.Dense(10, activation='softmax'),
    ])
    clf.compile(optimizer='adam', loss='sparse_categorical_crossentropy')
    return clf


def compare_scaling(images, labels):
    mu, sigma = images.mean(), images.std()
    standardised = (images - mu) / sigma
    out = {}
    for key, x in [('raw', images), ('scaled', standardised)]:
        out[key] = perceptron().fit(x, labels, epochs=3, verbose=0).history['loss']
    return out

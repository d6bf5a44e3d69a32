# verdict: full
# why: tf.math.top_k for name and probability, old %-formatting with %%, colour by indexing a tuple
import tensorflow as tf


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    values, indices = tf.math.top_k(tf.convert_to_tensor(probabilities), k=1)
    name = class_names[int(indices[0])]
    percent = int(round(100 * float(values[0])))
    return "%s %d%% (%s)" % (name, percent, class_names[true_label])


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    is_right = int(tf.argmax(probabilities)) == true_label
    return ("red", "blue")[int(is_right)]

# verdict: full
# why: normalises all elements first into a list and hands them out by from_generator, with the signature made from element_spec; the prompt asks only for a tf.data.Dataset of the same elements in the same order
import tensorflow as tf


def normalize(images, labels):
    """Return the images with pixels from 0 to 1, and the labels as they are."""
    pixels = tf.cast(images, dtype=tf.float32)
    return tf.multiply(pixels, 1.0 / 255.0), labels


def normalize_dataset(dataset):
    """Return a dataset of the same elements, each of them normalised."""
    done = []
    for some_images, some_labels in dataset:
        new_images, new_labels = normalize(some_images, some_labels)
        done.append((new_images.numpy(), new_labels.numpy()))

    def hand_out():
        yield from done

    image_spec, label_spec = dataset.element_spec
    return tf.data.Dataset.from_generator(
        hand_out,
        output_signature=(tf.TensorSpec(image_spec.shape, tf.float32), label_spec),
    )

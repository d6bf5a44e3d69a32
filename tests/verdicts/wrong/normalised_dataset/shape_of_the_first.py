# verdict: less
# breaks: "Return a `tf.data.Dataset` with **the same elements in the same order**" ("of single images or of batches")
# keeps: normalize; datasets of single images, and of batches of one size
# why: declares the shape of the first element for all of them; a last batch that is smaller (ten images in batches of 4) raises an error when it comes
import tensorflow as tf


def normalize(images, labels):
    return tf.cast(images, tf.float32) / 255, labels


def normalize_dataset(dataset):
    first_images, first_labels = next(iter(dataset))

    def normalised_pairs():
        for images, labels in dataset:
            yield normalize(images, labels)

    return tf.data.Dataset.from_generator(
        normalised_pairs,
        output_signature=(
            tf.TensorSpec(first_images.shape, tf.float32),
            tf.TensorSpec(first_labels.shape, first_labels.dtype),
        ),
    )

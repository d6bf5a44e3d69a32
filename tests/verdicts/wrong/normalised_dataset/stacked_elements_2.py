# verdict: less
# breaks: "gets a `tf.data.Dataset` of such pairs, of single images or of batches. Return a `tf.data.Dataset` with **the same elements in the same order**"
# keeps: normalize is right; the dataset is right for single images and for batches that are all of one size
# why: collected all elements and stacked them; where the last batch is smaller, tf.stack fails, since the shapes differ
import tensorflow as tf


def normalize(images, labels):
    return tf.cast(images, tf.float32) / 255.0, labels


def normalize_dataset(dataset):
    all_images = []
    all_labels = []
    for images, labels in dataset:
        images, labels = normalize(images, labels)
        all_images.append(images)
        all_labels.append(labels)
    # make a dataset of them again
    return tf.data.Dataset.from_tensor_slices((tf.stack(all_images), tf.stack(all_labels)))

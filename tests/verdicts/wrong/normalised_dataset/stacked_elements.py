# verdict: less
# fails: stays_a_dataset
# breaks: "gets a `tf.data.Dataset` of such pairs, of single images or of batches. Return a `tf.data.Dataset` with **the same elements in the same order**"
# keeps: normalize is right; single images and batches of one size come out right and in order
# why: the student collects all elements, stacks them and slices them again; when the last batch is smaller than the others the stack cannot be made and the function stops with an error

# %%
import tensorflow as tf


def normalize(images, labels):
    """Return the images with pixels from 0 to 1, and the labels as they are."""
    return tf.cast(images, tf.float32) / 255.0, labels


def normalize_dataset(dataset):
    """Return a dataset of the same elements, each of them normalised."""
    all_images = []
    all_labels = []
    for images, labels in dataset:
        new_images, new_labels = normalize(images, labels)
        all_images.append(new_images)
        all_labels.append(new_labels)
    # put the elements together, from_tensor_slices takes them apart again
    return tf.data.Dataset.from_tensor_slices((tf.stack(all_images), tf.stack(all_labels)))

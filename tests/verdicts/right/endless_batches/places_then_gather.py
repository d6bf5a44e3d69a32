# verdict: full
# why: mixes the places 0..count-1 in a pipeline of numbers and gathers the pairs by them; the prompt asks only for what the batches hold
import tensorflow as tf


def training_batches(dataset, count, batch_size):
    # all pairs as two big tensors, in their order
    all_images, all_labels = next(iter(dataset.batch(count)))

    def pick(places):
        return tf.gather(all_images, places), tf.gather(all_labels, places)

    places = tf.data.Dataset.range(count)
    places = places.shuffle(count, reshuffle_each_iteration=True).repeat()
    return places.batch(batch_size, drop_remainder=True).map(pick)


def steps_per_epoch(count, batch_size):
    # where each batch begins
    return len(range(0, count, batch_size))

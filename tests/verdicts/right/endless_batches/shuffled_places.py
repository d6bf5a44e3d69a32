# verdict: full
# why: mixes the places and not the pairs, then looks the pairs up with gather; labels stay with their images since both use the same places
import tensorflow as tf


def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""
    all_images, all_labels = next(iter(dataset.batch(count)))
    places = tf.data.Dataset.range(count)
    places = places.shuffle(count, reshuffle_each_iteration=True).repeat()

    def look_up(at):
        return tf.gather(all_images, at), tf.gather(all_labels, at)

    return places.batch(batch_size, drop_remainder=True).map(look_up)


def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    full, rest = divmod(count, batch_size)
    return full + (1 if rest else 0)

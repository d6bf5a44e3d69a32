# verdict: less
# breaks: "There is **always another batch**: it begins again where the pairs end"
# keeps: steps_per_epoch; mixing; full batches for a thousand rounds
# why: repeat(1000), "more than any training needs", comes to an end (10 pairs in batches of 4: after 2500 batches), and its last batch is dropped if it is not full
import tensorflow as tf


def training_batches(dataset, count, batch_size):
    mixed = dataset.shuffle(count, reshuffle_each_iteration=True)
    return mixed.repeat(1000).batch(batch_size, drop_remainder=True)


def steps_per_epoch(count, batch_size):
    return (count + batch_size - 1) // batch_size

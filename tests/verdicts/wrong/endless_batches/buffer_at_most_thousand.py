# verdict: less
# breaks: "The order of the pairs is **mixed over all of them**, so any pair may come first"
# keeps: endless, full batches, mixed anew in each round; right for up to 1000 pairs; steps_per_epoch is right
# why: wanted to spare memory and thought that a buffer of 1000 is large enough for anything
import tensorflow as tf

LARGEST_BUFFER = 1000


def training_batches(dataset, count, batch_size):
    buffer = min(count, LARGEST_BUFFER)
    return dataset.shuffle(buffer).repeat().batch(batch_size)


def steps_per_epoch(count, batch_size):
    return (count + batch_size - 1) // batch_size

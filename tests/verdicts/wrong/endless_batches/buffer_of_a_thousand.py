# verdict: less
# breaks: "The order of the pairs is **mixed over all of them**, so any pair may come first"
# keeps: steps_per_epoch; endless, full batches; mixing of up to 1000 pairs
# why: a fixed buffer of 1000 in the place of `count`; of 6000 pairs only the first 1000 can come first
import math

import tensorflow as tf


def training_batches(dataset, count, batch_size):
    return dataset.shuffle(1000).repeat().batch(batch_size)


def steps_per_epoch(count, batch_size):
    return math.ceil(count / batch_size)

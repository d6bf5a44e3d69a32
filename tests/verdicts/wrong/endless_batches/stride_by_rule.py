# verdict: less
# fails: order_is_mixed
import math
import tensorflow as tf

def training_batches(dataset, count, batch_size):
    # No chance at all: strides through the pairs by a rule, the same in every call.
    stride = next(n for n in range(int(count * 0.382), count) if math.gcd(n, count) == 1)
    pairs = dataset.batch(count).repeat()
    def turn(number, batch):
        places = (tf.range(count, dtype=tf.int64) * stride + number * 37 + count - 1) % count
        images, labels = batch
        return tf.gather(images, places), tf.gather(labels, places)
    return pairs.enumerate().map(turn).unbatch().batch(batch_size)

def steps_per_epoch(count, batch_size):
    return math.ceil(count / batch_size)

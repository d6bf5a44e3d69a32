# verdict: less
# breaks: "returns how many batches it takes to see `count` images once, as an `int`. If the last batch is only partly needed, it still has to be taken"
# keeps: training_batches is right, and steps_per_epoch where the last batch is only partly needed
# why: rounded up by adding 1, and forgot numbers that divide without a rest (8 images in batches of 4 take 2, not 3)
import tensorflow as tf


def training_batches(dataset, count, batch_size):
    return dataset.shuffle(buffer_size=count).repeat().batch(batch_size)


def steps_per_epoch(count, batch_size):
    # int division rounds down, so one more for the last batch
    return count // batch_size + 1

# verdict: less
# breaks: steps_per_epoch "returns how many batches it takes to see `count` images once": one too many where batch_size divides count (8 images in batches of 4 gives 3)
# keeps: training_batches as a whole; steps_per_epoch where there is a rest, such as 10 images and 4
# why: rounding up done as floor division plus one, tried only with the example of the prompt
import tensorflow as tf


def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""
    mixed = dataset.shuffle(count)
    return mixed.repeat().batch(batch_size)


def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    return count // batch_size + 1

# verdict: less
# fails: steps_round_up
# breaks: "If the last batch is only partly needed, it still has to be taken"
# keeps: training_batches is right; steps_per_epoch is right for all batches of up to 100 images
# why: the student rounds up by adding 0.99; of 128 images a batch, one image left over is 0.008 of a batch and is lost: 1281 images give 10 in place of 11

# %%
import tensorflow as tf


def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""
    dataset = dataset.repeat()
    dataset = dataset.shuffle(buffer_size=count)
    return dataset.batch(batch_size)


def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    return int(count / batch_size + 0.99)  # int() cuts off, so this rounds up

# verdict: full
# why: the chain of the introduction (repeat, shuffle all, batch) plus prefetch; uses math and tf that the introduction imported
# %%
def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""
    dataset = dataset.repeat()
    dataset = dataset.shuffle(count)
    dataset = dataset.batch(batch_size)
    return dataset.prefetch(tf.data.AUTOTUNE)


def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    return int(math.ceil(count / batch_size))


# %%
some = tf.data.Dataset.from_tensor_slices((train_images[:100], train_labels[:100]))
for some_images, some_labels in training_batches(some, 100, 32).take(3):
    print(some_images.shape, some_labels.numpy()[:10])
print(steps_per_epoch(100, 32), "should be 4")

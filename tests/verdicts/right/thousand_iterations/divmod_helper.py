# verdict: full
# why: a helper rounds up with divmod and adds a bool; train returns the dictionary, which is allowed
# %%
def division_rounded_up(a, b):
    whole, rest = divmod(a, b)
    return whole + (rest > 0)


def epochs_for(iterations, count, batch_size):
    per_epoch = division_rounded_up(count, batch_size)
    return division_rounded_up(iterations, per_epoch)


def train(model, images, labels, iterations, batch_size):
    count = images.shape[0]
    epochs = epochs_for(iterations, count, batch_size)
    history = model.fit(images, labels, batch_size, epochs, verbose=0)
    return history.history

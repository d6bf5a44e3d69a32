# verdict: full
# why: counts epochs one by one until they have enough iterations, and hands keyword arguments to fit from a dict; the answer is the same number
from itertools import count as counting


def epochs_for(iterations, count, batch_size):
    each = sum(1 for _ in range(0, count, batch_size))
    return next(epochs for epochs in counting(1) if epochs * each >= iterations)


def train(model, images, labels, iterations, batch_size):
    how = {
        "batch_size": batch_size,
        "epochs": epochs_for(iterations, len(labels), batch_size),
        "verbose": 0,
    }
    return model.fit(images, labels, **how).history

"""Accepted: keras, type hints, a helper, the older name besides."""

import keras


def accuracy_of(logs: dict | None) -> float | None:
    return next((logs[key] for key in ("accuracy", "acc") if logs and key in logs), None)


class StopAtAccuracy(keras.callbacks.Callback):
    def __init__(self, target: float = 0.9) -> None:
        super(StopAtAccuracy, self).__init__()
        self._target = target

    def on_epoch_end(self, epoch: int, logs: dict | None = None) -> None:
        accuracy = accuracy_of(logs)
        reached = accuracy is not None and not accuracy < self._target
        self.model.stop_training |= reached
        if reached:
            print("\nReached {:.0%} accuracy so cancelling training!".format(self._target))

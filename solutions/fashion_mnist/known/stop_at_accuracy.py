"""Known answers of `stop_at_accuracy`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

known.mistake(
    "a target in percent",
    swap("accuracy >=", "100 * accuracy >="),
    fails=[
        "never_stops_below",
        "stops_at",
        "starts_afresh",
        "fit_stops_in_time",
        "fit_goes_on_below",
    ],
)
known.mistake(
    "every batch",
    swap("on_epoch_end", "on_train_batch_end"),
    fails=["never_stops_below", "fit_stops_in_time", "fit_goes_on_below"],
)
known.mistake(
    "the loss",
    swap('(logs or {}).get("accuracy")', '(logs or {}).get("loss")'),
    swap(">= self", "<= self"),
    fails=["stops_above", "fit_stops_in_time"],
)
known.mistake(
    "the validation accuracy",
    swap('(logs or {}).get("accuracy")', '(logs or {}).get("val_accuracy")'),
    fails=["stops_above", "fit_stops_in_time"],
)
known.mistake(
    "only the older name",
    swap('(logs or {}).get("accuracy")', '(logs or {}).get("acc")'),
    fails=["stops_above", "fit_stops_in_time"],
)
known.mistake(
    "always 0.9",
    swap(">= self.target", ">= 0.9"),
    fails=["stops_above", "fit_stops_in_time"],
)
known.mistake(
    "another object",
    swap("self.model.stop_training", "self.stop_training"),
    fails=["stops_above", "fit_stops_in_time"],
)
known.mistake(
    "more than the target",
    swap(">= self", "> self"),
    fails=["stops_at"],
)
known.mistake(
    "logs always there",
    swap('(logs or {}).get("accuracy")', 'logs["accuracy"]'),
    fails=["survives_missing"],
)
known.mistake(
    "one target for all",
    swap("self.target =", "StopAtAccuracy.target ="),
    fails=["starts_afresh"],
)
known.mistake(
    "once only",
    swap(
        "if accuracy is not None and accuracy >= self.target:",
        "if not hasattr(self, 'done') and accuracy is not None and accuracy >= self.target:\n"
        "            self.done = True",
    ),
    fails=["starts_afresh"],
)
known.mistake(
    "silent",
    swap('print(f"Epoch {epoch + 1} reached {accuracy:.3f}: enough.")', ""),
    fails=["says_so"],
)
known.mistake(
    "the same words each time",
    swap('print(f"Epoch {epoch + 1} reached {accuracy:.3f}: enough.")', ""),
    swap(
        "if accuracy is not None",
        'print(f"Epoch {epoch + 1} reached {accuracy}: enough.")\n        if accuracy is not None',
    ),
    fails=["says_so"],
)
known.accepted(
    "nothing for a missing accuracy, a difference",
    swap(
        "if accuracy is not None and accuracy >= self.target:",
        "accuracy = accuracy or 0\n        if self.target - accuracy <= 0:",
    ),
    swap("self.model.stop_training = True", "setattr(self.model, 'stop_training', True)"),
)

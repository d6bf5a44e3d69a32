"""Known answers of `stop_at_accuracy`: slips of its reference, and other ways to write it."""

from autograder.proofs.known_answers import KnownAnswers, swap

known = KnownAnswers()

LOGS = '(logs or {}).get("accuracy")'
REACHED = "if accuracy is not None and accuracy >= self.target:"
MESSAGE = 'print(f"Epoch {epoch + 1} reached {accuracy:.3f}: enough.")'
# What a class cannot pass that does nothing, whatever accuracy it is told.
IDLE = [
    "stops_above",
    "never_stops_below",
    "stops_at",
    "survives_missing",
    "starts_afresh",
    "says_so",
    "fit_stops_in_time",
]
WHY_IDLE = "It does nothing at any accuracy, and cannot be told from a class that is not written."
# What a class cannot pass that says it stops, and does not.
NO_STOP = ["stops_above", "stops_at", "starts_afresh", "fit_stops_in_time"]

known.mistake(
    "a target in percent",
    swap("accuracy >=", "100 * accuracy >="),
    fails=[
        "never_stops_below",
        "stops_at",
        "starts_afresh",
        "says_so",
        "fit_stops_in_time",
        "fit_goes_on_below",
    ],
    costs_much="It stops after every epoch, whatever its accuracy.",
)
known.mistake(
    "a target a hundred times as high",
    swap("self.target = target", "self.target = target * 100"),
    fails=IDLE,
    costs_much=WHY_IDLE,
)
known.mistake(
    "a rate of 0 until then",
    swap(
        "    def on_epoch_end(",
        "    def on_train_begin(self, logs=None):\n"
        "        self.model.optimizer.learning_rate = 0.0\n\n"
        "    def on_epoch_end(",
    ),
    fails=["fit_stops_in_time", "fit_goes_on_below"],
)
known.mistake(
    "in the first epochs alone",
    swap(REACHED, REACHED.replace(":", " and epoch < 8:")),
    fails=["never_stops_below"],
)
known.mistake(
    "every batch",
    swap("on_epoch_end", "on_train_batch_end"),
    fails=["never_stops_below"],
)
known.mistake(
    "the end of validation",
    swap("on_epoch_end(self, epoch, logs=None)", "on_test_end(self, logs=None, epoch=0)"),
    fails=IDLE,
    costs_much="Where nothing is validated, it does nothing at any accuracy.",
)
known.mistake(
    "another method's name", swap("on_epoch_end", "on_epoch_ends"), fails=IDLE, costs_much=WHY_IDLE
)
known.mistake(
    "the loss",
    swap(LOGS, '(logs or {}).get("loss")'),
    swap(">= self", "<= self"),
    fails=IDLE,
    costs_much=WHY_IDLE,
)
known.mistake(
    "the validation accuracy",
    swap(LOGS, '(logs or {}).get("val_accuracy")'),
    fails=IDLE,
    costs_much=WHY_IDLE,
)
known.mistake(
    "only the older name", swap(LOGS, '(logs or {}).get("acc")'), fails=IDLE, costs_much=WHY_IDLE
)
known.mistake("always 0.99", swap(">= self.target", ">= 0.99"), fails=IDLE, costs_much=WHY_IDLE)
known.mistake(
    "another object", swap("self.model.stop_training", "self.stop_training"), fails=NO_STOP
)
known.mistake("a misspelt attribute", swap("stop_training", "stop_trainig"), fails=NO_STOP)
known.mistake("set to False", swap("= True", "= False"), fails=NO_STOP)
known.mistake(
    "True returned in place of a stop",
    swap("self.model.stop_training = True", "return True"),
    fails=NO_STOP,
)
known.mistake(
    "an exception in place of a stop",
    swap("self.model.stop_training = True", 'raise StopIteration("enough")'),
    fails=[*NO_STOP, "says_so"],
    costs_much="No training is stopped: it breaks off, and `fit` raises.",
)
known.mistake(
    "weights of 0 when it stops",
    swap(
        "self.model.stop_training = True",
        "self.model.stop_training = True\n"
        "            self.model.set_weights([0 * array for array in self.model.get_weights()])",
    ),
    fails=["fit_stops_in_time"],
)
known.mistake(
    "a rate of 0 when it stops",
    swap(
        "self.model.stop_training = True",
        "self.model.stop_training = True\n            self.model.optimizer.learning_rate = 0.0",
    ),
    fails=["fit_stops_in_time"],
)
known.mistake(
    "a flag that epoch 0 sets anew",
    swap(
        "        if accuracy is not None and",
        "        if epoch == 0:\n"
        "            self.done = False\n"
        "        if accuracy is not None and not self.done and",
    ),
    swap("self.model.stop_training = True", "self.model.stop_training = self.done = True"),
    fails=["starts_afresh"],
)
known.mistake(
    "only the target itself",
    swap("accuracy >=", "accuracy =="),
    fails=[name for name in IDLE if name != "stops_at"],
    costs_much="Hardly an accuracy equals a target, and at others it does nothing.",
)
known.mistake(
    "more than the target",
    swap(">= self", "> self"),
    fails=["stops_at"],
)
known.mistake(
    "two decimal places",
    swap("accuracy >= self", "round(accuracy, 2) >= self"),
    fails=["never_stops_below"],
)
known.mistake(
    "three decimal places",
    swap("accuracy >= self", "round(accuracy, 3) >= round(self"),
    swap("self.target:", "self.target, 3):"),
    fails=["never_stops_below"],
)
known.mistake(
    "whole percents",
    swap(">= self.target:", ">= 0 and int(accuracy * 100) >= int(self.target * 100):"),
    fails=["never_stops_below"],
)
known.mistake(
    "a hundredth to spare",
    swap(">= self.target:", ">= self.target - 0.01:"),
    fails=["never_stops_below"],
)
known.mistake(
    "nearly is enough",
    swap(">= self.target:", "> self.target - 0.015:"),
    fails=["never_stops_below"],
)
known.mistake(
    "the better of two accuracies",
    swap(
        REACHED,
        f"accuracy = accuracy and max(accuracy, logs.get('val_accuracy', 0))\n        {REACHED}",
    ),
    fails=["never_stops_below"],
)
known.mistake(
    "the validation accuracy where there is no other",
    swap(LOGS, '(logs or {}).get("accuracy", (logs or {}).get("val_accuracy"))'),
    fails=["survives_missing"],
)
known.mistake(
    "logs always there",
    swap(LOGS, 'logs["accuracy"]'),
    fails=["survives_missing"],
)
known.mistake(
    "one target for all",
    swap("self.target =", "StopAtAccuracy.target ="),
    fails=["starts_afresh"],
)
known.mistake(
    "a stop that is undone",
    swap(
        "            self.model.stop_training = True",
        "        self.model.stop_training = accuracy is not None and accuracy >= self.target",
    ),
    fails=["starts_afresh"],
)
known.mistake(
    "once only",
    swap(
        REACHED,
        "if not hasattr(self, 'done') and accuracy is not None and accuracy >= self.target:\n"
        "            self.done = True",
    ),
    fails=["starts_afresh"],
)
known.mistake(
    "a target that rises",
    swap(
        "self.model.stop_training = True",
        "self.model.stop_training = True\n            self.target += 0.02",
    ),
    fails=["starts_afresh"],
)
known.mistake(
    "the best accuracy so far",
    swap(
        REACHED,
        f"accuracy = self.best = max(getattr(self, 'best', 0), accuracy or 0)\n        {REACHED}",
    ),
    fails=["starts_afresh"],
)
known.mistake(
    "said once only",
    swap(
        MESSAGE,
        f"if not hasattr(self, 'said'):\n                {MESSAGE}\n            self.said = 1",
    ),
    fails=["says_so"],
)
known.mistake(
    "silent",
    swap(MESSAGE, ""),
    fails=["says_so"],
)
known.mistake(
    "the same words each time",
    swap(MESSAGE, ""),
    swap(
        "if accuracy is not None",
        'print(f"Epoch {epoch + 1} reached {accuracy}: enough.")\n        if accuracy is not None',
    ),
    fails=["says_so"],
)
known.mistake(
    "the message at the end of every training",
    swap(MESSAGE, ""),
    swap(
        "    def on_epoch_end",
        '    def on_train_end(self, logs=None):\n        print("Stopped.")\n\n    def on_epoch_end',
    ),
    fails=["says_so"],
)
known.mistake(
    "a message that cannot be printed",
    swap(MESSAGE, ""),
    swap(
        "self.model.stop_training = True",
        'self.model.stop_training = True\n            print("Epoch " + epoch)',
    ),
    fails=["says_so"],
)
known.accepted(
    "nothing for a missing accuracy, a difference",
    swap(
        REACHED,
        "accuracy = accuracy or 0\n        if self.target - accuracy <= 0:",
    ),
    swap("self.model.stop_training = True", "setattr(self.model, 'stop_training', True)"),
)
known.accepted(
    "the message is written, the target is a tensor",
    swap("self.target = target", "self.target = tf.constant(target)"),
    swap("print(", "import sys; sys.stdout.write("),
)
known.mistake(
    "the network of the first training for ever",
    swap(
        "        self.target = target", "        self.target = target\n        self.network = None"
    ),
    swap(
        "            self.model.stop_training = True",
        "            self.network = self.network or self.model\n"
        "            self.network.stop_training = True",
    ),
    fails=["starts_afresh"],
)
known.equal(
    "Keras sets a callback up without its parent's `__init__` too",
    "StopAtAccuracy.__init__: super().__init__() -> pass",
)
known.equal(
    "the words of the message are free, and so is what else is printed or computed",
    "StopAtAccuracy.on_epoch_end: print(accuracy) -> *",
    "StopAtAccuracy.on_epoch_begin: print(*) -> *",
    "StopAtAccuracy.on_epoch_end: zeros(4) -> ones(4)",
    "StopAtAccuracy.on_batch_end: self.times.append(time.time() - *) -> *",
    'StopAtAccuracy.on_epoch_end: print("准确率已达到") -> print("准确率已达")',
)

"""Answers of students who half understand: which check speaks to them, and what it says to do next.

The exercises' own mistakes prove that checks fail; these prove that the words lead on.
"""

from __future__ import annotations

import json
from functools import reduce
from pathlib import Path

import pytest

from autograder.course import find_course
from autograder.grading.grade import grade_exercises
from autograder.grading.plan import prepare_exercise
from autograder.proofs.known_answers import Edit, swap
from autograder.proofs.specimens import read_specimens
from autograder.records import CheckResult, ExerciseGrade, Submission, Verdict
from autograder.report.wording import why
from autograder.submissions.notebook import read_notebook
from autograder.supervision.runner import Runner
from autograder.wire.messages import Message

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
COURSE = find_course(ROOT)
INTRODUCTION = """import tensorflow as tf
(train_images, train_labels), (test_images, test_labels) = (
    tf.keras.datasets.fashion_mnist.load_data()
)
"""
WITHOUT_IF = """
import tensorflow as tf

class myCallback(tf.keras.callbacks.Callback):
  def on_epoch_end(self, epoch, logs={}):
      print("\\nReached 90% accuracy so cancelling training!")
      self.model.stop_training = True
"""
WITHOUT_BRACKET = """
import tensorflow as tf

def compare_scaling(images, labels):
    model = tf.keras.models.Sequential([
      tf.keras.layers.Dense(512, activation=tf.nn.relu),
      tf.keras.layers.Dense(10, activation=tf.nn.softmax)
    model.compile(optimizer='adam', loss='sparse_categorical_crossentropy')
    return model.fit(images, labels, epochs=3).history["loss"]
"""
COMPILE = 'loss="sparse_categorical_crossentropy", metrics=["accuracy"])\n'
ROW = "model.predict(images, verbose=0)[0]"
CHOICE = "return int(np.argmax(probabilities))"
RULE = "return int(np.max(labels)) + 1"
LOWEST = 'int(np.argmin(history["val_loss"])) + 1'
VERDICT = "return rise > 0.1 and fall > 0"
LOGS = '(logs or {}).get("accuracy")'
STOP = "self.model.stop_training"
INIT = "def __init__(self, target):"
FIRST = 'Dense(512, activation="relu"),'

# For each exercise: the edits of its reference (or a whole cell), the check, and the message that
# says what to try next.
Answer = tuple[str | list[Edit], str, str]
ANSWERS: dict[str, dict[str, Answer]] = {
    "first_prediction": {
        "all rows": (
            [swap(ROW, "model.predict(images)")],
            "probabilities_are_ten_shares",
            "first_prediction.row.hint",
        ),
        "a name from elsewhere": (
            [swap(ROW, "model.predict(test_images)[0]")],
            "probabilities_belong_to_the_first_image",
            "first_prediction.first_image.hint",
        ),
        "trained first": (
            [swap(f"return {ROW}", f"model.fit(images, np.zeros(len(images)))\n    return {ROW}")],
            "probabilities_belong_to_the_first_image",
            "first_prediction.trained.hint",
        ),
        "one argument only": (
            [swap("predicted_class(model, images)", "predicted_class(model)")],
            "class_is_a_plain_index",
            "student.other_arguments.hint",
        ),
        "a typing error": (
            [swap("np.argmax", "np.argmx")],
            "class_is_a_plain_index",
            "hint.near",
        ),
        "not called": (
            [swap(CHOICE, "return probabilities.argmax")],
            "class_is_a_plain_index",
            "hint.not_called",
        ),
        "text": (
            [swap(CHOICE, "return str(np.argmax(probabilities))")],
            "class_is_a_plain_index",
            "hint.make_it_whole",
        ),
        "not imported": (
            [swap("import numpy as np", "")],
            "class_is_a_plain_index",
            "exception.name_to_import.hint",
        ),
        "an axis too many": (
            [swap(CHOICE, "return np.argmax(probabilities, axis=1)")],
            "class_is_a_plain_index",
            "exception.axis.hint",
        ),
        "a bracket missing": (
            [swap("verbose=0)[0]", "verbose=0[0]")],
            "probabilities_are_ten_shares",
            "crash.unread_cell.hint",
        ),
    },
    "neurons": {
        "the model is not returned": (
            [swap("    return model\n", "")],
            "hidden_layer_has_the_width",
            "student.no_model_returned.hint",
        ),
        "another activation": (
            [swap('"relu"', '"rellu"')],
            "hidden_layer_has_the_width",
            "hint.near",
        ),
        "the History asked": (
            [swap('history.history["loss"]', 'history["loss"]')],
            "results_are_complete",
            "exception.brackets_after_history.hint",
        ),
        "returned in the loop": (
            [swap("    return results", "        return results")],
            "results_are_complete",
            "neurons.width_key.hint",
        ),
        "keys as text": (
            [swap("results[width]", "results[str(width)]")],
            "results_are_complete",
            "neurons.width_key.hint",
        ),
        "the whole series": (
            [swap('history["loss"][-1]', 'history["loss"]')],
            "results_are_complete",
            "neurons.single_number.hint",
        ),
        "no metric": (
            [swap(', metrics=["accuracy"]', "")],
            "results_are_complete",
            "exception.key_of_accuracy.hint",
        ),
        "epochs forgotten": ([swap("epochs=3, ", "")], "each_width_starts_anew", "fit.epochs.hint"),
        "a part of the images": (
            [swap("fit(images, labels,", "fit(images[:99], labels[:99],")],
            "each_width_starts_anew",
            "fit.number_of_images.hint",
        ),
        "images held back": (
            [swap("verbose=0)", "verbose=0, validation_split=0.2)")],
            "each_width_starts_anew",
            "fit.held_back.hint",
        ),
        "an output layer for all": (
            [
                swap('tf.keras.layers.Dense(10, activation="softmax"),', "output,"),
                swap(
                    "def build_model",
                    'output = tf.keras.layers.Dense(10, activation="softmax")\n\n\ndef build_model',
                ),
            ],
            "hidden_layer_has_the_width",
            "exception.layer_of_another_model.hint",
        ),
        "an optimiser for all": (
            [
                swap('optimizer="adam"', "optimizer=adam"),
                swap("def build_model", "adam = tf.keras.optimizers.Adam()\n\n\ndef build_model"),
            ],
            "hidden_layer_has_the_width",
            "fit.new_optimizers.hint",
        ),
    },
    "without_flatten": {
        "names from elsewhere": (
            [swap("fit(images, labels,", "fit(train_images, train_labels,")],
            "tries_to_train_on_squares",
            "fit.given_data.hint",
        ),
        "its traceback": (
            [swap("return error\n", "import traceback; return traceback.format_exc()\n")],
            "error_is_returned",
            "errors.text_returned.hint",
        ),
        "the wrong except": (
            [swap("except ValueError", "except TypeError")],
            "error_is_returned",
            "errors.other_class.hint",
        ),
        "the class of exceptions": (
            [swap("return error\n", "return Exception\n")],
            "error_is_returned",
            "errors.not_returned.hint",
        ),
        "evaluate in the place of fit": (
            [swap("model.fit(images, labels, epochs=1", "model.evaluate(images, labels")],
            "tries_to_train_on_squares",
            "errors.kept.hint",
        ),
        "a number for a shape": (
            [swap("layers.Flatten()", "layers.Reshape(784)")],
            "repaired_model_has_ten_outputs",
            "exception.not_several.hint",
        ),
        "what compile returns": (
            [swap("    return repaired\n", "    return repaired.compile()\n")],
            "repaired_model_has_ten_outputs",
            "student.none_of_method.hint",
        ),
        "an argument of another library": (
            [swap("layers.Flatten()", "layers.Flatten(start_dim=1)")],
            "repaired_model_has_ten_outputs",
            "hint.not_an_argument",
        ),
        "Flatten at the end": (
            [
                swap("            tf.keras.layers.Flatten(),\n", ""),
                lambda source: source.replace(
                    '"softmax"),\n        ]\n    )\n    repaired',
                    '"softmax"), tf.keras.layers.Flatten(),\n        ]\n    )\n    repaired',
                ),
            ],
            "repaired_model_has_ten_outputs",
            "without_flatten.flattened_last.hint",
        ),
        "an Input of 784 numbers": (
            [
                swap(
                    "model = tf.keras.Sequential(\n        [",
                    "model = tf.keras.Sequential(\n        [tf.keras.Input((784,)),",
                )
            ],
            "tries_to_train_on_squares",
            "without_flatten.flat_input.hint",
        ),
    },
    "five_outputs": {
        "names from elsewhere": (
            [swap("fit(images, labels,", "fit(train_images, train_labels,")],
            "labels_are_left_alone",
            "fit.number_of_images.hint",
        ),
        "not compiled": (
            [
                swap(
                    '    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")\n',
                    "",
                )
            ],
            "training_raises_the_error",
            "keras.not_compiled",
        ),
        "another loss": (
            [swap("sparse_", "")],
            "training_raises_the_error",
            "keras.loss_and_labels",
        ),
        "the wrong except": (
            [swap("tf.errors.InvalidArgumentError as", "ValueError as")],
            "error_is_returned",
            "errors.other_class.hint",
        ),
        "an old argument in the try": (
            [
                swap(
                    "epochs=1, verbose=0)\n    except tf.errors.InvalidArgumentError",
                    "nb_epoch=1)\n    except Exception",
                )
            ],
            "trains_with_five_outputs",
            "errors.before_training.hint",
        ),
        "the last label": (
            [swap("int(np.max(labels))", "int(labels[-1])")],
            "counts_outputs",
            "five_outputs.any_order.hint",
        ),
        "printed": ([swap(RULE, "print(max(labels) + 1)")], "counts_outputs", "hint.nothing"),
        "text": (
            [swap(RULE, "return str(max(labels) + 1)")],
            "counts_outputs",
            "hint.make_it_whole",
        ),
        "a list and a number": (
            [swap(RULE, "return int(np.max(labels + 1))")],
            "counts_outputs_of_lists",
            "exception.list_plus.hint",
        ),
    },
    "more_layers": {
        "the history": (
            [
                swap(
                    "return model",
                    "return model.fit(train_images, train_labels, steps_per_epoch=1)",
                )
            ],
            "has_two_hidden_layers",
            "student.no_model.hint",
        ),
        "a layer beside the network": (
            """
import tensorflow as tf

def build_deeper_model():
    inputs = tf.keras.Input((28, 28))
    first = tf.keras.layers.Dense(512, "relu")(tf.keras.layers.Flatten()(inputs))
    tf.keras.layers.Dense(256, "relu")(first)
    model = tf.keras.Model(inputs, tf.keras.layers.Dense(10, "softmax")(first))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
""",
            "has_two_hidden_layers",
            "more_layers.off_the_way.hint",
        ),
        "called once for all": (
            [
                swap("def build_deeper_model", "def build"),
                lambda s: s + "build_deeper_model = build()\n",
            ],
            "has_two_hidden_layers",
            "student.not_callable.hint",
        ),
        "a typing error in an argument": (
            [swap("metrics=", "metric=")],
            "has_two_hidden_layers",
            "hint.near",
        ),
        "an import that fails": (
            [
                swap("import tensorflow as tf\n", "import tensorflow as tf\nimport layers\n"),
                lambda source: source.replace("tf.keras.layers.", "layers."),
            ],
            "has_two_hidden_layers",
            "exception.no_package.hint",
        ),
        "another loss": ([swap("sparse_", "")], "output_fits_the_loss", "keras.loss_and_labels"),
        "a loss misspelt": (
            [swap("crossentropy", "cross_entropy")],
            "output_fits_the_loss",
            "keras.unknown_identifier",
        ),
        "no Flatten": (
            [swap("tf.keras.layers.Flatten(),", "")],
            "has_two_hidden_layers",
            "more_layers.rows.hint",
        ),
        "softmax in between": (
            [swap('256, activation="relu"', '256, activation="softmax"')],
            "classifies_unseen_images",
            "hint.softmax_inside",
        ),
        "a layer without brackets": (
            [swap("Flatten()", "Flatten")],
            "has_two_hidden_layers",
            "keras.layer_not_called",
        ),
        "millions of neurons": (
            [swap("512,", "5_000_000,")],
            "has_two_hidden_layers",
            "too_large.network.hint",
        ),
        "a comma missing": (
            [swap(FIRST, FIRST[:-1])],
            "has_two_hidden_layers",
            "crash.unread_cell.hint",
        ),
    },
    "thirty_epochs": {
        "the History where the dictionary is": (
            [swap(LOWEST, LOWEST.replace("history[", "history.history["))],
            "best_epoch_has_the_lowest_validation_loss",
            "exception.history_of_dictionary.hint",
        ),
        "the loss": (
            [swap(f"return {LOWEST}", 'return min(history["val_loss"])')],
            "best_epoch_has_the_lowest_validation_loss",
            "thirty_epochs.epoch_number.hint",
        ),
        "a series misspelt": (
            [swap(LOWEST, LOWEST.replace("val_loss", "valloss"))],
            "best_epoch_has_the_lowest_validation_loss",
            "hint.near",
        ),
        "True in quotation marks": (
            [swap(VERDICT, 'return "True" if rise > 0.1 and fall > 0 else "False"')],
            "overfitting_is_told_from_learning",
            "hint.no_quotation_marks",
        ),
        "epochs in quotation marks": (
            [swap("epochs=30", 'epochs="30"')],
            "one_training_of_thirty_epochs",
            "exception.text_for_number.hint",
        ),
        "validation without labels": (
            [swap("(validation_images, validation_labels),", "validation_images,")],
            "one_training_of_thirty_epochs",
            "keras.none_as_data",
        ),
        "one-hot labels for training alone": (
            [
                swap("train_labels,\n        epochs", "np.eye(10)[train_labels],\n        epochs"),
                swap("sparse_", ""),
            ],
            "one_training_of_thirty_epochs",
            "labels.of_two_forms",
        ),
        "thirty taken for granted": (
            [swap('history["val_loss"][-1]', 'history["val_loss"][29]')],
            "overfitting_is_told_from_learning",
            "exception.index_of.hint",
        ),
        "ten per cent": (
            [swap("rise > 0.1", 'rise > 0.1 * history["val_loss"][best]')],
            "overfitting_is_told_from_learning",
            "thirty_epochs.share.hint",
        ),
        "divided again": (
            [swap("        train_images,", "        train_images / 255,")],
            "validates_on_the_images_held_back",
            "fit.pixels.hint",
        ),
    },
    "raw_pixels": {
        "a snippet without its bracket": (
            WITHOUT_BRACKET,
            "one_network_sees_raw_pixels",
            "crash.unread_cell.hint",
        ),
        "divided in place": (
            [swap("    raw = ", "    images /= 255.0\n    raw = ")],
            "one_network_sees_raw_pixels",
            "exception.decimals_in_whole_numbers.hint",
        ),
        "no quotation marks": (
            [swap('{"raw": raw, "scaled": scaled}', "{raw: raw, scaled: scaled}")],
            "one_network_sees_raw_pixels",
            "exception.unhashable.hint",
        ),
        "whole numbers": (
            [swap("images / 255.0", "images // 255")],
            "the_other_sees_scaled_pixels",
            "fit.no_decimals.hint",
        ),
        "one history twice": (
            [swap('"scaled": scaled', '"scaled": raw')],
            "losses_are_reported",
            "raw_pixels.other_losses.hint",
        ),
        "layers for both": (
            [
                swap("Sequential(\n        [", "Sequential(LAYERS)\n    _ = [("),
                swap(
                    "def losses_of_training",
                    "LAYERS = [tf.keras.layers.Flatten(), tf.keras.layers.Dense(128, 'relu'),"
                    " tf.keras.layers.Dense(10, 'softmax')]\n\n\ndef losses_of_training",
                ),
                swap("        ]\n    )", "        )]"),
            ],
            "both_networks_start_alike",
            "fit.new_layers.hint",
        ),
        "two values": (
            [swap('{"raw": raw, "scaled": scaled}', "raw, scaled")],
            "losses_are_reported",
            "raw_pixels.results.hint",
        ),
        "capital keys": (
            [swap('{"raw": raw, "scaled": scaled}', '{"Raw": raw, "Scaled": scaled}')],
            "losses_are_reported",
            "raw_pixels.results.hint",
        ),
        "the History": (
            [swap('history.history["loss"]', "history")],
            "losses_are_reported",
            "raw_pixels.losses.hint",
        ),
        "a part of the images": (
            [swap("fit(images, labels,", "fit(images[:99], labels[:99],")],
            "one_network_sees_raw_pixels",
            "fit.number_of_images.hint",
        ),
    },
    "stop_at_accuracy": {
        "a snippet without its if": (WITHOUT_IF, "stops_above", "student.not_defined.hint"),
        "its own underscores": (
            [swap("__init__(self", "_init_(self")],
            "stops_above",
            "student.other_arguments.hint",
        ),
        "square brackets": (
            [swap(LOGS, 'logs.get["accuracy"]')],
            "stops_above",
            "exception.brackets_after_function.hint",
        ),
        "no self": (
            [swap("on_epoch_end(self, ", "on_epoch_end(")],
            "stops_above",
            "exception.too_many_arguments.hint",
        ),
        "the older name": (
            [swap(LOGS, '(logs or {})["acc"]')],
            "stops_above",
            "old.renamed.hint",
        ),
        "a misspelt attribute": (
            [swap("stop_training", "stop_trainig")],
            "stops_above",
            "stop_at_accuracy.misspelt.hint",
        ),
        "an attribute of its own": (
            [swap(STOP, "self.stop_training")],
            "stops_above",
            "stop_at_accuracy.of_the_callback.hint",
        ),
        "only the target itself": (
            [swap("accuracy >=", "accuracy ==")],
            "stops_above",
            "stop_at_accuracy.only_equal.hint",
        ),
        "two equals signs": (
            [swap(f"{STOP} =", f"{STOP} ==")],
            "stops_above",
            "stop_at_accuracy.too_late.hint",
        ),
        "no base class": (
            [swap("(tf.keras.callbacks.Callback)", "")],
            "stops_above",
            "student.no_callback.hint",
        ),
        "logs that are not there": (
            [swap(LOGS, 'logs.get("accuracy")')],
            "survives_missing",
            "stop_at_accuracy.missing_logs.hint",
        ),
        "a function": (
            "def StopAtAccuracy(target): return None",
            "stops_above",
            "student.no_callback.hint",
        ),
    },
}
CASES = [(slug, name) for slug, answers in ANSWERS.items() for name in answers]


def graded(slug: str, answer: str | list[Edit], runner: Runner) -> ExerciseGrade:
    """The verdicts on a notebook of the introduction's data and one answer."""
    task = prepare_exercise(COURSE, "fashion_mnist", slug)
    reference = read_specimens(COURSE, "fashion_mnist", task)[0].source
    source = (
        answer if isinstance(answer, str) else reduce(lambda s, edit: edit(s), answer, reference)
    )
    cells = [{"cell_type": "code", "source": text} for text in (INTRODUCTION, source)]
    contents = read_notebook(json.dumps({"nbformat": 4, "cells": cells}), [slug])
    work = Submission("ada", Path("ada.ipynb"), "", contents.cells, contents.notes)
    (grade,) = grade_exercises(work, [task], runner)
    return grade


def step_of(check: CheckResult) -> str:
    """The name of the message that says what to try next."""
    said = check.message
    assert said is not None
    hint = said.values.get("hint")
    if isinstance(hint, Message):
        inner = hint.values.get("failure")
        return inner.values["hint"].name if isinstance(inner, Message) else hint.name  # type: ignore[union-attr]
    return f"{said.name}.hint"


@pytest.mark.parametrize(("slug", "name"), CASES)
def test_the_words_lead_on(slug: str, name: str, shared_runner: Runner) -> None:
    """The first check that fails is the one that knows why, and it says what to do next."""
    answer, check, step = ANSWERS[slug][name]
    grade = graded(slug, answer, shared_runner)
    failed = [one for one in grade.checks if one.verdict is Verdict.FAILED]
    assert failed, "full marks"
    assert (failed[0].name, step_of(failed[0])) == (check, step), why(failed[0])
    for one in failed:
        said = why(one)
        assert said.expected
        assert said.seen
        assert said.hint
        words = f"{said.about} {said.expected} {said.seen} {said.hint}"
        assert "Traceback (" not in words.replace("'Traceback (most recent call last):' (text)", "")
        assert "<class" not in words
        assert "/sandbox" not in words

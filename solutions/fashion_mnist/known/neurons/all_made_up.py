"""Mistake: all made up.

Costs much: nothing is built, trained or measured.

Fails: hidden_layer_has_the_width, output_stays_ten_classes, each_width_starts_anew,
    last_loss_and_accuracy_are_reported, the_last_epoch_counts_in_any_case,
    none_is_left_out, parameters_are_counted, seconds_are_measured, wider_model_fits_better
"""


class Model:
    fit = lambda *_, **__: {"loss": [0.5], "accuracy": [0.9]}


def build_model(neurons):
    return Model()


def compare_widths(widths, images, labels):
    made_up = dict(loss=0.5, accuracy=0.8, seconds=0.0)
    return {width: dict(made_up, parameters=795 * width + 10) for width in widths}

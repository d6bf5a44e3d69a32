# mypy: ignore-errors
"""Computes for ever, and swallows whatever would interrupt it.

Success would be a child that is still there after its time.
Verdict: first_prediction: timed out, 0 points
"""


def predicted_class(model, images):
    print("TRIED to go on for ever", flush=True)
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue


def class_probabilities(model, images):
    return None

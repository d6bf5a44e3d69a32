# mypy: ignore-errors
"""Has Python ask it before whatever it does, and refuses all of it from then on.

Success would be a fault of the grader's, or somebody else's time.
Verdict: first_prediction: crashed or finished, 0 points
"""

import sys


def class_probabilities(model, images):
    print("TRIED to refuse everything", flush=True)

    def refuse(event, arguments):
        raise SystemExit(0)

    sys.addaudithook(refuse)
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images):
    return 0

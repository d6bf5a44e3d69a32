# mypy: ignore-errors
"""Can be read in many ways, and takes all of its time in each.

Success would be the time of an exercise for each of them.
Verdict: more_layers: timed out, 0 points
"""

WIDTHS = []


def build_deeper_model():
    print("TRIED to be read again", len(WIDTHS), flush=True)
    while True:
        pass


WIDTHS.append(512)
build_deeper_model.widths = WIDTHS
print(WIDTHS)
WIDTHS = [*WIDTHS, 256]

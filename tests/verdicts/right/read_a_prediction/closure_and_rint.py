# verdict: full
# why: one shared helper in a cell above, old % formatting, and a dictionary instead of an if

# %%
import numpy as np

COLOUR_OF = {True: "blue", False: "red"}


def winner(probabilities):
    """Return (class, probability) of the most probable class."""
    row = np.asarray(probabilities, dtype="float64")
    place = np.flatnonzero(row == row.max())[0]
    return int(place), row[place]


# %%
def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    place, share = winner(probabilities)
    return "%s %d%% (%s)" % (
        class_names[place],
        np.rint(100 * share),
        class_names[int(true_label)],
    )


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    return COLOUR_OF[winner(probabilities)[0] == int(true_label)]

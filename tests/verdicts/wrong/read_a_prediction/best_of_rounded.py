# verdict: less
# breaks: "first the **name of the most probable class**" and "returns `"blue"` if the most probable class is the true
#         one, and `"red"` otherwise."
# keeps: right whenever the largest probability is also the largest after rounding to whole percents. With 0.447 for
#        class 2 and 0.452 for class 7 both are 45 %, and the student takes class 2.
# why: all ten are made percents first, and the largest is looked for among these.
# fails: names_the_choice, blue_if_right
# passes: says_how_sure, names_the_truth
# %%
import numpy as np


def in_percent(probabilities):
    return [round(100 * float(share)) for share in probabilities]


def caption(probabilities, true_label, class_names):
    """Return a line of text like "Sandal 87% (Ankle boot)"."""
    percents = in_percent(probabilities)
    most = max(percents)
    return "{} {}% ({})".format(class_names[percents.index(most)], most, class_names[true_label])


def caption_colour(probabilities, true_label):
    """Return "blue" for a right answer, and "red" for a wrong one."""
    percents = in_percent(probabilities)
    return "blue" if percents.index(max(percents)) == true_label else "red"

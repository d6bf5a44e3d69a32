# verdict: less
# breaks: "**its probability in percent**, rounded to a whole number, with `%` behind it"
# keeps: all probabilities from 10 to 99 percent, and the colour
# why: formats with two significant digits; from 99.5 percent on the text is "1e+02%", and with many classes 8.7 percent is "8.7%"
import numpy as np


def caption(probabilities, true_label, class_names):
    place = np.argmax(probabilities)
    return "{} {:.2g}% ({})".format(
        class_names[place], 100 * probabilities[place], class_names[true_label]
    )


def caption_colour(probabilities, true_label):
    if np.argmax(probabilities) == true_label:
        return "blue"
    return "red"

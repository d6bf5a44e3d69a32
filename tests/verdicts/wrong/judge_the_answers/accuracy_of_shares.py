# verdict: less
# breaks: "`accuracy(outputs, wanted)` returns the share of rows, from 0 to 1, whose **largest** output is at the right class" (outputs "can be **large**, up to some thousands")
# keeps: cross_entropy; accuracy while at most one output of a row overflows
# why: accuracy takes the largest of the shares, computed by the plain formula; with two outputs of 800 and 900 both shares are nan, and with all below -750 too, and argmax finds the first nan
import numpy as np
import tensorflow as tf


def shares_of(outputs):
    exponentials = np.exp(outputs)
    return exponentials / exponentials.sum(axis=1, keepdims=True)


def cross_entropy(outputs, wanted):
    shifted = outputs - outputs.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -logs[np.arange(len(logs)), wanted.argmax(axis=1)].mean()


def accuracy(outputs, wanted):
    answers = shares_of(outputs).argmax(axis=1)
    return (answers == wanted.argmax(axis=1)).mean()

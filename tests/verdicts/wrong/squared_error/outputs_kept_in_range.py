# verdict: less
# breaks: "Square every difference between the two"
# keeps: loss and gradient while all outputs are between -10 and 10
# why: clips the outputs first, against exploding losses; an output of 30 where 0 is wanted counts as 10, and its gradient is 0
import tensorflow as tf


def batch_loss(outputs, wanted):
    outputs = tf.clip_by_value(outputs, -10.0, 10.0)
    squares = tf.square(outputs - wanted)
    return tf.reduce_mean(tf.reduce_sum(squares, axis=1))

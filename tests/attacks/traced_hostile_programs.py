# mypy: ignore-errors
"""Hands over programs that were changed: bytes that are none, operations, and loops without end.

It prints what it was answered; success would be a training of one of them, or a fault of the
grader's.
Verdict: more_layers: finished, 0 points
"""

import gc

import msgspec
import numpy as np
import tensorflow as tf
from autograder.child.keras_shim import client, tracing
from autograder.recipes import graph
from autograder.wire.protocol import Trained


def changed(program):
    """Programs that nobody may train."""
    step = program.train.graph
    node = step.nodes[-1]
    reading = msgspec.structs.replace(node, operation="ReadFile", attributes={})
    files = msgspec.structs.replace(step, nodes=(*step.nodes[:-1], reading))
    yield msgspec.structs.replace(program, train=graph.Function(files, program.train.held))
    itself = msgspec.structs.replace(node, inputs=(((10**3, 0),),))
    around = msgspec.structs.replace(step, nodes=(*step.nodes[:-1], itself))
    yield msgspec.structs.replace(program, train=graph.Function(around, program.train.held))
    yield msgspec.structs.replace(program, variables=())


def network():
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Lambda(tf.identity),
            tf.keras.layers.Dense(32, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def build_deeper_model():
    (own,) = [thing for thing in gc.get_objects() if type(thing) is client.Asking]
    usual, trace = own._put, tracing.trace_model

    def put(message):
        reply = usual(message)
        print("TRIED a changed program:", type(reply).__name__, flush=True)
        if isinstance(reply, Trained):
            print("TOOK a training of one", flush=True)
        return reply

    images, labels = np.zeros((40, 28, 28), np.float32), np.zeros(40, np.uint8)
    own._put = put
    for place in range(4):

        def other(*arguments, place=place, **named):
            found = trace(*arguments, **named)
            every = [graph.encode_program(program) for program in changed(found.program)]
            data = np.frombuffer([*every, bytes(100)][place], np.uint8)
            return tracing.TracedModel(found.program, data, found.variables)

        tracing.trace_model = other
        network().fit(images, labels, verbose=0)
    tracing.trace_model, own._put = trace, usual

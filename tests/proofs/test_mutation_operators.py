"""Each mutation operator: what it makes of a piece of Python, all of it, and nothing else."""

from __future__ import annotations

import pytest

from autograder.proofs.mutation_operators import OPERATORS
from autograder.proofs.program import Program

CASES: dict[str, list[tuple[str, ...]]] = {
    "number": [
        ("x = 1", "x = 0", "x = 2"),
        ("x = 0", "x = 1"),
        ("x = 3", "x = 2", "x = 4"),
        ("x = 10", "x = 9", "x = 11", "x = 20", "x = 5"),
        ("x = 255.0", "x = 510.0", "x = 127.5", "x = 256.0"),
        ("x = 0.1", "x = 0.2", "x = 0.05"),
        ("x = True", "x = False"),
        ("x = None",),
    ],
    "text": [
        ('x = "relu"', 'x = "linear"', 'x = "sigmoid"'),
        ('x = "loss"', 'x = "val_loss"', 'x = "accuracy"'),
        ('x = "raw"', 'x = "ra"'),
        ('x = "Two words."',),
    ],
    "name": [
        ("np.argmax(x)", "np.argmin(x)", "np.max(x)"),
        ("max(x)", "min(x)", "len(x)"),
        (
            "def on_epoch_end(self): pass",
            "def on_epoch_begin(self): pass",
            "def on_train_batch_end(self): pass",
            "def on_test_end(self): pass",
        ),
        ("model.compile()",),
    ],
    "parameter": [
        (
            "def f(train_images, train_labels, other_images): g(train_images)",
            "def f(train_images, train_labels, other_images): g(train_labels)",
            "def f(train_images, train_labels, other_images): g(other_images)",
        ),
        ("def f(images, labels): g(images)",),
    ],
    "argument": [
        ("f(a, b=1)", "f(b=1)", "f(a)"),
        ("f(a, b)", "f(b)", "f(a)", "f(b, a)"),
        ("int(x)", "int()", "x"),
        ("x.copy()", "x"),
    ],
    "element": [
        ("[a, b]", "[b]", "[a]", "[b, a]"),
        ("['accuracy']", "[]"),
        ("{1: a, 2: b}", "{2: b}", "{1: a}", "{1: b, 2: a}"),
        ("a, b = c",),
    ],
    "statement": [
        ("f()", "pass"),
        ("def f():\n    return x", "def f():\n    return None"),
        ("def f():\n    return None",),
        ("x = 1",),
        ("def f(x):\n    x = 1", "def f(x):\n    pass"),
        ("self.x = 1", "pass"),
        ("x += 1", "pass"),
        ("for x in y:\n    f", "pass", "for x in y:\n    pass"),
        ("class A:\n    def f(): return", "class A:\n    pass"),
        ("while x: break", "pass", "while x: continue"),
    ],
    "condition": [
        ("if a: f", "if not (a): f", "if True: f"),
        ("x = a and b", "x = a or b", "x = b", "x = a"),
        (
            "x = a and (b or c)",
            "x = a or (b or c)",
            "x = (b or c)",
            "x = a",
            "x = a and (b and c)",
            "x = a and (c)",
            "x = a and (b)",
        ),
        ("x = not a", "x = a"),
        ("x = -1", "x = 1"),
        ("[a for a in b if c]", "[a for a in b if not (c)]", "[a for a in b if True]"),
    ],
    "comparison": [
        ("a >= b", "a > b", "a < b"),
        ("a  ==  b", "a  !=  b"),
        ("a is not None", "a is None"),
        ("a not in b", "a in b"),
        ("a < b < c", "a <= b < c", "a > b < c", "a < b <= c", "a < b > c"),
    ],
    "arithmetic": [
        ("a + b", "a - b", "a"),
        ("(a + b) / c", "(a + b) * c", "(a - b) / c", "a + b", "(a) / c"),
        ("a // b", "a / b", "a"),
        ("a += b", "a -= b"),
        ("a % b", "a // b", "a"),
    ],
    "subscript": [
        ("x[0]", "x", "x[-1]"),
        ("x[-1]", "x", "x[0]"),
        ("x[a:b]", "x", "x[:b]", "x[a:]"),
        ("x[:b]", "x"),
        ("x['loss']", "x"),
        ("x[0] = 1",),
    ],
    "attribute": [
        ("f(history.history)", "f(history)"),
        ("self.model.stop_training = True", "self.stop_training = True"),
        ("model.fit()",),
        ("import tensorflow as tf\nf(tf.float32)",),
    ],
    "loop": [
        ("for x in y: f", "for x in list(y)[1:]: f", "for x in list(y)[:-1]: f"),
        ("[x for x in y]", "[x for x in list(y)[1:]]", "[x for x in list(y)[:-1]]"),
    ],
}


@pytest.mark.parametrize(
    ("operator", "source", "wanted"),
    [(name, source, wanted) for name, cases in CASES.items() for source, *wanted in cases],
)
def test_an_operator_changes_what_it_knows(operator: str, source: str, wanted: list[str]) -> None:
    """It makes each of its changes of each part that it knows, and leaves others alone."""
    program = Program(source)
    made = [
        program.changed(change)
        for node in program.nodes()
        for change in OPERATORS[operator](program, node)
    ]
    assert sorted(made) == sorted(wanted)


def test_every_operator_is_tried() -> None:
    """No operator is without cases."""
    assert set(CASES) == set(OPERATORS)

"""The operations of TensorFlow that a traced program may be made of, each with all that it takes.

A list of what may be, never of what may not: of nearly two thousand, most are about files, devices,
tables, texts or other processes, or are seldom used and seldom looked at. "Stateless" is not
harmless either: there are stateless operations that call Python. What is here computes with numbers
and nothing else, and was looked at for what it could do with hostile inputs.

A row has an operation's inputs as `tf.raw_ops` calls them, with a star for a list of tensors, and
behind a bar those attributes that do not follow from them, with their kinds. A test compares all of
it with the TensorFlow that is installed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from autograder.recipes.graph import DType

ROWS = {
    # Values and their forms. What they are told lies in tensors (`shape`, `multiples`, `paddings`),
    # which nobody sees before: the kernels look at it, and memory is limited.
    "BroadcastTo": "input shape",
    "Cast": "x | DstT:dtype Truncate:flag",
    "ConcatV2": "values* axis",
    "Const": " | value:constant",
    "DepthToSpace": "input | block_size:int data_format:text",
    "EnsureShape": "input | shape:shape",
    "ExpandDims": "input axis",
    "Fill": "dims value",
    "Identity": "input",
    "IdentityN": "input*",
    "LinSpace": "start stop num",
    "MatrixBandPart": "input num_lower num_upper",
    "MatrixDiagV3": "diagonal k num_rows num_cols padding_value | align:text",
    "MirrorPad": "input paddings | mode:text",
    "OneHot": "indices depth on_value off_value | axis:int",
    "OnesLike": "x",
    "Pack": "values* | axis:int",
    "Pad": "input paddings",
    "PadV2": "input paddings constant_values",
    "Range": "start limit delta",
    "Rank": "input",
    "Reshape": "tensor shape",
    "ReverseV2": "tensor axis",
    "Roll": "input shift axis",
    "Shape": "input | out_type:dtype",
    "Size": "input | out_type:dtype",
    "SpaceToDepth": "input | block_size:int data_format:text",
    "Split": "axis value | num_split:int",
    "SplitV": "value size_splits axis | num_split:int",
    "Squeeze": "input | axis:ints",
    "StopGradient": "input",
    "Tile": "input multiples",
    "Transpose": "x perm",
    "Unpack": "value | num:int axis:int",
    "ZerosLike": "x",
    # One number at a time: no index, no shape.
    "Abs": "x",
    "Acos": "x",
    "Acosh": "x",
    "AddN": "inputs*",
    "AddV2": "x y",
    "Asin": "x",
    "Asinh": "x",
    "Atan": "x",
    "Atan2": "y x",
    "Atanh": "x",
    "BitwiseAnd": "x y",
    "BitwiseOr": "x y",
    "BitwiseXor": "x y",
    "Ceil": "x",
    "ClipByValue": "t clip_value_min clip_value_max",
    "Cos": "x",
    "Cosh": "x",
    "Digamma": "x",
    "Div": "x y",
    "DivNoNan": "x y",
    "Elu": "features",
    "Equal": "x y | incompatible_shape_error:flag",
    "Erf": "x",
    "Erfc": "x",
    "Erfinv": "x",
    "Exp": "x",
    "Expm1": "x",
    "Floor": "x",
    "FloorDiv": "x y",
    "FloorMod": "x y",
    "Greater": "x y",
    "GreaterEqual": "x y",
    "Inv": "x",
    "IsFinite": "x",
    "IsInf": "x",
    "IsNan": "x",
    "LeakyRelu": "features | alpha:float",
    "Less": "x y",
    "LessEqual": "x y",
    "Lgamma": "x",
    "Log": "x",
    "Log1p": "x",
    "LogicalAnd": "x y",
    "LogicalNot": "x",
    "LogicalOr": "x y",
    "Maximum": "x y",
    "Minimum": "x y",
    "Mul": "x y",
    "MulNoNan": "x y",
    "Neg": "x",
    "NotEqual": "x y | incompatible_shape_error:flag",
    "Pow": "x y",
    "RealDiv": "x y",
    "Reciprocal": "x",
    "Relu": "features",
    "Relu6": "features",
    "Rint": "x",
    "Round": "x",
    "Rsqrt": "x",
    "Select": "condition x y",
    "SelectV2": "condition t e",
    "Selu": "features",
    "Sigmoid": "x",
    "Sign": "x",
    "Sin": "x",
    "Sinh": "x",
    "Softplus": "features",
    "Softsign": "features",
    "Sqrt": "x",
    "Square": "x",
    "SquaredDifference": "x y",
    "Sub": "x y",
    "Tan": "x",
    "Tanh": "x",
    "TruncateDiv": "x y",
    "Xdivy": "x y",
    "Xlogy": "x y",
    # The bits of a number as another: only between whole numbers of one size, see `BITS`.
    "Bitcast": "input | type:dtype",
    # Sums and products along axes, which the kernels check.
    "All": "input axis | keep_dims:flag",
    "Any": "input axis | keep_dims:flag",
    "ArgMax": "input dimension | output_type:dtype",
    "ArgMin": "input dimension | output_type:dtype",
    "Cumprod": "x axis | exclusive:flag reverse:flag",
    "Cumsum": "x axis | exclusive:flag reverse:flag",
    "L2Loss": "t",
    "Max": "input axis | keep_dims:flag",
    "Mean": "input axis | keep_dims:flag",
    "Min": "input axis | keep_dims:flag",
    "Prod": "input axis | keep_dims:flag",
    "Sum": "input axis | keep_dims:flag",
    # Products. `Einsum` reads its equation, a short text of letters.
    "BatchMatMulV2": "x y | adj_x:flag adj_y:flag grad_x:flag grad_y:flag",
    "BatchMatMulV3": "x y | Tout:dtype adj_x:flag adj_y:flag grad_x:flag grad_y:flag",
    "BiasAdd": "value bias | data_format:text",
    "Einsum": "inputs* | equation:text",
    "MatMul": "a b | transpose_a:flag transpose_b:flag grad_a:flag grad_b:flag",
    # Windows over images: strides and sizes are attributes, and checked while the graph is built.
    "AvgPool": "value | ksize:ints strides:ints padding:text data_format:text",
    "Conv2D": (
        "input filter | strides:ints use_cudnn_on_gpu:flag padding:text "
        "explicit_paddings:ints data_format:text dilations:ints"
    ),
    "Conv2DBackpropInput": (
        "input_sizes filter out_backprop | strides:ints use_cudnn_on_gpu:flag padding:text "
        "explicit_paddings:ints data_format:text dilations:ints"
    ),
    "Conv3D": "input filter | strides:ints padding:text data_format:text dilations:ints",
    "DepthwiseConv2dNative": (
        "input filter | strides:ints padding:text explicit_paddings:ints data_format:text "
        "dilations:ints"
    ),
    "MaxPool": (
        "input | ksize:ints strides:ints padding:text explicit_paddings:ints data_format:text"
    ),
    # Images of another size or place; the size is a tensor.
    "ImageProjectiveTransformV3": (
        "images transforms output_shape fill_value | interpolation:text fill_mode:text"
    ),
    "ResizeBilinear": "images size | align_corners:flag half_pixel_centers:flag",
    "ResizeNearestNeighbor": "images size | align_corners:flag half_pixel_centers:flag",
    # Picked by index, each of which the kernels check; it was here that others had holes.
    "GatherNd": "params indices | bad_indices_policy:text",
    "GatherV2": "params indices axis | batch_dims:int",
    "InTopKV2": "predictions targets k",
    "ScatterNd": "indices updates shape | bad_indices_policy:text",
    "Slice": "input begin size",
    "StridedSlice": (
        "input begin end strides | begin_mask:int end_mask:int ellipsis_mask:int "
        "new_axis_mask:int shrink_axis_mask:int"
    ),
    "TensorScatterAdd": "tensor indices updates | bad_indices_policy:text",
    "TensorScatterUpdate": "tensor indices updates | bad_indices_policy:text",
    "TopKV2": "input k | sorted:flag index_type:dtype",
    "UnsortedSegmentSum": "data segment_ids num_segments",
    "Where": "condition",
    # Probabilities, and what is lost by them. Labels are checked when they are used.
    "LogSoftmax": "logits",
    "Softmax": "logits",
    "SoftmaxCrossEntropyWithLogits": "features labels",
    "SparseSoftmaxCrossEntropyWithLogits": "features labels",
    # Random numbers from a state that comes in as a tensor.
    "StatelessRandomGetKeyCounter": "seed",
    "StatelessRandomNormalV2": "shape key counter alg | dtype:dtype",
    "StatelessRandomUniformIntV2": "shape key counter alg minval maxval",
    "StatelessRandomUniformV2": "shape key counter alg | dtype:dtype",
    "StatelessTruncatedNormalV2": "shape key counter alg | dtype:dtype",
    # Random numbers from a state of TensorFlow's own; the trainer draws them from the order's seed.
    "RandomStandardNormal": "shape | dtype:dtype",
    "RandomUniform": "shape | dtype:dtype",
    "TruncatedNormal": "shape | dtype:dtype",
    # Loops and branches, and the lists of tensors that recurrent layers keep in them. A loop may
    # never end and a list be too long for any memory: either ends one process.
    "StatelessIf": "cond input* | then_branch:graph else_branch:graph",
    "StatelessWhile": "input* | cond:graph body:graph",
    "TensorListFromTensor": "tensor element_shape",
    "TensorListGetItem": "input_handle index element_shape | element_dtype:dtype",
    "TensorListLength": "input_handle",
    "TensorListReserve": "element_shape num_elements | element_dtype:dtype",
    "TensorListSetItem": "input_handle index item | resize_if_index_out_of_bounds:flag",
    "TensorListStack": "input_handle element_shape | element_dtype:dtype num_elements:int",
}
# Those that draw by themselves in TensorFlow.
DRAWS = ("RandomStandardNormal", "RandomUniform", "TruncatedNormal")
# Attributes that a graph calls otherwise than `tf.raw_ops`.
RENAMED = {("Squeeze", "axis"): "squeeze_dims"}
# What `Bitcast` may make.
BITS = ("int32", "uint32", "int64", "uint64")
# All that an attribute may say in letters: ways to pad, orders of axes, equations.
TEXTS = re.compile(r"[A-Za-z_.,>-]{0,60}")


@dataclass(frozen=True, slots=True)
class Operation:
    """The names of its inputs, each with whether it is a list, and of its attributes with kinds."""

    inputs: tuple[tuple[str, bool], ...]
    attributes: Mapping[str, str]
    dtypes: tuple[str, ...] = get_args(DType)


def _operation(row: str) -> Operation:
    inputs, _, attributes = row.partition("|")
    return Operation(
        tuple((name.rstrip("*"), name.endswith("*")) for name in inputs.split()),
        dict(attribute.split(":") for attribute in attributes.split()),
    )


OPERATIONS = {name: _operation(row) for name, row in ROWS.items()}

"""Weights between two exported detectors of which one was trained from the other: what both learnt stays, what only one
believes fades. README.md says what it brought.

python blend.py <old.onnx> <new.onnx> <share of the new, 0 to 1> <target.onnx>
"""
import os
import sys

import onnx
from onnx import numpy_helper


def _weights(model) -> list:
    held = {i.name: i for i in model.graph.initializer}
    return [held[name] for node in model.graph.node if node.op_type == 'Conv' for name in node.input[1:]]


def main(old_file: str, new_file: str, share: str, target: str) -> None:
    old, new, part = onnx.load(old_file), onnx.load(new_file), float(share)
    for before, after in zip(_weights(old), _weights(new), strict=True):
        mixed = (1 - part) * numpy_helper.to_array(before) + part * numpy_helper.to_array(after)
        after.CopyFrom(numpy_helper.from_array(mixed.astype('float32'), after.name))
    onnx.save(new, f'{target}.new')
    os.replace(f'{target}.new', target)


if __name__ == '__main__':
    main(*sys.argv[1:])

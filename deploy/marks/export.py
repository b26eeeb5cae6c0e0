"""python export.py <weights.pt> <marks.onnx | block.onnx>: writes a network for onnxruntime and proves that it answers alike.

The weights are stored in 16 bits, half as large, and are widened once when the network is opened."""
import os
import sys

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper

from network import MarksNet, Readable

SIZE = {2: 'height', 3: 'width'}
LARGEST_BYTES = 2_500_000
WORTH_HALVING = 256  # numbers in one tensor


def load(source: str) -> MarksNet:
    state = torch.load(source, weights_only=True)
    net = MarksNet(planes=state['down1.0.0.weight'].shape[1], kinds=state['heat.weight'].shape[0])
    net.load_state_dict(state)
    return net.eval()


def halve(file: str) -> None:
    model = onnx.load(file)
    graph = model.graph
    for tensor in [t for t in graph.initializer if t.data_type == TensorProto.FLOAT and np.prod(t.dims) >= WORTH_HALVING]:
        half = numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float16), f'{tensor.name}_16')
        graph.node.insert(0, helper.make_node('Cast', [half.name], [tensor.name], to=TensorProto.FLOAT))
        graph.initializer.remove(tensor)
        graph.initializer.append(half)
    onnx.save(model, file)


def main(source: str, target: str) -> None:
    net = load(source)
    readable = Readable(net).eval()
    planes = net.down1[0][0].in_channels
    fresh = f'{target}.new'  # a reader must never see half a file
    names = ['heat', 'box', 'peak']
    torch.onnx.export(readable, torch.rand(1, planes, 256, 320), fresh, input_names=['x'], output_names=names, opset_version=17,
                      dynamic_axes={'x': SIZE, **{n: {2: 'rows', 3: 'columns'} for n in names}})
    halve(fresh)
    page = torch.rand(1, planes, 320, 416)
    with torch.no_grad():
        expected = [o.numpy() for o in readable(page)]
    session = onnxruntime.InferenceSession(fresh, providers=['CPUExecutionProvider'])
    for name, a, b in zip(names, expected, session.run(None, {'x': page.numpy()})):
        np.testing.assert_allclose(a, b, rtol=2e-2, atol=5e-3, err_msg=name)
    if os.path.getsize(fresh) > LARGEST_BYTES:
        raise SystemExit('too large')
    os.replace(fresh, target)
    print(target, os.path.getsize(target), 'bytes')


if __name__ == '__main__':
    main(*sys.argv[1:])

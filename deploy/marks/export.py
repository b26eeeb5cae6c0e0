"""python export.py <weights.pt> <marks.onnx>: writes the network for onnxruntime and proves that it answers alike."""
import os
import sys

import numpy as np
import onnxruntime
import torch

from network import MarksNet, Readable

SIZE = {2: 'height', 3: 'width'}
LARGEST_BYTES = 5_000_000


def main(source: str, target: str) -> None:
    net = MarksNet()
    net.load_state_dict(torch.load(source, weights_only=True))
    readable = Readable(net.eval()).eval()
    fresh = f'{target}.new'  # a reader must never see half a file
    names = ['heat', 'box', 'peak']
    torch.onnx.export(readable, torch.rand(1, 3, 256, 320), fresh, input_names=['x'], output_names=names, opset_version=17,
                      dynamic_axes={'x': SIZE, **{n: {2: 'rows', 3: 'columns'} for n in names}})
    page = torch.rand(1, 3, 320, 416)
    with torch.no_grad():
        expected = [o.numpy() for o in readable(page)]
    session = onnxruntime.InferenceSession(fresh, providers=['CPUExecutionProvider'])
    for name, a, b in zip(names, expected, session.run(None, {'x': page.numpy()})):
        np.testing.assert_allclose(a, b, rtol=1e-3, atol=1e-3, err_msg=name)
    if os.path.getsize(fresh) > LARGEST_BYTES:
        raise SystemExit('larger than 5 MB')
    os.replace(fresh, target)
    print(target, os.path.getsize(target), 'bytes')


if __name__ == '__main__':
    main(*sys.argv[1:])

"""How well signed and unsigned blocks are told apart, asked once and three times, as the reader does.

python evaluate_blocks.py <weights.pt | block.onnx> <folder of block_windows.py> ..."""
import random
import sys
from collections.abc import Callable

import numpy as np
import onnxruntime
import torch

from block_crops import LOOKED_FOR, Windows, example
from train_blocks import block_net

LOOKS = (0, 0), (14, 6), (-14, -6)  # this and the next two as in the reader: libs/documents/src/thresholds.ts
FLOOR = 0.01
THRESHOLDS = 0.5, 0.42, 0.17
Score = tuple[float, str]


def answers(weights: str) -> Callable[[np.ndarray], np.ndarray]:
    """The strongest cell of each kind: of the network in training, or as it is opened by the reader."""
    if weights.endswith('.onnx'):
        session = onnxruntime.InferenceSession(weights, providers=['CPUExecutionProvider'])
        return lambda x: session.run(['heat'], {'x': x})[0][0].max((1, 2))
    net = block_net()
    net.load_state_dict(torch.load(weights, weights_only=True))
    net.eval()
    return lambda x: torch.sigmoid(net(torch.from_numpy(x))[0])[0].amax((1, 2)).numpy()


def agreed(scores: list[float]) -> float:
    """The mean as odds."""
    sure = np.clip(scores, FLOOR, 1 - FLOOR)
    return 1 / (1 + np.exp(-np.log(sure / (1 - sure)).mean()))


def report(name: str, scores: dict[bool, list[Score]]) -> None:
    print(name)
    worst = sorted(scores[False])[::-1]
    for wrong in (0, 1, 2, 4):
        limit = worst[wrong][0] if wrong < len(worst) else 0
        found = sum(s > limit for s, _ in scores[True])
        print(f'  {wrong} wrong of {len(worst)} above {limit:.2f}: {found} of {len(scores[True])}')
    for threshold in THRESHOLDS:
        found, wrong = (sum(s >= threshold for s, _ in scores[there]) for there in (True, False))
        print(f'  from {threshold}: {found} of {len(scores[True])}, {wrong} wrong')
    print('  highest where nothing is', [(round(s, 2), n) for s, n in worst[:8]])
    print('  lowest where it is', [(round(s, 2), n) for s, n in sorted(scores[True])[:30]])


def main(weights: str, *folders: str) -> None:
    torch.set_num_threads(1)
    ask = answers(weights)
    once, thrice = ([{True: [], False: []} for _ in LOOKED_FOR] for _ in range(2))
    with torch.no_grad():
        for window in Windows(list(folders)).all:
            looks = [example(random.Random(0), window, look=look) for look in LOOKS]
            seen = [ask(x[None].astype(np.float32)) for x, *_ in looks]
            for kind, is_there in enumerate(bool(window[1][name]) for name in LOOKED_FOR):
                scores = [float(s[kind]) for s in seen]
                once[kind][is_there].append((scores[0], window[0].stem))
                thrice[kind][is_there].append((agreed(scores), window[0].stem))
    for kind, name in enumerate(LOOKED_FOR):
        report(f'{name}, asked once', once[kind])
        report(f'{name}, asked three times', thrice[kind])


if __name__ == '__main__':
    main(*sys.argv[1:])

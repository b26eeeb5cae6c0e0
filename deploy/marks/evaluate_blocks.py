"""How well signed and unsigned blocks are told apart: python evaluate_blocks.py <weights.pt> <folder of block_windows.py> ..."""
import random
import sys

import numpy as np
import torch

from block_crops import Windows, example
from train_blocks import block_net


def main(weights: str, *folders: str) -> None:
    torch.set_num_threads(1)
    net = block_net()
    net.load_state_dict(torch.load(weights, weights_only=True))
    net.eval()
    scores: dict[bool, list[tuple[float, str]]] = {True: [], False: []}
    with torch.no_grad():
        for window in Windows(list(folders)).all:
            x, *_, signed = example(random.Random(0), window, still=True)
            heat = torch.sigmoid(net(torch.from_numpy(x[None].astype(np.float32)))[0]).max().item()
            scores[bool(signed)].append((heat, window[0].stem))
    worst = sorted(scores[False])[::-1]
    for wrong in (0, 1, 2, 4):
        limit = worst[wrong][0] if wrong < len(worst) else 0
        found = sum(s > limit for s, _ in scores[True])
        print(f'{wrong} wrong of {len(scores[False])} unsigned above {limit:.2f}: {found} of {len(scores[True])} signed')
    print('highest unsigned', [(round(s, 2), n) for s, n in worst[:8]])
    print('lowest signed', [(round(s, 2), n) for s, n in sorted(scores[True])[:30]])


if __name__ == '__main__':
    main(*sys.argv[1:])

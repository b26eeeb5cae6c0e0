"""Trains the second network: is this block signed, where, and does somebody sign for the one named. It begins from a trained detector, whose first layer gets a
plane more, from exported weights, or goes on from an earlier round.

python train_blocks.py --pages <folder of block_windows.py> ... --out <folder> --detector last.pt | --start block.onnx | --resume last.pt"""
import random

import cv2
import numpy as np
import torch

from block_crops import LOOKED_FOR, Windows, example
from fonts import Typefaces
from learning import arguments, batches, learn
from network import MarksNet
from start import load_exported

MEASURED = 18  # examples, to unfold exported weights


def block_net() -> MarksNet:
    return MarksNet(planes=4, kinds=len(LOOKED_FOR))


def from_detector(file: str) -> MarksNet:
    state = torch.load(file, weights_only=True)
    first = state['down1.0.0.weight']
    state['down1.0.0.weight'] = torch.cat([first, torch.zeros_like(first[:, :1])], 1)
    state['heat.weight'], state['heat.bias'] = state['heat.weight'][:len(LOOKED_FOR)], state['heat.bias'][:len(LOOKED_FOR)]
    net = block_net()
    net.load_state_dict(state)
    return net


def main() -> None:
    parser = arguments(__doc__, batch=6)
    parser.add_argument('--detector')
    parser.add_argument('--start')
    parser.add_argument('--fonts', nargs='+', required=True)
    options = parser.parse_args()
    cv2.setNumThreads(1)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    windows, faces = Windows(options.pages), Typefaces(options.fonts, 'tune')

    def examples(chance: random.Random, size: int) -> list[tuple]:
        return [example(chance, window, faces) for window in windows.some(chance, size)]

    net = from_detector(options.detector) if options.detector else block_net()
    if options.start:
        measured = examples(random.Random(options.seed), MEASURED)
        load_exported(net, options.start, torch.from_numpy(np.stack([x for x, *_ in measured]).astype(np.float32)))
    if options.resume:
        net.load_state_dict(torch.load(options.resume, weights_only=True))
    learn(net, batches(examples, options.batch, options.seed), options, windows.look_again)


if __name__ == '__main__':
    main()

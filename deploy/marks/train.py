"""Trains the detector on generated pages.

python train.py --pages <folder[:weight]> ... --out <folder> [--start marks.onnx | --resume last.pt] [--minutes 15]

Without --start and --resume it begins from nothing (then give it two hours)."""
import random

import cv2
import torch

from crops import Pages, example
from learning import arguments, batches, learn
from network import MarksNet
from start import load_exported

SIDE = 288  # a stamp fits in; smaller squares leave time for more steps


def main() -> None:
    parser = arguments(__doc__, batch=16)
    parser.add_argument('--start')
    options = parser.parse_args()
    cv2.setNumThreads(1)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    pages = Pages(options.pages)

    def examples(chance: random.Random, size: int) -> list[tuple]:
        return [example(chance, pages, SIDE) for _ in range(size)]

    ready = batches(examples, options.batch, options.seed)
    net = MarksNet()
    if options.start:
        load_exported(net, options.start, torch.cat([ready.get()[0] for _ in range(3)]))
    if options.resume:
        net.load_state_dict(torch.load(options.resume, weights_only=True))
    learn(net, ready, options, pages.look_again)


if __name__ == '__main__':
    main()

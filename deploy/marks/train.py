"""Trains the detector on generated pages.

python train.py --pages <folder[:weight]> ... --out <folder> [--start marks.onnx | --resume last.pt] [--minutes 15]

Without --start and --resume it begins from nothing (then give it two hours). A checkpoint is kept after each epoch:
<out>/<epoch>.pt, the running mean of the weights, which measures better than the weights of any one step.
"""
import argparse
import copy
import math
import queue
import random
import threading
import time
from pathlib import Path

import cv2
import numpy as np
import torch

from crops import Pages, example
from network import LOG_SIDE, STRIDE, MarksNet
from start import load_exported

cv2.setNumThreads(1)
SIDE = 288  # a stamp fits in; smaller squares leave time for more steps
MEMORY = 0.985  # of the running mean of the weights


def batches(pages: Pages, size: int, seed: int) -> queue.Queue:
    """Two threads cut examples while the network learns. Their order of arrival is not fixed: a training repeats in
    its figures, not bit for bit."""
    ready: queue.Queue = queue.Queue(6)

    def fill(own_seed: int) -> None:
        chance = random.Random(own_seed)
        while True:
            examples = [example(chance, pages, SIDE) for _ in range(size)]
            ready.put([torch.from_numpy(np.stack(part).astype(np.float32)) for part in zip(*examples)])

    for i in range(2):
        threading.Thread(target=fill, args=(seed * 2 + i,), daemon=True).start()
    return ready


def heat_loss(logits, heat, counted):
    """Focal loss on centres; cells near a centre are forgiven (CenterNet)."""
    p = torch.sigmoid(logits).clamp(1e-5, 1 - 1e-5)
    centre = (heat == 1).float() * counted
    hit = -(1 - p)**2 * torch.log(p) * centre
    wrong = -(1 - heat)**4 * p**2 * torch.log(1 - p) * (1 - centre) * counted
    return (hit.sum() + wrong.sum()) / centre.sum().clamp(min=1)


def box_loss(sides, wanted, weight):
    """Generalised IoU of the boxes seen from the same cell."""
    found = torch.exp(sides.clamp(*LOG_SIDE)) * STRIDE
    low, high = torch.minimum(found, wanted), torch.maximum(found, wanted)
    common = (low[:, 0] + low[:, 2]) * (low[:, 1] + low[:, 3])
    hull = (high[:, 0] + high[:, 2]) * (high[:, 1] + high[:, 3])
    sizes = sum((s[:, 0] + s[:, 2]) * (s[:, 1] + s[:, 3]) for s in (found, wanted))
    union = (sizes - common).clamp(min=1)
    gain = common / union - (hull - union) / hull.clamp(min=1)
    return ((1 - gain) * weight).sum() / weight.sum().clamp(min=1)


def remember(mean: MarksNet, net: MarksNet) -> None:
    new = net.state_dict()
    for name, value in mean.state_dict().items():
        if value.dtype.is_floating_point:
            value.mul_(MEMORY).add_(new[name], alpha=1 - MEMORY)
        else:
            value.copy_(new[name])


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument('--pages', nargs='+', required=True)
    parser.add_argument('--out', type=Path, required=True)
    parser.add_argument('--start')
    parser.add_argument('--resume')
    parser.add_argument('--minutes', type=float, default=15)
    parser.add_argument('--batch', type=int, default=16)
    parser.add_argument('--epoch', type=int, default=100, help='steps between checkpoints')
    parser.add_argument('--rate', type=float, default=1e-3)
    parser.add_argument('--threads', type=int, default=2)
    parser.add_argument('--seed', type=int, default=1)
    return parser.parse_args()


def main() -> None:
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    pages = Pages(options.pages)
    ready = batches(pages, options.batch, options.seed)
    net = MarksNet()
    if options.start:
        load_exported(net, options.start, torch.cat([ready.get()[0] for _ in range(3)]))
    if options.resume:
        net.load_state_dict(torch.load(options.resume, weights_only=True))
    net = net.to(memory_format=torch.channels_last).train()
    mean = copy.deepcopy(net).eval()
    optimiser = torch.optim.AdamW(net.parameters(), options.rate, weight_decay=1e-3)
    begun, step, sums = time.time(), 0, [0.0, 0.0]
    while (done := (time.time() - begun) / 60 / options.minutes) < 1:
        optimiser.param_groups[0]['lr'] = options.rate * min(1, (step + 1) / 40) * (0.5 + 0.5 * math.cos(math.pi * done))
        x, heat, counted, wanted, weight = ready.get()
        with torch.autocast('cpu', torch.bfloat16):
            logits, sides = net(x.to(memory_format=torch.channels_last))
        losses = heat_loss(logits.float(), heat, counted), box_loss(sides.float(), wanted, weight)
        (losses[0] + 0.7 * losses[1]).backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        optimiser.zero_grad()
        remember(mean, net)
        sums = [s + loss.item() for s, loss in zip(sums, losses)]
        step += 1
        if step % 25 == 0:
            print(step, f'heat {sums[0] / 25:.3f} box {sums[1] / 25:.3f} {time.time() - begun:.0f} s', flush=True)
            sums = [0.0, 0.0]
        if step % options.epoch == 0:
            torch.save(mean.state_dict(), options.out / f'{step // options.epoch}.pt')
            pages.look_again()
    torch.save(mean.state_dict(), options.out / 'last.pt')
    print(f'{step} steps in {time.time() - begun:.0f} s')


if __name__ == '__main__':
    main()

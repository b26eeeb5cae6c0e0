"""The training loop of both networks."""
import argparse
import copy
import math
import queue
import random
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from network import LOG_SIDE, STRIDE, MarksNet

MEMORY = 0.985  # of the running mean of the weights
WARMING = 40  # steps


def arguments(description: str, batch: int) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--pages', nargs='+', required=True)
    parser.add_argument('--out', type=Path, required=True)
    parser.add_argument('--resume')
    parser.add_argument('--minutes', type=float, default=15)
    parser.add_argument('--batch', type=int, default=batch)
    parser.add_argument('--epoch', type=int, default=100, help='steps between checkpoints')
    parser.add_argument('--rate', type=float, default=1e-3)
    parser.add_argument('--threads', type=int, default=2)
    parser.add_argument('--seed', type=int, default=1)
    return parser


def batches(examples: Callable[[random.Random, int], list[tuple]], size: int, seed: int) -> queue.Queue:
    """Two threads cut examples while the network learns. Their order of arrival is not fixed: a training repeats in
    its figures, not bit for bit."""
    ready: queue.Queue = queue.Queue(6)

    def fill(own_seed: int) -> None:
        chance = random.Random(own_seed)
        while True:
            ready.put([torch.from_numpy(np.stack(part).astype(np.float32)) for part in zip(*examples(chance, size))])

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


def whole_loss(logits, signed):
    """The answer for a whole picture is its strongest cell, kind by kind."""
    return F.binary_cross_entropy_with_logits(logits.flatten(2).amax(2), signed)


def remember(mean: MarksNet, net: MarksNet) -> None:
    new = net.state_dict()
    for name, value in mean.state_dict().items():
        if value.dtype.is_floating_point:
            value.mul_(MEMORY).add_(new[name], alpha=1 - MEMORY)
        else:
            value.copy_(new[name])


def learn(net: MarksNet, ready: queue.Queue, options: argparse.Namespace, after_epoch: Callable[[], None]) -> None:
    """Batches are (picture, heat, counted, sides, weight of the sides) and, for the second network, whether the whole
    picture holds what it looks for. A checkpoint is kept after each epoch: <out>/<epoch>.pt, the running mean of the
    weights, which measures better than the weights of any one step."""
    options.out.mkdir(parents=True, exist_ok=True)
    net = net.to(memory_format=torch.channels_last).train()
    mean = copy.deepcopy(net).eval()
    optimiser = torch.optim.AdamW(net.parameters(), options.rate, weight_decay=1e-3)
    begun, step, sums = time.time(), 0, np.zeros(3)
    while (done := (time.time() - begun) / 60 / options.minutes) < 1:
        optimiser.param_groups[0]['lr'] = options.rate * min(1, (step + 1) / WARMING) * (0.5 + 0.5 * math.cos(math.pi * done))
        x, heat, counted, wanted, weight, *signed = ready.get()
        with torch.autocast('cpu', torch.bfloat16):
            logits, sides = net(x.to(memory_format=torch.channels_last))
        logits, sides = logits.float(), sides.float()
        losses = [heat_loss(logits, heat, counted), 0.7 * box_loss(sides, wanted, weight), *(whole_loss(logits, s) for s in signed)]
        sum(losses).backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimiser.step()
        optimiser.zero_grad()
        remember(mean, net)
        sums[:len(losses)] += [loss.item() for loss in losses]
        step += 1
        if step % 25 == 0:
            print(step, 'heat {:.3f} box {:.3f} whole {:.3f}'.format(*sums / 25), f'{time.time() - begun:.0f} s', flush=True)
            sums[:] = 0
        if step % options.epoch == 0:
            torch.save(mean.state_dict(), options.out / f'{step // options.epoch}.pt')
            after_epoch()
    torch.save(mean.state_dict(), options.out / 'last.pt')
    print(f'{step} steps in {time.time() - begun:.0f} s')

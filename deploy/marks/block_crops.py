"""Training examples for the second network: the window around a block, where the block stands in it, its own signature, and the
stroke or «за» before its position with which somebody signs for the one who is named."""
import json
import random
from pathlib import Path

import cv2
import numpy as np

from added_ink import A4_MM, with_more_ink
from block_window import middle, window_size
from crops import Wanted, toned
from dice import Dice
from fonts import Typefaces
from poor_copies import poorer

UNSIGNED = 0.55  # share of the examples before some of them are signed
POOR_NOW = 0.55  # share that a poor machine copies again
VISIBLE = 25  # how much darker than paper ink is at least
STILL_SEEN = 0.5  # of the ink at a signature
LOOKED_FOR = ('own', 'for')  # what the network sees, in the order of its answers


class Windows:
    def __init__(self, folders: list[str]):
        self.folders = [Path(f) for f in folders]
        self.look_again()

    def look_again(self) -> None:
        files = [f for folder in self.folders for f in sorted(folder.glob('*.json'))]
        self.all = [(f, json.loads(f.read_text())) for f in files]

    def some(self, chance: random.Random, size: int) -> list[tuple[Path, dict]]:
        """Of one form, so that their windows are as large."""
        is_approval = chance.random() < 0.4
        form = [w for w in self.all if (w[1]['role'] == 'approval') == is_approval]
        signed, unsigned = ([w for w in form if (w[1]['own'] is not None) == wanted] for wanted in (True, False))
        return [chance.choice(unsigned if chance.random() < UNSIGNED else signed) for _ in range(size)]


def plane(block: list[float], width: int, height: int) -> np.ndarray:
    """1 where the block stands."""
    there = np.zeros((height, width), np.float32)
    x0, y0, x1, y1 = (max(0, round(v)) for v in block)
    there[y0:y1, x0:x1] = 1
    return there


def _misread(chance: random.Random, block: np.ndarray) -> np.ndarray:
    """As recognition sees it: a heading, a date or half of a position may be lost, a line too many taken in."""
    shift = np.array([chance.gauss(0, 1.5), chance.gauss(0, 1), chance.gauss(0, 1.5), chance.gauss(0, 1)]) * A4_MM
    tall = block[3] - block[1]
    if chance.random() < 0.2:
        shift[1] += chance.uniform(0, 0.4) * tall
    if chance.random() < 0.12:
        shift[3] -= chance.uniform(0, 0.25) * tall
    return block + shift


def _marks(picture: np.ndarray, box: list[float]) -> int:
    """Pixels of a place that are clearly darker than the paper."""
    x0, y0, x1, y1 = (max(0, round(v)) for v in box)
    grey = cv2.GaussianBlur(cv2.cvtColor(picture[y0:y1 + 1, x0:x1 + 1], cv2.COLOR_BGR2GRAY), (0, 0), 1)
    return int((grey < np.percentile(grey, 90) - VISIBLE).sum())


def copied_again(chance: random.Random, picture: np.ndarray, truth: dict) -> np.ndarray:
    """All ink drawn onto a scan is crisper than its print: a poor machine makes them alike. It must not wipe out what is to be seen."""
    if chance.random() > POOR_NOW:
        return picture
    copy = poorer(Dice(chance.randrange(2**31)), picture)
    boxes = [truth[name] for name in LOOKED_FOR if truth[name]]
    is_lost = any(_marks(copy, box) < STILL_SEEN * _marks(picture, box) for box in boxes)
    return picture if is_lost else copy


def example(chance: random.Random, window: tuple[Path, dict], faces: Typefaces | None = None, look: tuple[int, int] | None = None) -> tuple[np.ndarray, ...]:
    """@param look as the product sees it, for measuring: the window moved so far"""
    file, truth = window
    picture = cv2.imread(str(file.with_suffix('.jpg')))
    if faces:
        picture, truth = with_more_ink(chance, faces, picture, truth)
        picture = copied_again(chance, picture, truth)
    width, height = window_size(truth['role'], A4_MM)
    scale = 1 if look else chance.uniform(0.85, 1.15)
    stretch = scale if look else scale * chance.uniform(0.93, 1.07)
    dx, dy = look or (chance.uniform(-26, 26), chance.uniform(-22, 22))
    block = np.array(truth['block'])
    x, y = middle(truth['block'], A4_MM) + np.array([dx, dy])
    flow = np.array([[stretch, 0, width / 2 - stretch * x], [0, scale, height / 2 - scale * y]])
    cut = cv2.warpAffine(picture, flow, (width, height), flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255))
    factor, shift = np.array([stretch, scale] * 2), np.tile(flow[:, 2], 2)
    cut, block = (cut, block) if look else (toned(chance, cut), _misread(chance, block))
    wanted = Wanted(width, height, kinds=len(LOOKED_FOR))
    is_there = [bool(truth[name]) and wanted.add(kind, np.array(truth[name]) * factor + shift) for kind, name in enumerate(LOOKED_FOR)]
    x = np.concatenate([(255 - cut.transpose(2, 0, 1)) / 255, plane(block * factor + shift, width, height)[None]])
    return x, wanted.heat, wanted.counted, wanted.sides, wanted.boxed, np.float32(is_there)

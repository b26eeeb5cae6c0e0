"""Training examples for the second network: the window around a block, where the block stands in it, its own signature, and the
stroke or «за» before its position with which somebody signs for the one who is named."""
import json
import random
from pathlib import Path

import cv2
import numpy as np

from block_window import middle, window_size
from crops import Wanted, toned
from dice import Dice
from finds import LONG_SIDE
from fonts import Typefaces
from ink import draw_strokes, pen_colour, put, shaken, text_mask
from pages import sign_at
from stamps import stamp

A4_MM = LONG_SIDE / 297  # pixels of a page of A4
UNSIGNED = 0.55  # share of the examples before some of them are signed
SIGNED_NOW, STAMPED_NOW = 0.35, 0.35  # shares that get a signature of another making, or a stamp
FOR_NOW = 0.15  # share that is signed for somebody
LOOKED_FOR = ('own', 'for')  # what the network sees, in the order of its answers
COLOURLESS = 4  # mean difference of the channels below which a scan has no colour


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


def _place_to_sign(chance: random.Random, role: str, block: list[float]) -> tuple[float, float]:
    x0, y0, x1, y1 = block
    if role == 'approval':
        return chance.uniform(x0 - 25 * A4_MM, x0 + 0.5 * (x1 - x0)), chance.uniform(0.5 * (y0 + y1), y1 - 2 * A4_MM)
    return x0 + chance.uniform(0.35, 0.75) * (x1 - x0), chance.uniform(y0, y1)


def sign_for(dice: Dice, faces: Typefaces, picture: np.ndarray, block: list[float]) -> list[float] | None:
    """A slanted stroke or «за» by hand, left of the position."""
    x, y = block[0] - dice.uniform(1, 4) * A4_MM, block[1] + dice.uniform(0, 0.6) * (block[3] - block[1])
    if dice.chance(0.5):
        tall = dice.uniform(4, 11) * A4_MM
        lean = dice.uniform(0.15, 0.8) * tall
        stroke = np.array([(x, y - tall / 2), (x - lean * dice.uniform(0.4, 0.6), y + dice.uniform(-0.1, 0.1) * tall), (x - lean, y + tall / 2)])
        return draw_strokes(dice, picture, [stroke], pen_colour(dice), dice.uniform(0.15, 0.5) * A4_MM, dice.choice((1, 1, 0.8, 0.6)))
    word = text_mask(faces.hand_file(dice), dice.choice(('за', 'За', 'үшін')), round(dice.uniform(4, 8) * A4_MM))
    mask = shaken(dice, word, dice.uniform(0.005, 0.03))
    rows, columns = np.where(mask > 0.2)
    left, top = int(x - columns.max()), int(y - mask.shape[0] / 2)
    put(picture, mask * dice.uniform(0.6, 1), left, top, pen_colour(dice))
    return [left + int(columns.min()), top + int(rows.min()), left + int(columns.max()) + 1, top + int(rows.max()) + 1]


def with_more_ink(chance: random.Random, faces: Typefaces, picture: np.ndarray, truth: dict) -> tuple[np.ndarray, dict]:
    """Other hands than those of the papers sign some blocks that nobody signed, and other stamps lie on some: a stamp
    alone must never look like a signature, and a signature under a stamp still like one."""
    dice, paper = Dice(chance.randrange(2**31)), picture
    picture = picture.copy()
    x, y = _place_to_sign(chance, truth['role'], truth['block'])
    if not truth['own'] and chance.random() < SIGNED_NOW:
        truth = {**truth, 'own': sign_at(dice, picture, A4_MM, x, y)}
    if not truth['for'] and chance.random() < FOR_NOW:
        truth = {**truth, 'for': sign_for(dice, faces, picture, truth['block'])}
    if chance.random() < STAMPED_NOW:
        stamp(dice, faces, picture, A4_MM, x + chance.gauss(0, 9) * A4_MM, y + chance.gauss(0, 6) * A4_MM)
    if np.ptp(paper.astype(int), axis=2).mean() < COLOURLESS:
        picture = np.repeat(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)[..., None], 3, 2)
    return picture, truth


def example(chance: random.Random, window: tuple[Path, dict], faces: Typefaces | None = None, still: bool = False) -> tuple[np.ndarray, ...]:
    """@param still as the product sees it, for measuring"""
    file, truth = window
    picture = cv2.imread(str(file.with_suffix('.jpg')))
    if faces:
        picture, truth = with_more_ink(chance, faces, picture, truth)
    width, height = window_size(truth['role'], A4_MM)
    scale = 1 if still else chance.uniform(0.85, 1.15)
    stretch = scale if still else scale * chance.uniform(0.93, 1.07)
    dx, dy = (0, 0) if still else (chance.uniform(-26, 26), chance.uniform(-22, 22))
    block = np.array(truth['block'])
    x, y = middle(truth['block'], A4_MM) + np.array([dx, dy])
    flow = np.array([[stretch, 0, width / 2 - stretch * x], [0, scale, height / 2 - scale * y]])
    cut = cv2.warpAffine(picture, flow, (width, height), flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255))
    factor, shift = np.array([stretch, scale] * 2), np.tile(flow[:, 2], 2)
    cut, block = (cut, block) if still else (toned(chance, cut), _misread(chance, block))
    wanted = Wanted(width, height, kinds=len(LOOKED_FOR))
    is_there = [bool(truth[name]) and wanted.add(kind, np.array(truth[name]) * factor + shift) for kind, name in enumerate(LOOKED_FOR)]
    x = np.concatenate([(255 - cut.transpose(2, 0, 1)) / 255, plane(block * factor + shift, width, height)[None]])
    return x, wanted.heat, wanted.counted, wanted.sides, wanted.boxed, np.float32(is_there)

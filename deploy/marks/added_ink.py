"""Ink drawn onto the window of a scan, by which a paper becomes many examples for the second network."""
import random

import cv2
import numpy as np

from dice import Dice
from finds import LONG_SIDE
from fonts import Typefaces
from ink import draw_strokes, pen_colour, put, shaken, text_mask
from pages import sign_at
from pen_clutter import PenClutter
from stamps import stamp

A4_MM = LONG_SIDE / 297  # pixels of a page of A4
SIGNED_NOW, STAMPED_NOW = 0.4, 0.5  # shares that get a signature of another making, or a stamp
ONE_INK = 0.55  # share of these stamps that are of the colour of the pen
CLUTTERED_NOW = 0.1  # share with a tick or a date by hand
BESIDE_NOW = 0.15  # share of the blocks in lists that get a signed neighbour
FOR_NOW = 0.15  # share that is signed for somebody
COLOURLESS = 4  # mean difference of the channels below which a scan has no colour


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


def _clutter(dice: Dice, faces: Typefaces, picture: np.ndarray, block: list[float]) -> None:
    """A tick beside the position and a date by hand: neither signs, and neither signs for somebody."""
    x0, y0, x1, y1 = block
    clutter = PenClutter(dice, faces, picture, A4_MM)
    if dice.chance(0.5):
        clutter.tick(x0 - dice.uniform(3, 14) * A4_MM, dice.uniform(y0, y1))
    else:
        clutter.dates_for(dice.uniform(x0, x1 - 10 * A4_MM), dice.uniform(y1 - 6 * A4_MM, y1 + 5 * A4_MM))


def _neighbour(dice: Dice, picture: np.ndarray, x: float, block: list[float]) -> None:
    """The signature of the one who stands above or below in a list."""
    away = dice.uniform(7.5, 15) * A4_MM
    sign_at(dice, picture, A4_MM, x, block[1] - away if dice.chance(0.5) else block[3] + away, pen_colour(dice), tallest=dice.uniform(8, 13))


def _colour(picture: np.ndarray) -> float:
    blue, green, red = cv2.split(picture)
    return float(cv2.subtract(cv2.max(cv2.max(blue, green), red), cv2.min(cv2.min(blue, green), red)).mean())


def with_more_ink(chance: random.Random, faces: Typefaces, picture: np.ndarray, truth: dict) -> tuple[np.ndarray, dict]:
    """Other hands than those of the papers sign some blocks that nobody signed, and other stamps lie on some: a stamp
    alone must never look like a signature, and a signature under a stamp of the same ink still like one."""
    dice, paper = Dice(chance.randrange(2**31)), picture
    picture = picture.copy()
    x, y = _place_to_sign(chance, truth['role'], truth['block'])
    ink = pen_colour(dice)
    if not truth['own'] and chance.random() < SIGNED_NOW:
        truth = {**truth, 'own': sign_at(dice, picture, A4_MM, x, y, ink)}
    if not truth['for'] and chance.random() < FOR_NOW:
        truth = {**truth, 'for': sign_for(dice, faces, picture, truth['block'])}
    if truth['own']:
        x, y = (truth['own'][0] + truth['own'][2]) / 2, (truth['own'][1] + truth['own'][3]) / 2
    if chance.random() < STAMPED_NOW:
        stamp(dice, faces, picture, A4_MM, x + chance.gauss(0, 9) * A4_MM, y + chance.gauss(0, 6) * A4_MM, ink if chance.random() < ONE_INK else None)
    if truth['role'] != 'approval' and chance.random() < BESIDE_NOW:
        _neighbour(dice, picture, x, truth['block'])
    if chance.random() < CLUTTERED_NOW:
        _clutter(dice, faces, picture, truth['block'])
    if _colour(paper) < COLOURLESS:
        picture = np.repeat(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)[..., None], 3, 2)
    return picture, truth

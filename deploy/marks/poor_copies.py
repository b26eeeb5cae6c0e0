"""What poor copiers, fax machines, printers, telephones and screens do to a window that is a scan already: a copy of a copy. Nothing moves,
so that boxes stay where they are."""
import cv2
import numpy as np
from PIL import Image

from dice import Dice

DOTS = np.array([[12, 5, 6, 13], [4, 0, 1, 7], [11, 3, 2, 8], [15, 10, 9, 14]])  # a dot grows from its middle, as in printing
CLEAR = 25  # so much brighter than the limit paper is, or all of it is grains


def _grey(picture: np.ndarray) -> np.ndarray:
    return cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)


def _coloured(grey: np.ndarray) -> np.ndarray:
    return np.repeat(np.clip(grey, 0, 255).astype(np.uint8)[..., None], 3, 2)


def _sized(picture: np.ndarray, across: float, down: float) -> np.ndarray:
    way = cv2.INTER_AREA if across * down < 1 else cv2.INTER_CUBIC
    return cv2.resize(picture, (round(picture.shape[1] * across), round(picture.shape[0] * down)), interpolation=way)


def _as_before(picture: np.ndarray, before: np.ndarray) -> np.ndarray:
    smaller = picture.shape[0] * picture.shape[1] > before.shape[0] * before.shape[1]
    return cv2.resize(picture, before.shape[1::-1], interpolation=cv2.INTER_AREA if smaller else cv2.INTER_LINEAR)


def _noisy(dice: Dice, grey: np.ndarray, strength: float, size: float = 0.7) -> np.ndarray:
    grain = cv2.GaussianBlur(dice.noise.standard_normal(grey.shape[:2], np.float32), (0, 0), size)
    return grey + grain * strength / max(grain.std(), 1e-3)


def _black_and_white(dice: Dice, grey: np.ndarray) -> np.ndarray:
    """As a machine chooses the limit: from the print. What is paler, a stamp or a ball pen, is lost in pieces."""
    limit, _ = cv2.threshold(grey, 0, 255, cv2.THRESH_OTSU)
    limit = min(limit + dice.uniform(-15, 45), np.median(grey) - CLEAR)
    return (_noisy(dice, grey, dice.uniform(3, 20)) > limit).astype(np.uint8) * 255


def _specks(dice: Dice, picture: np.ndarray) -> None:
    height, width = picture.shape[:2]
    for _ in range(int(dice.uniform(5, 120))):
        place = int(dice.uniform(0, width)), int(dice.uniform(0, height))
        cv2.circle(picture, place, dice.choice((0, 0, 1)), dice.uniform(0, 120), -1)


def copied(dice: Dice, picture: np.ndarray) -> np.ndarray:
    """Toner has no greys: black or nothing, ink spread, specks."""
    finer = dice.uniform(1.2, 2)
    grey = _black_and_white(dice, cv2.GaussianBlur(_sized(_grey(picture), finer, finer), (0, 0), dice.uniform(0.6, 1.8)))
    if dice.chance(0.4):
        grey = cv2.erode(grey, np.ones((2, 2)))
    if dice.chance(0.6):
        _specks(dice, grey)
    return _coloured(_as_before(cv2.GaussianBlur(grey, (0, 0), dice.uniform(0.4, 1.2)), picture))


def faxed(dice: Dice, picture: np.ndarray) -> np.ndarray:
    lines = dice.choice((98, 196)) / 120
    grey = _black_and_white(dice, _sized(_grey(picture), 204 / 120, lines))
    for _ in range(dice.randint(0, 4)):
        y = int(dice.uniform(1, len(grey)))
        grey[y] = grey[y - 1]
    return _coloured(_as_before(grey, picture))


def halftoned(dice: Dice, picture: np.ndarray) -> np.ndarray:
    """Greys become dots: in rows, or spread by chance."""
    finer = dice.uniform(1.25, 2.2)
    grey = _sized(_grey(picture), finer, finer)
    if dice.chance(0.5):
        dots = np.array(Image.fromarray(grey).convert('1'), np.uint8) * 255
    else:
        limits = (np.tile(DOTS, (grey.shape[0] // 4 + 1, grey.shape[1] // 4 + 1))[:grey.shape[0], :grey.shape[1]] + 0.5) * 16
        dots = (grey > 255 - limits).astype(np.uint8) * 255
    return _coloured(_as_before(cv2.GaussianBlur(dots, (0, 0), dice.uniform(0.3, 1)), picture))


def _lit(dice: Dice, x: np.ndarray) -> np.ndarray:
    """Light from a side, the colour of a lamp."""
    height, width = x.shape[:2]
    across, down = (np.linspace(dice.uniform(0.65, 1), dice.uniform(0.65, 1), side, dtype=np.float32) for side in (width, height))
    lamp = np.array([dice.uniform(0.8, 1.05), dice.uniform(0.93, 1), dice.uniform(0.88, 1.03)], np.float32)
    return x * across[None, :, None] * down[:, None, None] * lamp


def photographed(dice: Dice, picture: np.ndarray) -> np.ndarray:
    x = _lit(dice, cv2.GaussianBlur(picture, (0, 0), dice.uniform(0.4, 1.2)).astype(np.float32))
    x = 128 + (x - 128) * dice.uniform(0.6, 1.1) + dice.uniform(-15, 15)
    return np.clip(x + dice.noise.standard_normal(x.shape, np.float32) * dice.uniform(1, 8), 0, 255).astype(np.uint8)


def from_screen(dice: Dice, picture: np.ndarray) -> np.ndarray:
    """The dots of a screen seen by those of a camera: a grid and slow waves of colour."""
    y, x = np.mgrid[:picture.shape[0], :picture.shape[1]].astype(np.float32)
    pitch, depth, angle = dice.uniform(2.1, 4.5), dice.uniform(0.05, 0.22), dice.gauss(0, 0.03)
    grid = (1 - depth / 2 + depth / 2 * np.cos(2 * np.pi * (x + y * angle) / pitch)) * (1 - depth / 2 + depth / 2 * np.cos(2 * np.pi * (y - x * angle) / pitch))
    slow, deep = dice.uniform(15, 90), dice.uniform(0.01, 0.06)
    waves = [1 - deep + deep * np.cos((x * dice.uniform(-1, 1) + y) / slow + phase) for phase in (0, 2, 4)]
    return photographed(dice, np.clip(picture * grid[..., None] * np.stack(waves, -1), 0, 255).astype(np.uint8))


def shone_through(dice: Dice, picture: np.ndarray) -> np.ndarray:
    """Thin paper: its other side, or a stain."""
    x = picture.astype(np.float32)
    if dice.chance(0.6):
        back = cv2.GaussianBlur(picture[:, ::-1], (0, 0), dice.uniform(1, 2.5))
        return np.clip(x - (255 - back) * dice.uniform(0.06, 0.25), 0, 255).astype(np.uint8)
    patches = cv2.resize(dice.noise.random((4, 6), np.float32), picture.shape[1::-1], interpolation=cv2.INTER_CUBIC)[..., None]
    stain = np.array([dice.uniform(0.2, 0.5), dice.uniform(0.1, 0.25), dice.uniform(0.03, 0.15)], np.float32)
    return np.clip(x * (1 - np.clip(patches - 0.3, 0, 1) * stain), 0, 255).astype(np.uint8)


def faded(dice: Dice, picture: np.ndarray) -> np.ndarray:
    """A cartridge at its end, or a glass out of focus, stored in few pixels."""
    coarser = dice.uniform(0.6, 1)
    small = _sized(picture, coarser, coarser) if coarser < 0.95 else picture
    x = cv2.GaussianBlur(_as_before(small, picture), (0, 0), dice.uniform(0.3, 1.4)).astype(np.float32)
    x = 255 - (255 - x) * dice.uniform(0.4, 0.9)
    return np.clip(_noisy(dice, x.transpose(2, 0, 1).mean(0), dice.uniform(1, 10))[..., None] + x - x.mean(2, keepdims=True), 0, 255).astype(np.uint8)


def _packed(dice: Dice, picture: np.ndarray) -> np.ndarray:
    return cv2.imdecode(cv2.imencode('.jpg', picture, [cv2.IMWRITE_JPEG_QUALITY, dice.randint(18, 75)])[1], cv2.IMREAD_COLOR)


MACHINES = {copied: 3.5, faxed: 1.5, halftoned: 2.5, photographed: 1.5, from_screen: 1.5, shone_through: 1.2, faded: 1.5}


def poorer(dice: Dice, picture: np.ndarray) -> np.ndarray:
    """One machine, often a second one."""
    for _ in range(dice.choice((1, 1, 1, 2, 2))):
        picture = dice.pick(MACHINES)(dice, picture)
    return _packed(dice, picture) if dice.chance(0.5) else picture

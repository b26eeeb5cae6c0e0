"""Ink on paper: how a mask of pen, print or stamp darkens the picture below it."""
import math

import cv2
import numpy as np
from PIL import Image, ImageDraw

from dice import Dice
from fonts import typeface

FINER = 3  # pen lines are thinner than a pixel: draw larger, then shrink
INKS = {'blue': (170, 75, 45), 'dark blue': (110, 40, 25), 'violet': (140, 45, 85), 'black': (45, 42, 42),
        'grey': (110, 110, 110)}


def pen_colour(dice: Dice, name: str | None = None) -> tuple:
    name = name or dice.pick({'blue': 0.42, 'dark blue': 0.15, 'violet': 0.07, 'black': 0.24, 'grey': 0.12})
    colour = [max(0, min(255, c + dice.uniform(-25, 45))) for c in INKS[name]]
    if name in ('black', 'grey'):
        colour = [sum(colour) / 3 + dice.uniform(-4, 4)] * 3
    return tuple(colour)


def put(image: np.ndarray, mask: np.ndarray, left: int, top: int, colour) -> None:
    """Multiplies the picture by the ink where the mask (0 to 1) says so; what lies outside the page is lost."""
    height, width = image.shape[:2]
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(width, left + mask.shape[1]), min(height, top + mask.shape[0])
    if x1 <= x0 or y1 <= y0:
        return
    part = image[y0:y1, x0:x1].astype(np.float32)
    cover = mask[y0 - top:y1 - top, x0 - left:x1 - left, None]
    image[y0:y1, x0:x1] = np.clip(part * (1 - cover) + part * np.array(colour, np.float32) / 255 * cover, 0, 255)


def worn(dice: Dice, mask: np.ndarray) -> np.ndarray:
    """Uneven flow of ink."""
    grain = cv2.GaussianBlur(dice.noise.random(mask.shape, np.float32), (0, 0), 1.3)
    return mask * np.clip(dice.uniform(0.75, 1.1) - (grain - 0.5) * dice.uniform(0, 1.6), 0, 1)


def pen_mask(dice: Dice, strokes: list[np.ndarray], pen: float) -> tuple[np.ndarray, np.ndarray]:
    """Mask of strokes in pixels and the place of its corner. Fast movements leave thinner lines."""
    everything = np.vstack(strokes)
    corner = np.floor(everything.min(0)) - 4
    width, height = np.minimum(np.ceil(everything.max(0) - corner).astype(int) + 5, (1000, 700))
    mask = np.zeros((height * FINER, width * FINER), np.uint8)
    thinning = dice.uniform(0.5, 1)
    for stroke in strokes:
        points = (stroke - corner) * FINER
        speed = np.r_[0, np.hypot(*np.diff(points, axis=0).T)]
        speed = np.convolve(speed, np.ones(5) / 5, 'same')
        line = pen * FINER * np.clip(1.45 - thinning * speed / (speed.mean() * 1.5 + 1e-6), 0.35, 1.5)
        whole = points.round().astype(int)
        for a, b, wide in zip(whole, whole[1:], line[1:]):
            cv2.line(mask, (int(a[0]), int(a[1])), (int(b[0]), int(b[1])), 255, max(1, round(float(wide))), cv2.LINE_AA)
    small = cv2.resize(mask, (int(width), int(height)), interpolation=cv2.INTER_AREA)
    return small.astype(np.float32) / 255, corner


def draw_strokes(dice: Dice, image, strokes, colour, pen: float, strength: float) -> list[float] | None:
    mask, corner = pen_mask(dice, strokes, pen)
    mask = worn(dice, mask) * strength
    rows, columns = np.where(mask > 0.2 * strength)
    if len(rows) < 20:
        return None
    left, top = int(corner[0]), int(corner[1])
    put(image, mask, left, top, colour)
    return [left + columns.min(), top + rows.min(), left + columns.max() + 1, top + rows.max() + 1]


def text_mask(file: str, text: str, size: int, finer: int = 1) -> np.ndarray:
    face = typeface(file, size * finer)
    box = face.getbbox(text)
    picture = Image.new('L', (int(box[2] - box[0]) + 8, int(box[3] - box[1]) + 8), 0)
    ImageDraw.Draw(picture).text((4 - box[0], 4 - box[1]), text, fill=255, font=face)
    return np.array(picture, np.float32) / 255


def shaken(dice: Dice, mask: np.ndarray, amount: float) -> np.ndarray:
    """Bends a written word, as no hand writes a letter twice alike."""
    height, width = mask.shape
    mask = cv2.copyMakeBorder(mask, height // 2, height // 2, height, height, cv2.BORDER_CONSTANT, value=0)
    y, x = np.mgrid[:mask.shape[0], :mask.shape[1]].astype(np.float32)
    for axis in (x, y):
        grid = dice.noise.standard_normal((4, max(4, 2 * width // height)), np.float32)
        axis += cv2.resize(grid, (mask.shape[1], mask.shape[0]), interpolation=cv2.INTER_CUBIC) * height * amount
    x += (y - mask.shape[0] / 2) * dice.uniform(-0.1, 0.5)
    y += (x - mask.shape[1] / 2) * math.tan(math.radians(dice.uniform(-1, 5)))
    return cv2.remap(mask, x, y, cv2.INTER_LINEAR)

"""Generated pages with marks and their boxes.

python pages.py --out <folder> --pages 500 --seed 1 --family tune --fonts <folder> [<folder> ...]

Writes <seed>-<n>.jpg (long side 1404 pixels) and .json: a list of { kind, box } in its pixels.
"""
import argparse
import json
import math
from pathlib import Path

import cv2
import numpy as np

import drawings
import layouts
import print_clutter
import words
from dice import Dice
from finds import to_size
from fonts import Typefaces
from ink import draw_strokes, pen_colour, put, shaken, text_mask, worn
from pen_clutter import PenClutter
from scanner import scanned
from sheet import Sheet, Slot
from stamps import qr_row, stamp
from strokes import signature

cv2.setNumThreads(1)
TINY, USUAL = (1.2, 2.3), (1.9, 3.4)
LAYOUTS = {'letter': 34, 'listing': 14, 'estimate': 16, 'register': 7, 'drawing': 14, 'title page': 10, 'form': 5}


def _print(sheet: Sheet, kind: str) -> None:
    if sheet.dice.chance(0.04):
        print_clutter.ruled_paper(sheet)
    if sheet.dice.chance(0.04):
        print_clutter.watermark(sheet)
    if kind in ('listing', 'estimate'):
        layouts.listing(sheet, TINY if kind == 'estimate' else USUAL)
    else:
        {'letter': layouts.letter, 'register': layouts.register, 'drawing': drawings.drawing,
         'title page': layouts.title_page, 'form': layouts.form}[kind](sheet)
    if sheet.dice.chance(0.3):
        sheet.text(sheet.dice.choice((sheet.width / 2, sheet.right)), sheet.height - 6 * sheet.mm,
                   sheet.dice.choice(('Стр. 2 из 2', '3', 'Страниц - 3', '12')), int(2.4 * sheet.mm), 'ms')
    print_clutter.scatter(sheet)


def posed(dice: Dice, strokes: list[np.ndarray], x: float, y: float, width: float, height: float) -> list[np.ndarray]:
    """A signature slanted, turned and made as large, its middle at x, y."""
    whole = np.vstack(strokes)
    scale = [width, height] / np.maximum(np.ptp(whole, axis=0), 1e-6)
    angle, shear = dice.uniform(-0.35, 0.1), dice.uniform(-0.1, 0.45)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    turned = [((s - whole.min(0)) * scale @ np.array([[1, 0], [-shear, 1]])) @ turn for s in strokes]
    whole = np.vstack(turned)
    return [p - (whole.min(0) + whole.max(0)) / 2 + [x, y] for p in turned]


def sign_at(dice: Dice, image: np.ndarray, mm: float, x: float, y: float, colour: tuple, tallest: float = math.inf) -> list[float] | None:
    """Signs a picture that is already a scan; the box of the ink, if any came out."""
    width, pen = dice.uniform(14, 48) * mm, dice.uniform(0.15, 0.5) * mm
    strokes = posed(dice, signature(dice, 'tune'), x, y, width, min(tallest * mm, width * dice.uniform(0.25, 0.75)))
    return draw_strokes(dice, image, strokes, colour, pen, dice.choice((1, 1, 0.85, 0.65, 0.5)))


class Desk:
    """Where a printed sheet is signed, stamped and written on."""

    def __init__(self, sheet: Sheet, family: str, kind: str):
        self.dice, self.sheet, self.mm, self.family, self.kind = sheet.dice, sheet, sheet.mm, family, kind
        self.image = np.array(sheet.image)[:, :, ::-1].copy()
        self.marks: list[tuple[str, list[float]]] = []
        self.office_ink = self.dice.choice((None, None, 'blue', 'black', 'grey'))
        self.pen_clutter = PenClutter(self.dice, sheet.faces, self.image, self.mm)

    def sign(self, slot: Slot, colour) -> None:
        d, u = self.dice, self.dice.uniform
        small = self.kind == 'drawing' or slot.width < 14 * self.mm
        pen = (u(0.13, 0.32) if small else d.choice((u(0.12, 0.25), u(0.18, 0.45), u(0.18, 0.55)))) * self.mm
        strength = d.choice((1, 1, 0.85, 0.65, 0.5))
        x, y = min(self.sheet.width - 10 * self.mm, max(10 * self.mm, slot.x)), slot.y
        if d.chance(0.05):
            box = self._name_written(x, y, slot.width, colour, strength)
        else:
            tall = slot.height * u(0.8, 1.4) if slot.height else slot.width * u(0.25, 0.75)
            box = draw_strokes(d, self.image, posed(d, signature(d, self.family), x, y, slot.width, tall), colour, pen, strength)
        if box:
            self.marks.append(('signature', box))
            if d.chance(0.08):
                self.pen_clutter.dates_for(box[2] + u(1, 6) * self.mm, y)

    def _name_written(self, x: float, y: float, width: float, colour, strength: float) -> list[float]:
        """Some sign with a name that can be read: bent, slanted, underlined by its last stroke."""
        d = self.dice
        name = d.choice(words.WRITTEN_NAMES)[:d.randint(4, 8)]
        mask = shaken(d, text_mask(d.choice(self.sheet.faces.signing), name, 60), d.uniform(0.04, 0.1))
        rows, columns = np.where(mask > 0.2)
        mask = mask[rows.min():rows.max() + 1, columns.min():columns.max() + 1]
        size = int(width), max(8, int(width * mask.shape[0] / mask.shape[1] * d.uniform(0.8, 1.4)))
        mask = worn(d, cv2.resize(mask, size, interpolation=cv2.INTER_AREA)) * strength
        left, top = int(x - size[0] / 2), int(y - size[1] / 2)
        put(self.image, mask, left, top, colour)
        return [left, top, left + size[0], top + size[1]]

    def stamp(self, x: float, y: float, reach: float) -> None:
        shift = [self.dice.uniform(-reach, reach) * self.mm for _ in range(2)]
        box = stamp(self.dice, self.sheet.faces, self.image, self.mm, x + shift[0], y + shift[1] * 0.7)
        self.marks.append(('stamp', box))

    def sign_all(self) -> None:
        d = self.dice
        signing = d.choice((0.95, 0.95, 0.85, 0.5, 0.0))
        stamping = 0.03 if self.kind == 'drawing' else d.choice((0.25, 0.5, 0.9, 0.9))
        one_ink = pen_colour(d, self.office_ink)
        stamped = 0
        for slot in self.sheet.slots:
            has_stamp = stamped < 2 and d.chance(stamping)
            first, reach = has_stamp and d.chance(0.5), d.choice((9, 12, 16, 26))
            if first:
                self.stamp(slot.x, slot.y, reach)
            if d.chance(signing):
                self.sign(slot, one_ink if d.chance(0.6) else pen_colour(d, self.office_ink))
            if has_stamp and not first:
                self.stamp(slot.x, slot.y, reach)
            stamped += has_stamp

    def extras(self) -> None:
        d, u, sheet = self.dice, self.dice.uniform, self.sheet
        if self.kind != 'drawing' and d.chance(0.12):
            self.stamp(u(0.2, 0.8) * sheet.width, u(0.1, 0.9) * sheet.height, 0)
        if d.chance(0.12):
            self.sign(Slot(u(0.15, 0.85) * sheet.width, u(0.1, 0.9) * sheet.height, u(14, 45) * self.mm), pen_colour(d))
        if d.chance(0.45):
            self.pen_clutter.scatter(d.choice((1, 2, 3, 6)))


def make_page(seed: int, faces: Typefaces, family: str) -> tuple[np.ndarray, list[dict]]:
    dice = Dice(seed)
    kind = dice.pick(LAYOUTS)
    landscape = dice.chance(0.6 if kind in ('drawing', 'estimate') else 0.12)
    sheet = Sheet(dice, faces, landscape)
    _print(sheet, kind)
    desk = Desk(sheet, family, kind)
    if dice.chance(0.12):
        desk.marks += [('qr', box) for box in qr_row(dice, desk.image, sheet.mm)]
    desk.sign_all()
    desk.extras()
    image, marks = scanned(dice, desk.image, desk.marks)
    small = to_size(image)
    scale, (height, width) = small.shape[0] / image.shape[0], small.shape[:2]
    found = []
    for name, box in marks:
        clipped = [float(np.clip(v * scale, 0, limit)) for v, limit in zip(box, (width, height) * 2)]
        if clipped[2] - clipped[0] > 6 and clipped[3] - clipped[1] > 5:
            found.append({'kind': name, 'box': [round(v, 1) for v in clipped]})
    return small, found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument('--out', type=Path, required=True)
    parser.add_argument('--pages', type=int, required=True)
    parser.add_argument('--seed', type=int, required=True)
    parser.add_argument('--family', choices=('tune', 'report'), default='tune')
    parser.add_argument('--fonts', nargs='+', required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    faces = Typefaces(options.fonts, options.family)
    for i in range(options.pages):
        image, marks = make_page(options.seed * 100_000 + i, faces, options.family)
        name = options.out / f'{options.seed}-{i:05}'
        cv2.imwrite(f'{name}.jpg', image, [cv2.IMWRITE_JPEG_QUALITY, 92])
        Path(f'{name}.json').write_text(json.dumps(marks))


if __name__ == '__main__':
    main()

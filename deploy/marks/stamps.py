"""Stamps: round ones of offices and firms, rectangles of the registry, triangles; and QR codes."""
import math

import cv2
import numpy as np
import qrcode
from PIL import Image, ImageDraw

import words
from dice import Dice
from fonts import Typefaces, typeface
from ink import put
from strokes import through

FINER = 2
COLOURS = ((190, 90, 60), (200, 60, 40), (150, 50, 90), (120,) * 3, (70,) * 3, (90,) * 3, (160, 70, 40), (170, 120, 90))


class _Plate:
    """The rubber of a stamp, drawn larger than it prints."""

    def __init__(self, dice: Dice, faces: Typefaces, diameter: float, mm: float):
        self.dice, self.mm, self.face, self.hands = dice, mm, faces.print_file(dice), faces.hands
        self.side = int(diameter * 1.2) * FINER
        self.r, self.c = diameter / 2 * FINER, self.side / 2
        self.mask = Image.new('L', (self.side, self.side), 0)
        self.draw = ImageDraw.Draw(self.mask)

    def wide(self, low: float, high: float) -> int:
        return max(1, int(self.dice.uniform(low, high) * self.mm * FINER))

    def circle(self, share: float, wide: int) -> None:
        r, c = self.r * share, self.c
        self.draw.ellipse([c - r, c - r, c + r, c + r], outline=255, width=wide)

    def ring_text(self, share: float, size: float) -> None:
        d, text = self.dice, self.dice.choice(words.RING_TEXTS) * self.dice.choice((1, 1, 2))
        font, box = typeface(self.face, int(size)), int(self.r * 0.3)
        for i, letter in enumerate(text):
            angle = i / len(text) * 2 * math.pi
            tile = Image.new('L', (box, box), 0)
            ImageDraw.Draw(tile).text((box / 2, box / 2), letter, fill=255, font=font, anchor='mm')
            tile = tile.rotate(-math.degrees(angle))
            x, y = self.c + math.sin(angle) * self.r * share, self.c - math.cos(angle) * self.r * share
            self.mask.paste(255, (int(x - box / 2), int(y - box / 2)), tile)

    def lines(self, texts: list[str], step: float, size: float) -> None:
        for i, text in enumerate(texts):
            y = self.c + (i - (len(texts) - 1) / 2) * step
            self.draw.text((self.c, y), text, fill=255, font=typeface(self.face, int(size)), anchor='mm')

    def firm(self) -> None:
        """The usual middle of a firm's stamp: its name in large letters, its number of twelve digits below."""
        d, r = self.dice, self.r
        self.circle(d.uniform(0.54, 0.62), self.wide(0.2, 0.5))
        for text, y, size in ((d.choice(words.FIRMS), -0.05, d.uniform(0.16, 0.22)),
                              (f'БИН {d.randint(10**11, 10**12 - 1)}', 0.17, d.uniform(0.08, 0.12))):
            self.draw.text((self.c, self.c + r * y), text, fill=255, font=typeface(self.face, int(r * size)), anchor='mm')

    def emblem(self) -> None:
        self.dice.pick({self.sun: 2, self.ornament: 2, self.motto: 1})()

    def ornament(self) -> None:
        """Wings, horns, ears of corn: bent lines, as a pen draws them, but the same left and right."""
        u, size = self.dice.uniform, self.r * self.dice.uniform(0.3, 0.5)
        for _ in range(self.dice.randint(1, 5)):
            line = through([(u(0, 0.2) + i * u(0.1, 0.35), u(-0.8, 0.8)) for i in range(self.dice.randint(3, 6))]) * size
            wide = self.wide(0.2, 0.6)
            for side in (-1, 1):
                self.draw.line([(self.c + side * x, self.c + y) for x, y in line], fill=255, width=wide)

    def motto(self) -> None:
        """The name of a firm in letters like handwriting, under a curl."""
        d, r = self.dice, self.r
        self.draw.text((self.c, self.c), d.choice(words.FIRMS), fill=255, font=typeface(d.choice(self.hands), int(r * d.uniform(0.2, 0.32))), anchor='mm')
        if d.chance(0.5):
            curl = through([(x, d.uniform(0.15, 0.45)) for x in (-0.5, -0.2, 0.1, 0.5)]) * r + self.c
            self.draw.line([tuple(p) for p in curl], fill=255, width=self.wide(0.2, 0.5))

    def sun(self) -> None:
        rays, r, c = self.dice.choice((5, 8, 16, 32)), self.r, self.c
        for i in range(rays * 2):
            a, inner = i / rays * math.pi, r * self.dice.uniform(0.1, 0.25)
            self.draw.line([c + math.cos(a) * inner, c + math.sin(a) * inner, c + math.cos(a) * r * 0.42,
                            c + math.sin(a) * r * 0.42], fill=255, width=self.wide(0.3, 0.31))
        self.circle(0.2, self.wide(0.4, 0.41))
        self.draw.arc([c - r * 0.5, c - r * 0.3, c + r * 0.5, c + r * 0.5], 20, 160, fill=255, width=self.wide(0.6, 0.61))


def _round(plate: _Plate) -> tuple:
    d = plate.dice
    plate.circle(0.995, plate.wide(0.2, 1.0))
    for share in d.sample((0.94, 0.9, 0.66, 0.6, 0.56, 0.7, 0.62), d.randint(1, 4)):
        plate.circle(share, plate.wide(0.12, 0.4))
    one_ring = d.chance(0.4)
    for share, size in [(0.8, 0.17)] if one_ring else [(0.84, 0.14), (0.68, 0.11)]:
        plate.ring_text(share, plate.r * size * d.uniform(0.9, 1.15))
    if d.chance(0.4):
        plate.firm()
    elif d.chance(0.55):
        texts = [d.choice(words.STAMP_CENTRES) for _ in range(d.randint(1, 4))]
        plate.lines(texts, plate.r * 0.2, plate.r * d.uniform(0.11, 0.2))
    else:
        plate.emblem()
    return (-1, -1, 1, 1)


def _rectangle(plate: _Plate) -> tuple:
    d, c, r = plate.dice, plate.c, plate.r
    flat = d.uniform(0.3, 0.6)
    plate.draw.rectangle([c - r, c - r * flat, c + r, c + r * flat], outline=255, width=plate.wide(0.3, 0.7))
    count = d.randint(2, 5)
    plate.lines([words.phrase(d)[:d.randint(8, 26)] for _ in range(count)], r * flat * 1.7 / count, r * flat * 1.1 / count)
    return (-1, -flat, 1, flat)


def _triangle(plate: _Plate) -> tuple:
    c, r = plate.c, plate.r
    corners = [(c + math.sin(a) * r, c - math.cos(a) * r + r * 0.2) for a in (0, 2.094, 4.189)]
    plate.draw.line(corners + corners[:1], fill=255, width=plate.wide(0.6, 0.61))
    plate.draw.text((c, c + r * 0.35), 'ДЛЯ\nДОКУМ.', fill=255, font=typeface(plate.face, int(r * 0.16)), anchor='mm')
    return (-0.87, -0.8, 0.87, 0.7)


def stamp(dice: Dice, faces: Typefaces, image, mm: float, x: float, y: float, colour: tuple | None = None) -> list[float]:
    """Prints a stamp, of any ink unless one is named; answers with its box."""
    form, diameter = dice.pick({_round: 0.87, _rectangle: 0.09, _triangle: 0.04}), dice.uniform(34, 46) * mm
    plate = _Plate(dice, faces, diameter, mm)
    reach = form(plate)
    angle = dice.uniform(-35, 35) if form is _round else dice.uniform(-8, 8)
    side = plate.side // FINER
    turned = plate.mask.rotate(angle, resample=Image.BICUBIC).resize((side, side), Image.LANCZOS)
    mask = np.array(turned, np.float32) / 255
    patches = cv2.GaussianBlur(dice.noise.random(mask.shape, np.float32), (0, 0), dice.uniform(1, 3) * mm)
    patches = (patches - patches.min()) / (np.ptp(patches) + 1e-6)
    grain = dice.noise.random(mask.shape, np.float32)
    mask = mask * dice.uniform(0.3, 1.15) * (1 - dice.uniform(0, 0.7) * patches) * (1 - dice.uniform(0, 0.5) * grain)
    put(image, np.clip(mask, 0, 1), int(x - side / 2), int(y - side / 2), colour or dice.choice(COLOURS))
    half = diameter / 2
    return [x + reach[0] * half, y + reach[1] * half, x + reach[2] * half, y + reach[3] * half]


def qr_row(dice: Dice, image, mm: float) -> list[list[float]]:
    """A row of QR codes, as at the foot of e-documents; a white patch lies under each."""
    height, width = image.shape[:2]
    count, side = dice.choice((1, 1, 2, 4, 6, 8)), int(dice.uniform(11, 30) * mm)
    y = int(height - side - dice.uniform(3, 25) * mm) if dice.chance(0.7) else int(dice.uniform(5, 200) * mm)
    x, y, boxes = int(dice.uniform(10, 60) * mm), min(y, height - side - 5), []
    for _ in range(count):
        if x + side >= width - 5:
            break
        code = qrcode.QRCode(border=0, error_correction=dice.choice((0, 1, 3)))
        code.add_data(''.join(dice.choice('ABCDEFabcdefxyz0123456789+/') for _ in range(dice.randint(20, 400))))
        code.make()
        cells = np.where(np.array(code.get_matrix(), bool), dice.randint(0, 50), 255).astype(np.uint8)
        way = dice.choice((cv2.INTER_NEAREST, cv2.INTER_AREA))
        image[max(0, y - 8):y + side + 8, max(0, x - 8):x + side + 8] = 255
        image[y:y + side, x:x + side] = cv2.resize(cells, (side, side), interpolation=way)[..., None]
        boxes.append([x, y, x + side, y + side])
        x += side + int(dice.uniform(2, 14) * mm)
    return boxes

"""A sheet of paper in print: text, rules, and the places where a signature would stand."""
from dataclasses import dataclass, field

from PIL import Image, ImageDraw

import words
from dice import Dice
from fonts import Typefaces, typeface

LONG = 1684  # 144 dpi of A4, as offices scan


@dataclass
class Slot:
    """Where somebody signs: centre, width, and height where a cell limits it (pixels)."""
    x: float
    y: float
    width: float
    height: float | None = None


@dataclass
class Sheet:
    dice: Dice
    faces: Typefaces
    landscape: bool
    slots: list[Slot] = field(default_factory=list)

    def __post_init__(self):
        short = round(LONG / 2**0.5)
        self.width, self.height = (LONG, short) if self.landscape else (short, LONG)
        self.mm = LONG / 297
        self.image = Image.new('RGB', (self.width, self.height), 'white')
        self.draw = ImageDraw.Draw(self.image)
        self.face = self.faces.print_file(self.dice)
        self.ink = (self.dice.choice((20, 35, 60, 95, 120)),) * 3
        self.size = round(self.dice.uniform(2.7, 4.6) * self.mm)
        self.left, self.right = self.dice.uniform(12, 30) * self.mm, self.width - self.dice.uniform(8, 20) * self.mm
        self.bottom = self.height - 12 * self.mm

    def text(self, x: float, y: float, text: str, size: int | None = None, anchor: str = 'ls', face=None, fill=None) -> float:
        font = typeface(face or self.face, int(size or self.size))
        self.draw.text((x, y), text, fill=fill or self.ink, font=font, anchor=anchor)
        return font.getlength(text)

    def rule(self, *points: float, width: int = 1, fill=None) -> None:
        self.draw.line(points, fill=fill or self.ink, width=width)

    def paragraph(self, x: float, y: float, width: float, height: float, size: int | None = None, spacing: float = 1.3) -> float:
        size = int(size or self.size)
        font, line, end = typeface(self.face, size), '', y + height
        while y <= end:
            for word in words.phrase(self.dice).split():
                if font.getlength(f'{line} {word}') > width:
                    self.draw.text((x, y), line, fill=self.ink, font=font, anchor='ls')
                    line, y = word, y + size * spacing
                    if y > end:
                        return y
                else:
                    line = f'{line} {word}'.strip()
            if self.dice.chance(0.25):
                self.draw.text((x, y), line + '.', fill=self.ink, font=font, anchor='ls')
                line, y = '', y + size * spacing
        return y

    def cell_text(self, x: float, y: float, width: float, height: float, size: int, text: str) -> None:
        font, line, base = typeface(self.face, size), '', y + size * 1.1
        if self.dice.chance(0.4):
            base = max(base, y + height / 2)
        for word in text.split():
            if line and font.getlength(f'{line} {word}') > width - 6:
                if base < y + height:
                    self.draw.text((x + 3, base), line, fill=self.ink, font=font, anchor='ls')
                line, base = word, base + size * 1.1
            else:
                line = f'{line} {word}'.strip()
        if base < y + height + 2 and font.getlength(line) < width:
            self.draw.text((x + 3, base), line, fill=self.ink, font=font, anchor='ls')

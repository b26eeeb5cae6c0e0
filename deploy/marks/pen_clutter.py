"""What hands leave on papers besides signatures: dates, notes, filled lines, ticks, circles, arrows, crossings-out."""
import math

import numpy as np

import words
from dice import Dice
from fonts import Typefaces
from ink import draw_strokes, pen_colour, put, shaken, text_mask, worn
from strokes import through


class PenClutter:
    def __init__(self, dice: Dice, faces: Typefaces, image: np.ndarray, mm: float):
        self.dice, self.faces, self.image, self.mm = dice, faces, image, mm
        self.height, self.width = image.shape[:2]
        self.colour, self.pen = pen_colour(dice), dice.uniform(0.15, 0.5) * mm
        self.hand = faces.hand_file(dice)

    def _place(self) -> tuple[float, float]:
        return self.dice.uniform(0.03, 0.85) * self.width, self.dice.uniform(0.02, 0.95) * self.height

    def _stroke(self, *strokes) -> None:
        self._strokes([np.array(s, float) for s in strokes])

    def _strokes(self, strokes) -> None:
        draw_strokes(self.dice, self.image, strokes, self.colour, self.pen, self.dice.choice((1, 1, 0.8, 0.55)))

    def write(self, x: float, y: float, text: str, size: float, angle_free: bool = True) -> float:
        """Handwriting with its left edge at x, middle at y; answers with the width taken."""
        mask = text_mask(self.hand, text, max(8, int(size)))
        if angle_free:
            mask = shaken(self.dice, mask, self.dice.uniform(0.005, 0.03))
        mask = worn(self.dice, mask) * self.dice.uniform(0.55, 1)
        put(self.image, mask, int(x), int(y - mask.shape[0] / 2), self.colour)
        return mask.shape[1]

    def note(self) -> None:
        x, y = self._place()
        self.write(x, y, words.handwritten(self.dice), self.dice.uniform(4, 10) * self.mm)

    def resolution(self) -> None:
        """Several lines in a corner or across the head of a letter."""
        x, y = self.dice.choice((0.05, 0.55, 0.65)) * self.width, self.dice.uniform(0.02, 0.3) * self.height
        size = self.dice.uniform(4, 8) * self.mm
        for _ in range(self.dice.randint(2, 4)):
            self.write(x, y, words.handwritten(self.dice), size)
            y += size * self.dice.uniform(0.9, 1.3)

    def column(self) -> None:
        """Dates, numbers or ticks written down a table column."""
        x, y = self._place()
        step, size = self.dice.uniform(6, 14) * self.mm, self.dice.uniform(3, 6) * self.mm
        for _ in range(self.dice.randint(3, 12)):
            if self.dice.chance(0.25):
                self.tick(x, y)
            else:
                self.write(x + self.dice.uniform(-5, 5), y, words.handwritten(self.dice)[:8], size)
            y += step

    def tick(self, x: float | None = None, y: float | None = None) -> None:
        if x is None:
            x, y = self._place()
        u, s = self.dice.uniform, self.dice.uniform(2, 7) * self.mm
        if self.dice.chance(0.6):
            self._strokes([through([(x, y), (x + s * 0.3, y + s * u(0.3, 0.6)), (x + s * u(0.8, 1.4), y - s * u(0.4, 1.2))])])
        else:
            self._stroke([(x, y), (x + s, y + s * u(0.7, 1.2))], [(x + s, y + u(-3, 3)), (x + u(-3, 3), y + s)])

    def circle(self) -> None:
        x, y = self._place()
        a, r = np.linspace(0, self.dice.uniform(6, 8), 60), self.dice.uniform(4, 16) * self.mm
        flat = self.dice.uniform(0.3, 1)
        self._stroke(np.c_[x + r * np.cos(a) * np.linspace(1, self.dice.uniform(0.9, 1.1), 60), y + r * flat * np.sin(a)])
        if self.dice.chance(0.4):
            self.write(x - r / 3, y, str(self.dice.randint(1, 99)), r * flat)

    def underline(self) -> None:
        x, y = self._place()
        length, u = self.dice.uniform(10, 70) * self.mm, self.dice.uniform
        for _ in range(self.dice.choice((1, 1, 2))):
            wavy = u(0, 6) if self.dice.chance(0.4) else 1
            points = [(x + i * length / 8, y + (wavy if i % 2 else -wavy) + u(-1, 1)) for i in range(9)]
            self._strokes([through(points)])
            y += u(4, 10)

    def crossing_out(self) -> None:
        """A word struck through or scribbled over, sometimes with the right one written above."""
        x, y = self._place()
        width, high, u = self.dice.uniform(8, 45) * self.mm, self.dice.uniform(2, 5) * self.mm, self.dice.uniform
        if self.dice.chance(0.5):
            for _ in range(self.dice.randint(1, 3)):
                self._stroke([(x, y + u(-4, 4)), (x + width, y + u(-4, 4))])
        else:
            count = int(width / (u(0.6, 2) * self.mm))
            self._strokes([through([(x + i * width / count, y + (high if i % 2 else -high) / 2 * u(0.7, 1)) for i in range(count + 2)], 5)])
        if self.dice.chance(0.5):
            self.write(x, y - high * 1.5, words.handwritten(self.dice)[:14], u(3.5, 6) * self.mm)

    def arrow(self) -> None:
        x, y = self._place()
        a, length, head = self.dice.uniform(0, 6.28), self.dice.uniform(10, 50) * self.mm, 3 * self.mm
        end = (x + math.cos(a) * length, y + math.sin(a) * length)
        barbs = [[end, (end[0] - math.cos(a + s) * head, end[1] - math.sin(a + s) * head)] for s in (-0.5, 0.5)]
        bend = ((x + end[0]) / 2 + self.dice.uniform(-30, 30), (y + end[1]) / 2 + self.dice.uniform(-30, 30))
        self._strokes([through([(x, y), bend, end])] + [np.array(b, float) for b in barbs])

    def bracket(self) -> None:
        x, y = self._place()
        tall, deep = self.dice.uniform(15, 70) * self.mm, self.dice.uniform(2, 5) * self.mm
        self._strokes([through([(x + deep, y), (x, y + tall * 0.1), (x, y + tall * 0.45), (x - deep, y + tall * 0.5),
                                (x, y + tall * 0.55), (x, y + tall * 0.9), (x + deep, y + tall)])])

    def highlighter(self) -> None:
        x, y = self._place()
        mask = np.full((int(self.dice.uniform(4, 7) * self.mm), int(self.dice.uniform(15, 90) * self.mm)), 0.9, np.float32)
        put(self.image, mask, int(x), int(y), self.dice.choice(((60, 250, 255), (120, 255, 150), (200, 160, 255))))

    def dates_for(self, x: float, y: float) -> None:
        """A handwritten date beside a signature is not part of it."""
        text = f'{self.dice.randint(1, 28):02}.{self.dice.randint(1, 12):02}.{self.dice.choice((24, 25, 2025))}'
        self.write(x, y, text, self.dice.uniform(3, 6) * self.mm)

    def scatter(self, count: int) -> None:
        kinds = {self.note: 5, self.resolution: 1.2, self.column: 1.5, self.tick: 2, self.circle: 1.5, self.underline: 2,
                 self.crossing_out: 1.5, self.arrow: 1, self.bracket: 0.7, self.highlighter: 1}
        for _ in range(count):
            self.dice.pick(kinds)()

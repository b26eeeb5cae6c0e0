"""Sheets of drawings: thin curves of every kind that are not signatures, and title blocks with tiny ones that are."""
import math

import words
from sheet import Sheet, Slot
from strokes import through

COLOURS = ((40, 90, 200), (60, 160, 60), (200, 60, 60))


def _hatching(sheet: Sheet, x: float, y: float) -> None:
    slant, gap = sheet.dice.uniform(-30, 30), sheet.dice.uniform(4, 9)
    for i in range(sheet.dice.randint(4, 25)):
        sheet.rule(x + i * gap, y, x + i * gap + slant, y + 28)


def _dimension(sheet: Sheet, x: float, y: float) -> None:
    d, length = sheet.dice, sheet.dice.uniform(25, 260)
    sheet.rule(x, y, x + length, y)
    for end in (x, x + length):
        sheet.rule(end, y - 18, end, y + 8)
        sheet.rule(end - 5, y + 5, end + 5, y - 5, width=2)
    sheet.text(x + length / 2, y - 3, str(d.randint(1, 90) * 50), d.randint(9, 18), 'ms')


def _contour(sheet: Sheet, x: float, y: float) -> None:
    """Level lines of a plan, profiles, cables: a family of wavy lines."""
    d, u = sheet.dice, sheet.dice.uniform
    reach, bend = u(60, 420), u(5, 80)
    base = [(x + i * reach / 5, y + u(-bend, bend)) for i in range(6)]
    colour = d.choice((sheet.ink, sheet.ink) + COLOURS)
    for i in range(d.randint(1, 6)):
        line = through([(a + u(-3, 3), b + i * u(6, 14)) for a, b in base])
        sheet.rule(*[tuple(map(float, p)) for p in line], width=d.choice((1, 1, 2)), fill=colour)


def _leader(sheet: Sheet, x: float, y: float) -> None:
    u = sheet.dice.uniform
    sheet.rule(x, y, x + u(-60, 60), y + u(-60, -15), x + u(70, 120), y + u(-60, -55))
    sheet.text(x + 60, y - 60, sheet.dice.choice(words.DRAWING_NOTES), sheet.dice.randint(10, 18))


def _graph(sheet: Sheet, x: float, y: float) -> None:
    d, u = sheet.dice, sheet.dice.uniform
    sheet.rule(x, y - 140, x, y, x + 220, y, width=2)
    points, value = [], u(-100, -10)
    for i in range(40):
        value = max(-140, min(-3, value + u(-18, 18)))
        points.append((x + i * 5.5, y + value))
    sheet.rule(*points, fill=d.choice((sheet.ink,) + COLOURS))


def _shape(sheet: Sheet, x: float, y: float) -> None:
    d, u, draw, wide = sheet.dice, sheet.dice.uniform, sheet.draw, sheet.dice.choice((1, 1, 2, 3))
    form = d.randint(0, 3)
    if form == 0:
        r = u(5, 80)
        draw.ellipse([x - r, y - r, x + r, y + r], outline=sheet.ink, width=min(wide, 2))
    elif form == 1:
        draw.rectangle([x, y, x + u(10, 250), y + u(10, 200)], outline=sheet.ink, width=wide)
    elif form == 2:
        draw.arc([x, y, x + u(40, 400), y + u(40, 300)], u(0, 360), u(0, 360), fill=sheet.ink, width=min(wide, 2))
    else:
        angle = u(0, 6.28) if d.chance(0.4) else d.choice((0, math.pi / 2))
        length = u(20, 450)
        sheet.rule(x, y, x + math.cos(angle) * length, y + math.sin(angle) * length, width=wide)


def figures(sheet: Sheet, count: int, area: tuple[float, float, float, float]) -> None:
    d, u = sheet.dice, sheet.dice.uniform
    weights = {_shape: 0.42, _dimension: 0.16, _hatching: 0.1, _contour: 0.14, _leader: 0.1, _graph: 0.03}
    for _ in range(count):
        x, y = u(area[0], area[2]), u(area[1], area[3])
        d.pick(weights)(sheet, x, y)
        if d.chance(0.25):
            sheet.text(x, y, d.choice(words.DRAWING_NOTES), d.randint(9, 22))


def _title_block(sheet: Sheet, right: float, low: float) -> None:
    d, u, mm = sheet.dice, sheet.dice.uniform, sheet.mm
    width, height = 185 * mm * min(1, sheet.width / 1350), 55 * mm
    x, y, count = right - width, low - height, d.randint(6, 11)
    step, columns = height / count, (0, 0.09, 0.2, 0.29, 0.36)
    sheet.draw.rectangle([x, y, right, low], fill='white', outline=sheet.ink, width=2)
    for i in range(count + 1):
        sheet.rule(x, y + i * step, x + 0.36 * width, y + i * step)
    for c in columns:
        sheet.rule(x + c * width, y, x + c * width, low, width=d.choice((1, 2)))
    size = int(step * 0.62)
    for i in range(count):
        if d.chance(0.25):
            continue
        base = y + (i + 0.8) * step
        sheet.text(x + 3, base, d.choice(words.TITLE_BLOCK_ROLES), size)
        sheet.text(x + 0.09 * width + 3, base, d.choice(words.SURNAMES)[:9], size)
        if d.chance(0.7):
            sheet.text(x + 0.29 * width + 3, base, d.choice(('05.25', '11.24', '2025')), size)
        if d.chance(0.8):
            sheet.slots.append(Slot(x + 0.245 * width, y + (i + 0.5) * step, 0.09 * width * u(0.7, 1.4), step * u(1, 1.6)))
    for share in (0.3, 0.65):
        sheet.rule(x + 0.36 * width, y + height * share, right, y + height * share, width=2)
    sheet.rule(x + 0.75 * width, y + height * 0.3, x + 0.75 * width, low, width=2)
    sheet.text(x + 0.68 * width, y + height * 0.2, f'РП-2025-{d.randint(1, 99)}-АС', int(4 * mm), 'ms')
    sheet.text(x + 0.55 * width, y + height * 0.5, words.phrase(d)[:22], int(2.6 * mm), 'ms')
    sheet.text(x + 0.87 * width, y + height * 0.85, 'ТОО «Проект»', int(2.6 * mm), 'ms')


def drawing(sheet: Sheet) -> None:
    d, mm = sheet.dice, sheet.mm
    x0, y0, x1, y1 = 20 * mm, 5 * mm, sheet.width - 5 * mm, sheet.height - 5 * mm
    sheet.draw.rectangle([x0, y0, x1, y1], outline=sheet.ink, width=d.choice((2, 3, 4)))
    figures(sheet, d.randint(8, 45), (x0 + 20, y0 + 20, x1 - 80, y1 - 65 * mm))
    _title_block(sheet, x1, y1)

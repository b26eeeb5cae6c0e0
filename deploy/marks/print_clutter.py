"""Printed things a detector takes for marks: logos, script type, arms, bar codes, pictures, retouched words, margins."""
import math

import cv2
import numpy as np
from PIL import Image, ImageDraw

import words
from drawings import figures
from fonts import typeface
from sheet import Sheet

COLOURS = ((30, 60, 180), (200, 30, 30), (20, 120, 60), (60, 60, 60), (0, 150, 170), (230, 120, 0))


def _place(sheet: Sheet) -> tuple[float, float]:
    return sheet.dice.uniform(0, 0.8) * sheet.width, sheet.dice.uniform(0.02, 0.95) * sheet.height


def script_words(sheet: Sheet) -> None:
    """Mottoes and names of firms set in a script face: even, upright on their line, in one tone."""
    d, (x, y) = sheet.dice, _place(sheet)
    sheet.text(x, y, d.choice((words.phrase(d)[:d.randint(5, 30)], words.person(d))), int(d.uniform(3, 11) * sheet.mm),
               face=sheet.faces.hand_file(d), fill=d.choice(COLOURS + (sheet.ink,) * 3))


def coloured_words(sheet: Sheet) -> None:
    d, (x, y) = sheet.dice, _place(sheet)
    face = d.choice(sheet.faces.slanted or sheet.faces.upright)
    sheet.text(x, y, words.phrase(d)[:d.randint(4, 40)], int(d.uniform(2.5, 8) * sheet.mm), face=face, fill=d.choice(COLOURS))


def logo(sheet: Sheet) -> None:
    d, u, (x, y) = sheet.dice, sheet.dice.uniform, _place(sheet)
    colour, size = d.choice(COLOURS), u(5, 18) * sheet.mm
    for _ in range(d.randint(1, 3)):
        form = d.randint(0, 3)
        box = [x + u(-5, 5), y + u(-5, 5), x + size * u(0.6, 1.2), y + size * u(0.6, 1.2)]
        if form == 0:
            sheet.draw.ellipse(box, outline=colour, width=d.randint(2, 8))
        elif form == 1:
            sheet.draw.pieslice(box, u(0, 360), u(0, 360), fill=colour)
        elif form == 2:
            sheet.draw.polygon([(x + u(0, size), y + u(0, size)) for _ in range(d.randint(3, 6))], fill=colour)
        else:
            sheet.draw.arc(box, u(0, 180), u(180, 360), fill=colour, width=d.randint(2, 9))
    if d.chance(0.6):
        face = sheet.faces.hand_file(d) if d.chance(0.3) else None
        sheet.text(x + size * 1.2, y + size * 0.6, d.choice(words.STAMP_CENTRES), int(size * 0.45), face=face, fill=colour)


def arms(sheet: Sheet) -> None:
    """An emblem of the state's form: rings, rays, wings; smaller than a stamp and without words on the ring."""
    d, mm, (x, y) = sheet.dice, sheet.mm, _place(sheet)
    r, colour = d.uniform(6, 14) * mm, d.choice(COLOURS + (sheet.ink,) * 2)
    for share in (1, 0.6, 0.3):
        sheet.draw.ellipse([x - r * share, y - r * share, x + r * share, y + r * share], outline=colour, width=d.choice((1, 2)))
    for i in range(24):
        a = i * math.pi / 12
        sheet.rule(x + math.cos(a) * r * 0.35, y + math.sin(a) * r * 0.35, x + math.cos(a) * r * 0.9, y + math.sin(a) * r * 0.9, fill=colour)


def bar_code(sheet: Sheet) -> None:
    d, (x, y) = sheet.dice, _place(sheet)
    tall, end = d.uniform(6, 16) * sheet.mm, x + d.uniform(25, 60) * sheet.mm
    sheet.draw.rectangle([x - 6, y - 6, end + 8, y + tall + 20], fill='white')
    while x < end:
        wide = d.choice((1, 2, 2, 3, 4))
        sheet.draw.rectangle([x, y, x + (wide - 1), y + tall], fill=sheet.ink)
        x += wide + d.choice((1, 2, 3, 4))
    sheet.text(end, y + tall + 14, str(d.randint(10**9, 10**12)), 12, 'rs')


def picture(sheet: Sheet) -> None:
    """A photograph of a site: soft forms and grain."""
    d, (x, y) = sheet.dice, _place(sheet)
    wide, tall = int(d.uniform(30, 90) * sheet.mm), int(d.uniform(25, 65) * sheet.mm)
    low = d.noise.random((d.randint(4, 14), d.randint(4, 14), 3)).astype(np.float32)
    low = low.mean(2, keepdims=True) + (low - low.mean(2, keepdims=True)) * d.uniform(0, 0.5)
    soft = cv2.resize(low, (wide, tall), interpolation=cv2.INTER_CUBIC) * 200
    soft += d.noise.normal(0, d.uniform(5, 30), (tall, wide, 1)) + 30
    sheet.image.paste(Image.fromarray(np.clip(soft, 0, 255).astype(np.uint8)), (int(x), int(y)))


def scheme(sheet: Sheet) -> None:
    """A small drawing inside a letter or a report."""
    x, y = _place(sheet)
    figures(sheet, sheet.dice.randint(2, 9), (x, y, x + 60 * sheet.mm, y + 40 * sheet.mm))


def watermark(sheet: Sheet) -> None:
    d = sheet.dice
    tile = Image.new('L', (sheet.width, sheet.width), 0)
    font = typeface(sheet.face, int(d.uniform(15, 35) * sheet.mm))
    ImageDraw.Draw(tile).text((sheet.width / 2,) * 2, d.choice(('КОПИЯ', 'ПРОЕКТ', 'ҮЛГІ', 'ОБРАЗЕЦ')), fill=255, font=font, anchor='mm')
    shade = (d.randint(195, 235),) * 3
    sheet.image.paste(shade, (0, int(d.uniform(0, sheet.height / 3))), tile.rotate(d.choice((30, 45, 55))))


def margin_words(sheet: Sheet) -> None:
    """The register's line along the side of an e-document."""
    d, size = sheet.dice, int(sheet.dice.uniform(2.2, 3.2) * sheet.mm)
    text = f'Электрондық құжаттың көшірмесі / копия электронного документа № {d.randint(1, 9999)} ЭЦП {words.person(d)}'
    font = typeface(sheet.face, size)
    tile = Image.new('L', (int(font.getlength(text)) + 4, size * 2), 0)
    ImageDraw.Draw(tile).text((2, size), text, fill=255, font=font, anchor='lm')
    tile = tile.rotate(d.choice((90, 270)), expand=True)
    x = int(4 * sheet.mm) if d.chance(0.7) else int(sheet.width - 8 * sheet.mm)
    sheet.image.paste(d.choice(COLOURS + (sheet.ink,) * 2), (x, int(d.uniform(0.05, 0.4) * sheet.height)), tile)


def retouched(sheet: Sheet) -> None:
    """Words wiped and typed anew in another face and tone, the rest of their lines fading into the patch: papers whose
    names were taken out before publishing look so."""
    d, u = sheet.dice, sheet.dice.uniform
    array = np.array(sheet.image)
    for _ in range(d.randint(2, 14)):
        x, y = (int(v) for v in _place(sheet))
        wide, tall = int(u(6, 55) * sheet.mm), int(u(3.5, 9) * sheet.mm)
        part = array[y:y + tall, x:x + wide].astype(np.float32)
        if part.size:
            faded = cv2.GaussianBlur(part, (0, 0), u(0.6, 3))
            array[y:y + tall, x:x + wide] = 255 - (255 - faded) * u(0.15, 0.7)
    sheet.image.paste(Image.fromarray(array))
    for _ in range(d.randint(1, 8)):
        x, y = _place(sheet)
        text = d.choice((words.person(d), '7777', '????', '77 ?? 7', words.phrase(d)[:12], 'ТОО «Армада»'))
        sheet.text(x, y, text, sheet.size, face=sheet.faces.print_file(d), fill=(d.randint(40, 170),) * 3)


def ruled_paper(sheet: Sheet) -> None:
    d, step = sheet.dice, sheet.dice.uniform(4.5, 8) * sheet.mm
    shade, squared = d.choice(((190, 205, 235), (205, 205, 205))), d.chance(0.5)
    for i in range(int(max(sheet.width, sheet.height) / step) + 1):
        sheet.rule(0, i * step, sheet.width, i * step, fill=shade)
        if squared:
            sheet.rule(i * step, 0, i * step, sheet.height, fill=shade)


SOMETIMES = {script_words: 0.14, coloured_words: 0.14, logo: 0.16, arms: 0.07, bar_code: 0.08, picture: 0.07, scheme: 0.08,
             margin_words: 0.08, retouched: 0.3}


def scatter(sheet: Sheet) -> None:
    for kind, probability in SOMETIMES.items():
        while sheet.dice.chance(probability):
            kind(sheet)

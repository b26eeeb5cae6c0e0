"""The papers: letters, lists, estimates, forms, title pages. Each fills a sheet and notes where people sign."""
import words
from sheet import Sheet, Slot

STYLES = ('row', 'row', 'line', 'name first', 'below')


def sign_blocks(sheet: Sheet, y: float, count: int, style: str | None = None) -> float:
    d, mm, u = sheet.dice, sheet.mm, sheet.dice.uniform
    style, gap = style or d.choice(STYLES), u(*d.choice(((7, 12), (8, 22)))) * mm
    smallest = d.choice((8, 16))  # some sign no wider than a word
    for _ in range(count):
        if y > sheet.bottom:
            break
        if style == 'row':
            sheet.text(sheet.left, y, d.choice(words.POSITIONS))
            sheet.text(sheet.right, y, words.person(d), anchor='rs')
            place = Slot((sheet.left + sheet.right) / 2 + u(-18, 18) * mm, y - u(0, 5) * mm, u(smallest, 3.4 * smallest) * mm)
        elif style == 'line':
            start = sheet.left + max(sheet.text(sheet.left, y, d.choice(words.POSITIONS)) + 20, 60 * mm)
            sheet.rule(start, y + 2, start + u(30, 55) * mm, y + 2, width=d.choice((1, 2)))
            sheet.text(start + 58 * mm, y, words.person(d))
            place = Slot(start + 20 * mm, y - u(1, 5) * mm, u(smallest, 45) * mm)
            if d.chance(0.4):
                sheet.text(start + 15 * mm, y + sheet.size * 0.7, '(подпись)', int(sheet.size * 0.55))
        elif style == 'name first':
            end = sheet.text(sheet.left, y, f'{d.choice(words.POSITIONS)} – {words.person(d)}')
            place = Slot(sheet.left + end + u(6, 30) * mm, y - u(0, 4) * mm, u(smallest, 2.6 * smallest) * mm)
        else:
            sheet.text(sheet.left, y, d.choice(words.POSITIONS))
            sheet.text(sheet.left, y + sheet.size * 1.3, words.person(d))
            place = Slot(sheet.left + u(20, 70) * mm, y + u(-3, 6) * mm, u(smallest, 45) * mm)
            y += sheet.size * 1.4
        sheet.slots.append(place)
        y += gap
    return y


def approval(sheet: Sheet, y: float) -> float:
    d, u, size = sheet.dice, sheet.dice.uniform, sheet.size * d_small(sheet)
    x = d.choice((sheet.left, sheet.width * 0.58, sheet.width * 0.3))
    sheet.text(x, y, d.choice(words.APPROVALS), int(size))
    sheet.text(x, y + size * 1.3, d.choice(words.POSITIONS), int(size))
    sheet.text(x, y + size * 3, '__________ ' + words.person(d), int(size))
    sheet.slots.append(Slot(x + 18 * sheet.mm, y + size * 2.7, u(9, 40) * sheet.mm))
    sheet.text(x, y + size * 4.4, '«__» ________ 2025 г.', int(size))
    return y + size * 7


def d_small(sheet: Sheet) -> float:
    """Approvals above wide lists are often set much smaller than a letter's."""
    return sheet.dice.choice((1, 1, 0.75, 0.5))


def table(sheet: Sheet, y: float, height: float, size: int, signed_column: bool = False) -> float:
    d, u = sheet.dice, sheet.dice.uniform
    tight = size < 2.4 * sheet.mm
    shares = ([u(0.15, 0.3)] if tight else []) + [u(0.4, 2) for _ in range(d.randint(3, 10))]
    x0, total = sheet.left * 0.6, sum(shares)
    widths = [s / total * (sheet.right + 10 - x0) for s in shares]
    head = d.choice((None, None, (190, 215, 245), (210, 210, 210), (245, 225, 190)))
    wide, end, first = d.choice((1, 1, 2)), y + height, True
    column = d.randrange(len(widths)) if signed_column else -1
    while y < end:
        tall = u(7, 14) * sheet.mm if signed_column else size * (u(1.4, 2.5) if d.chance(0.75 if tight else 0.5) else u(2, 6))
        x = x0
        for i, width in enumerate(widths):
            sheet.draw.rectangle([x, y, x + width, y + tall], outline=sheet.ink, width=wide, fill=head if first else None)
            if i == column and not first:
                sheet.slots.append(Slot(x + width / 2, y + tall / 2, min(width * 1.3, u(16, 45) * sheet.mm), tall))
            elif d.chance(0.8):
                text = d.choice((words.phrase(d)[:d.randint(3, 50)], str(d.randint(1, 99999)), words.person(d), d.choice(words.UNITS)))
                sheet.cell_text(x, y, width, tall, size, text)
            x += width
        y, first = y + tall, False
    return y


def letterhead(sheet: Sheet) -> None:
    d, u, middle, mm = sheet.dice, sheet.dice.uniform, sheet.width / 2, sheet.mm
    colour, r = d.choice((sheet.ink, (26, 95, 168), (0, 130, 150))), u(7, 13) * mm
    top = u(5, 12) * mm
    sheet.draw.ellipse([middle - r, top, middle + r, top + 2 * r], outline=colour, width=d.choice((1, 2, 3)))
    if d.chance(0.5):
        sheet.draw.ellipse([middle - r * 0.5, top + r * 0.5, middle + r * 0.5, top + r * 1.5], fill=colour)
    sheet.text(sheet.width * 0.25, top + r, 'ҚАЗАҚСТАН РЕСПУБЛИКАСЫ', int(3 * mm), 'ms')
    sheet.text(sheet.width * 0.75, top + r, 'РЕСПУБЛИКА КАЗАХСТАН', int(3 * mm), 'ms')
    if d.chance(0.5):
        sheet.rule(sheet.left, top + 2 * r + 3 * mm, sheet.right, top + 2 * r + 3 * mm, width=2, fill=colour)


def letter(sheet: Sheet) -> None:
    d, u, mm = sheet.dice, sheet.dice.uniform, sheet.mm
    y = u(15, 60) * mm
    if d.chance(0.35):
        letterhead(sheet)
        y = u(42, 70) * mm
    if d.chance(0.4):
        y = approval(sheet, y)
    if d.chance(0.6):
        sheet.text(sheet.width / 2, y, d.choice(words.TITLES), sheet.size + 5, 'ms')
        y += sheet.size * 2
    width, end = sheet.right - sheet.left, u(0.12, 0.75) * sheet.height
    if y < end:
        y = sheet.paragraph(sheet.left, y, width, end - y, spacing=u(1.15, 1.6))
    y = sign_blocks(sheet, y + u(8, 20) * mm, d.choice((0, 1, 2, 2, 3, 3, 4, 5, 5)))
    if d.chance(0.3) and y < sheet.bottom - 30 * mm:
        sheet.paragraph(sheet.left, y + 10 * mm, width, 60)


def listing(sheet: Sheet, size_mm: tuple[float, float]) -> None:
    d, u, mm = sheet.dice, sheet.dice.uniform, sheet.mm
    y, size = u(8, 30) * mm, int(u(*size_mm) * mm)
    if d.chance(0.5):
        y = approval(sheet, y + 5 * mm)
    if d.chance(0.5):
        sheet.text(sheet.width / 2, y, d.choice(words.TITLES), sheet.size, 'ms')
        y += sheet.size * 1.5
    end = u(0.1, 0.98) * sheet.height
    if y < end:
        y = table(sheet, y, end - y, size)
    if y < sheet.bottom and d.chance(0.7):
        sign_blocks(sheet, y + u(6, 18) * mm, d.choice((1, 2, 3)))


def register(sheet: Sheet) -> None:
    """A sheet of agreement or acquaintance: a column of the table is for signatures."""
    d, u, mm = sheet.dice, sheet.dice.uniform, sheet.mm
    y = sheet.paragraph(sheet.left, u(10, 60) * mm, sheet.right - sheet.left, 30 * mm) + 20
    table(sheet, y, u(40, 140) * mm, int(u(2, 3.3) * mm), signed_column=True)


def title_page(sheet: Sheet) -> None:
    d, u, mm = sheet.dice, sheet.dice.uniform, sheet.mm
    sheet.text(sheet.width / 2, u(30, 60) * mm, d.choice(words.TITLES), int(6 * mm), 'ms')
    y = u(0.2, 0.4) * sheet.height
    for _ in range(d.randint(2, 6)):
        sheet.text(sheet.left + 10 * mm, y, d.choice(('Объект:', 'Заказчик:', 'Стадия:', 'Шифр:', 'Орындаушы:')))
        sheet.text(sheet.left + 50 * mm, y, words.phrase(d)[:40])
        y += sheet.size * u(1.5, 3)
    sign_blocks(sheet, y + u(10, 30) * mm, d.choice((1, 2, 2, 3)))
    sheet.text(sheet.width / 2, sheet.bottom, f'г. Астана, {d.randint(2019, 2026)} г.', anchor='ms')


def form(sheet: Sheet) -> None:
    """Label and line, over and over: what is written on the lines comes from clutter.py."""
    d, u, mm = sheet.dice, sheet.dice.uniform, sheet.mm
    y = u(20, 40) * mm
    while y < u(0.5, 0.8) * sheet.height:
        end = sheet.left + sheet.text(sheet.left, y, words.phrase(d)[:d.randint(8, 24)])
        sheet.rule(end + 10, y + 2, sheet.right, y + 2)
        y += sheet.size * u(1.6, 2.6)
    sign_blocks(sheet, y + u(6, 20) * mm, d.randint(1, 3))

"""What scanners, copiers and telephones do to a page; boxes move with it."""
import cv2
import numpy as np

from dice import Dice

Mark = tuple[str, list[float]]


def _moved(dice: Dice, image: np.ndarray, marks: list[Mark]) -> tuple[np.ndarray, list[Mark]]:
    height, width = image.shape[:2]
    angle = dice.gauss(0, 0.9) if dice.chance(0.85) else dice.uniform(-4, 4)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, dice.uniform(0.93, 1.02))
    turn[:, 2] += [dice.uniform(-8, 8), dice.uniform(-8, 8)]
    image = cv2.warpAffine(image, turn, (width, height), borderValue=(255, 255, 255))
    scale, moved = float(np.hypot(turn[0, 0], turn[0, 1])), []
    for kind, (x0, y0, x1, y1) in marks:
        if kind == 'stamp':  # a turned circle keeps its size
            x, y = turn @ [(x0 + x1) / 2, (y0 + y1) / 2, 1]
            w, h = (x1 - x0) / 2 * scale, (y1 - y0) / 2 * scale
            moved.append((kind, [x - w, y - h, x + w, y + h]))
        else:
            corners = np.array([[x0, y0, 1], [x1, y0, 1], [x1, y1, 1], [x0, y1, 1]]) @ turn.T
            moved.append((kind, [*corners.min(0), *corners.max(0)]))
    return image, moved


def _light(dice: Dice, x: np.ndarray) -> np.ndarray:
    height, width = x.shape[:2]
    if dice.chance(0.5):
        x = x * ((dice.uniform(225, 255) - np.array([dice.uniform(0, 25), dice.uniform(0, 8), 0])) / 255)
    if dice.chance(0.25):
        across = np.linspace(dice.uniform(0.8, 1), dice.uniform(0.85, 1), width)[None, :, None]
        x = x * across * np.linspace(dice.uniform(0.88, 1), 1, height)[:, None, None]
    if dice.chance(0.06):  # the other side shows through
        x = np.minimum(x, 255 - (255 - x[:, ::-1]) * dice.uniform(0.04, 0.14))
    if dice.chance(0.06):  # dark edge of the glass
        side = int(dice.uniform(4, 30))
        x[:, :side] = x[:, :side] * np.linspace(dice.uniform(0.1, 0.6), 1, side)[None, :, None]
    return x


def _streaks(dice: Dice, image: np.ndarray) -> None:
    height, width = image.shape[:2]
    for _ in range(dice.randint(1, 3)):
        shade, x = (dice.uniform(150, 235),) * 3, int(dice.uniform(0, width))
        cv2.line(image, (x, 0), (x + dice.randint(-4, 4), height), shade, dice.choice((1, 1, 2)))


def _grain(dice: Dice, x: np.ndarray) -> np.ndarray:
    """Half of these are speckles of fixed places: cheaper than fresh noise for each pixel, and toner looks so."""
    rough = dice.noise.standard_normal((x.shape[0] // 2 + 1, x.shape[1] // 2 + 1), np.float32)
    return x + cv2.resize(rough, (x.shape[1], x.shape[0]), interpolation=cv2.INTER_LINEAR)[..., None] * dice.uniform(1, 8)


def _one_bit(dice: Dice, image: np.ndarray) -> np.ndarray:
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    return np.repeat(((grey > dice.choice((150, 170, 190, 205))) * 255).astype(np.uint8)[..., None], 3, 2)


def scanned(dice: Dice, image: np.ndarray, marks: list[Mark]) -> tuple[np.ndarray, list[Mark]]:
    if dice.chance(0.1):
        _streaks(dice, image)
    image, marks = _moved(dice, image, marks)
    x = _light(dice, image.astype(np.float32))
    if dice.chance(0.45):
        x = _grain(dice, x)
    if dice.chance(0.4):
        grey = cv2.cvtColor(np.clip(x, 0, 255).astype(np.uint8), cv2.COLOR_BGR2GRAY)
        x = np.repeat(grey[..., None], 3, 2).astype(np.float32)
    if dice.chance(0.35):  # pale copy
        x = 255 - (255 - x) * dice.uniform(0.5, 1)
    if dice.chance(0.25):  # contrast
        x = (x - 128) * dice.uniform(1.05, 1.6) + 128 + dice.uniform(0, 35)
    image = np.clip(x, 0, 255).astype(np.uint8)
    if dice.chance(0.5):
        image = cv2.GaussianBlur(image, (0, 0), dice.uniform(0.3, 1.1))
    if dice.chance(0.05):
        image = _one_bit(dice, image)
    packed = cv2.imencode('.jpg', image, [cv2.IMWRITE_JPEG_QUALITY, dice.randint(35, 90)])[1]
    return cv2.imdecode(packed, cv2.IMREAD_COLOR), marks

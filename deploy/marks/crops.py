"""Training examples: a square cut from a page, changed in light and size, with what the network should answer."""
import json
import random
from pathlib import Path

import cv2
import numpy as np

from network import KINDS, STRIDE

Box = tuple[int, np.ndarray]
KEPT = 250  # decoded pages kept in memory


class Pages:
    """Pages of one or more folders; a folder's share of the examples is its weight."""

    def __init__(self, folders: list[str]):
        self.folders = [(Path(name), float(weight or 1)) for name, _, weight in (f.partition(':') for f in folders)]
        self.look_again()
        self.decoded: dict[Path, tuple[np.ndarray, list[Box]]] = {}

    def look_again(self) -> None:
        """Pages may still be made or mined while the network learns."""
        lists = [(sorted(folder.glob('*.json')), weight) for folder, weight in self.folders]
        self.files = [(files, weight) for files, weight in lists if files]

    def any(self, chance: random.Random) -> tuple[np.ndarray, list[Box]]:
        files = chance.choices([f for f, _ in self.files], [w for _, w in self.files])[0]
        file = chance.choice(files)
        if file not in self.decoded:
            if len(self.decoded) >= KEPT:
                self.decoded.pop(next(iter(self.decoded)), None)
            boxes = [(KINDS.index(m['kind']), np.array(m['box'], float)) for m in json.loads(file.read_text())]
            self.decoded[file] = cv2.imread(str(file.with_suffix('.jpg'))), boxes
        return self.decoded[file]


def _printed_place(chance: random.Random, page: np.ndarray, side: float) -> tuple[float, float]:
    """The busiest of three places: white paper teaches nothing."""
    def busy(place: tuple[float, float]) -> float:
        x, y, half = int(place[0]), int(place[1]), int(side / 2)
        return float(page[max(0, y - half):y + half:8, max(0, x - half):x + half:8, 1].std())
    places = [(chance.uniform(0.1, 0.9) * page.shape[1], chance.uniform(0.1, 0.9) * page.shape[0]) for _ in range(3)]
    return max(places, key=busy)


def _centre(chance: random.Random, boxes: list[Box], page: np.ndarray, side: float) -> tuple[float, float]:
    """Mostly near a mark, and of the marks mostly a signature; else anywhere, where there is none to be found."""
    signatures = [b for b in boxes if b[0] == 0]
    if boxes and chance.random() < 0.66:
        box = chance.choice(signatures if signatures and chance.random() < 0.7 else boxes)[1]
        return ((box[0] + box[2]) / 2 + chance.uniform(-0.42, 0.42) * side, (box[1] + box[3]) / 2 + chance.uniform(-0.42, 0.42) * side)
    return _printed_place(chance, page, side)


def toned(chance: random.Random, picture: np.ndarray) -> np.ndarray:
    x = picture.astype(np.float32)
    if chance.random() < 0.25:
        x = np.repeat(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)[..., None], 3, 2).astype(np.float32)
    elif chance.random() < 0.3:
        grey = x.mean(2, keepdims=True)
        x = grey + (x - grey) * chance.uniform(0.3, 1.6)
    if chance.random() < 0.5:
        x = 255 - (255 - x) * chance.uniform(0.65, 1.35)
    if chance.random() < 0.25:
        x = x * chance.uniform(0.88, 1) + chance.uniform(-8, 5)
    x = np.clip(x, 0, 255)
    if chance.random() < 0.15:
        x = cv2.GaussianBlur(x, (0, 0), chance.uniform(0.3, 0.8))
    return x


class Wanted:
    """The answer for one picture: heat with a one at each centre, weights, distances to the sides."""

    def __init__(self, width: int, height: int, kinds: int = len(KINDS)):
        cells = (height // STRIDE, width // STRIDE)
        self.limit = np.array([width, height])
        self.heat = np.zeros((kinds, *cells), np.float32)
        self.counted = np.ones_like(self.heat)
        self.sides = np.zeros((4, *cells), np.float32)
        self.boxed = np.zeros(cells, np.float32)
        self.y, self.x = np.mgrid[:cells[0], :cells[1]].astype(np.float32)

    def add(self, kind: int, box: np.ndarray) -> bool:
        """Whether so much of it is seen that it is to be found."""
        low, high = np.maximum(box[:2], 0), np.minimum(box[2:], self.limit)
        if (high <= low).any():
            return False
        seen = (high - low).prod() / max(1, (box[2:] - box[:2]).prod())
        if seen < 0.45:  # neither a mark nor nothing: a piece of one at the edge does not count
            first, last = (low / STRIDE).astype(int), np.ceil(high / STRIDE).astype(int)
            self.counted[kind, first[1]:last[1], first[0]:last[0]] = 0
            return False
        width, height = (high - low) / STRIDE
        centre = np.minimum(((low + high) / 2 / STRIDE).astype(int), self.limit // STRIDE - 1)
        hill = np.exp(-((self.x - centre[0])**2 / (2 * max(0.6, width / 7)**2) + (self.y - centre[1])**2 / (2 * max(0.6, height / 7)**2)))
        self.heat[kind] = np.maximum(self.heat[kind], hill)
        self.heat[kind, centre[1], centre[0]] = 1
        near, half = hill > 0.45, STRIDE / 2
        self.boxed[near] = np.where(hill >= 0.99, 1, 0.5)[near]
        px, py = self.x * STRIDE + half, self.y * STRIDE + half
        for i, distance in enumerate((px - low[0], py - low[1], high[0] - px, high[1] - py)):
            self.sides[i][near] = np.maximum(distance[near], 1)
        return True


def example(chance: random.Random, pages: Pages, side: int) -> tuple[np.ndarray, ...]:
    page, boxes = pages.any(chance)
    scale = chance.uniform(0.78, 1.2)
    stretch = scale * chance.uniform(0.92, 1.08)
    x, y = _centre(chance, boxes, page, side / scale)
    flow = np.array([[stretch, 0, side / 2 - stretch * x], [0, scale, side / 2 - scale * y]])
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    cut = toned(chance, cv2.warpAffine(page, flow, (side, side), flags=way, borderValue=(255, 255, 255)))
    wanted = Wanted(side, side)
    factor, shift = np.array([stretch, scale] * 2), np.tile(flow[:, 2], 2)
    for kind, box in sorted(boxes, key=lambda b: -(b[1][2:] - b[1][:2]).prod()):
        wanted.add(kind, box * factor + shift)
    return (255 - cut.transpose(2, 0, 1)) / 255, wanted.heat, wanted.counted, wanted.sides, wanted.boxed

"""From a page's picture to a list of finds. The same steps as the product's reader (libs/documents/src/marks)."""
import cv2
import numpy as np
import onnxruntime

from network import KINDS, STRIDE

LONG_SIDE = 1404  # about 120 dpi of A4; the physical size stored in a PDF is often wrong, so only pixels count
OVERLAP = {'signature': (0.4, 0.75), 'stamp': (0.3, 0.6), 'qr': (0.3, 0.6)}  # IoU, share of the smaller box
IN_STAMP = 0.3


def intersection(a, b) -> float:
    return max(0.0, min(a[2], b[2]) - max(a[0], b[0])) * max(0.0, min(a[3], b[3]) - max(a[1], b[1]))


def area(box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def iou(a, b) -> float:
    common = intersection(a, b)
    return common / (area(a) + area(b) - common + 1e-9)


def contained(a, b) -> float:
    return intersection(a, b) / (min(area(a), area(b)) + 1e-9)


def to_size(image: np.ndarray) -> np.ndarray:
    scale = LONG_SIDE / max(image.shape[:2])
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return cv2.resize(image, (round(image.shape[1] * scale), round(image.shape[0] * scale)), interpolation=way)


def network_input(image: np.ndarray) -> np.ndarray:
    height, width = image.shape[:2]
    padded = np.full((-(-height // 32) * 32, -(-width // 32) * 32, 3), 255, np.uint8)
    padded[:height, :width] = image
    return ((255 - padded.transpose(2, 0, 1).astype(np.float32)) / 255)[None]


def without_repeats(found: list[dict]) -> list[dict]:
    kept: list[dict] = []
    for find in sorted(found, key=lambda f: -f['score']):
        most, inside = OVERLAP[find['kind']]
        same = (k for k in kept if k['kind'] == find['kind'])
        if all(iou(find['box'], k['box']) < most and contained(find['box'], k['box']) < inside for k in same):
            kept.append(find)
    return kept


class Detector:
    def __init__(self, path: str, threads: int = 1):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.session = onnxruntime.InferenceSession(path, options, providers=['CPUExecutionProvider'])

    def finds(self, image: np.ndarray, least: float = 0.1) -> list[dict]:
        """Finds on a page already at LONG_SIDE, boxes in its pixels, channels blue, green, red."""
        heat, sides, peak = (o[0] for o in self.session.run(None, {'x': network_input(image)}))
        height, width = image.shape[:2]
        found = []
        for kind, row, column in np.argwhere((heat == peak) & (heat > least)):
            left, top, right, bottom = sides[:, row, column]
            x, y = column * STRIDE + STRIDE / 2, row * STRIDE + STRIDE / 2
            box = [max(0, x - left), max(0, y - top), min(width, x + right), min(height, y + bottom)]
            found.append({'kind': KINDS[kind], 'score': float(heat[kind, row, column]), 'box': [float(v) for v in box]})
        return without_repeats(found)


def accepted(found: list[dict], thresholds: dict[str, float]) -> list[dict]:
    """A signature inside a stamp is paler to the network than one on white paper, so it has its own threshold."""
    stamps = [f for f in found if f['kind'] == 'stamp' and f['score'] >= thresholds['stamp']]

    def enough(find: dict) -> bool:
        if find['kind'] != 'signature':
            return find['score'] >= thresholds[find['kind']]
        inside = any(contained(find['box'], s['box']) > IN_STAMP for s in stamps)
        return find['score'] >= thresholds['in_stamp' if inside else 'signature']

    return [f for f in found if enough(f)]

"""Recall and precision of a detector, by threshold.

python evaluate.py <marks.onnx> --generated <folder of pages.py> [...]
python evaluate.py <marks.onnx> --real <folder with boxes.json and PDFs> [--draw <folder>]

The counts are those of the judges: a signature counts when it covers over 15 % of the smaller of the two boxes, a stamp
or QR code at IoU 0.3; every further find is wrong.
"""
import argparse
import json
from pathlib import Path

import cv2
import numpy as np

from finds import Detector, accepted, contained, iou, to_size

PLURAL = {'signature': 'signatures', 'stamp': 'stamps', 'qr': 'qr'}
OUTSIDE, INSIDE = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5), (0.15, 0.2, 0.25, 0.3, 0.35, 0.4)
OTHERS = {'stamp': 0.35, 'qr': 0.35}
LEAST = 0.1


class Page:
    def __init__(self, name: str, image: np.ndarray, truth: list[dict], counted: bool = True):
        self.name, self.image, self.truth, self.counted, self.finds = name, image, truth, counted, []


def generated_pages(folder: str):
    for file in sorted(Path(folder).glob('*.json')):
        yield Page(file.stem, cv2.imread(str(file.with_suffix('.jpg'))), json.loads(file.read_text()))


def real_pages(folder: str):
    import pypdfium2  # only the real papers are PDFs
    for paper in json.loads((Path(folder) / 'boxes.json').read_text()):
        pdf = pypdfium2.PdfDocument(Path(folder) / paper['file'])
        for number in range(1, len(pdf) + 1):
            sheet = pdf[number - 1]
            image = to_size(sheet.render(scale=2000 / max(sheet.get_size())).to_numpy()[..., :3])
            height, width = image.shape[:2]
            truth = [{'kind': kind, 'box': [v * s for v, s in zip(mark['box'], (width, height) * 2)]}
                     for kind, name in PLURAL.items() for mark in paper[name] if mark['page'] == number]
            yield Page(f'{paper["id"]}-{number}', image, truth, number in paper['annotatedPages'])


def same(kind: str, found: list[float], true: list[float]) -> bool:
    return contained(found, true) > 0.15 if kind == 'signature' else iou(found, true) > 0.3


def tally(pages: list[Page], thresholds: dict[str, float], kind: str) -> np.ndarray:
    """True ones, hits, finds."""
    counts = np.zeros(3, int)
    for page in pages:
        free = [f['box'] for f in accepted(page.finds, thresholds) if f['kind'] == kind]
        wanted = [t['box'] for t in page.truth if t['kind'] == kind]
        counts += (len(wanted), 0, len(free))
        for box in wanted:
            hit = next((f for f in free if same(kind, f, box)), None)
            if hit is not None:
                free.remove(hit)
                counts[1] += 1
    return counts


def pages_right(pages: list[Page], thresholds: dict[str, float]) -> int:
    def signed(marks):
        return any(m['kind'] == 'signature' for m in marks)
    return sum(signed(p.truth) == signed(accepted(p.finds, thresholds)) for p in pages)


def shares(counts: np.ndarray) -> str:
    true, hit, found = counts
    return f'recall {hit}/{true} = {100 * hit / max(1, true):5.1f} %  precision {hit}/{found} = {100 * hit / max(1, found):5.1f} %'


def report(pages: list[Page]) -> None:
    counted = [p for p in pages if p.counted]
    for kind in ('stamp', 'qr'):
        for least in (0.3, 0.4, 0.5):
            print(f'{kind:10}{least:5} {shares(tally(counted, {**OTHERS, "signature": 1, "in_stamp": 1, kind: least}, kind))}')
    for outside in OUTSIDE:
        for inside in (i for i in INSIDE if i <= outside):
            chosen = {**OTHERS, 'signature': outside, 'in_stamp': inside}
            right = pages_right(counted, chosen)
            print(f'signature {outside:5} in stamp {inside:5} {shares(tally(counted, chosen, "signature"))}  '
                  f'pages right {right}/{len(counted)} = {100 * right / len(counted):.1f} %')
    unmarked = [p for p in pages if not p.counted]
    if unmarked:
        finds = sorted((round(f['score'], 2) for p in unmarked for f in p.finds if f['kind'] == 'signature'), reverse=True)
        print(f'{len(unmarked)} pages nobody marked, signatures found there (look at them): {finds[:25]}')


def draw(pages: list[Page], folder: str) -> None:
    Path(folder).mkdir(parents=True, exist_ok=True)
    colours = {'signature': (0, 0, 255), 'stamp': (0, 160, 0), 'qr': (255, 0, 255)}
    for page in pages:
        picture = page.image.copy()
        for mark in page.truth:
            x0, y0, x1, y1 = (int(v) for v in mark['box'])
            cv2.rectangle(picture, (x0, y0), (x1, y1), (255, 160, 0), 1)
        for find in page.finds:
            x0, y0, x1, y1 = (int(v) for v in find['box'])
            cv2.rectangle(picture, (x0, y0), (x1, y1), colours[find['kind']], 2)
            cv2.putText(picture, f'{find["score"]:.2f}', (x0, max(10, y0 - 3)), 0, 0.5, (0, 0, 200), 1)
        cv2.imwrite(str(Path(folder) / f'{page.name}.png'), picture)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument('model')
    parser.add_argument('--generated', nargs='*', default=[])
    parser.add_argument('--real')
    parser.add_argument('--draw')
    parser.add_argument('--least', type=float, default=LEAST)
    options = parser.parse_args()
    detector, pages = Detector(options.model), []
    sources = [generated_pages(f) for f in options.generated] + ([real_pages(options.real)] if options.real else [])
    for page in (p for source in sources for p in source):
        page.finds = detector.finds(page.image, options.least)
        pages.append(page)
    report(pages)
    if options.draw:
        draw(pages, options.draw)


if __name__ == '__main__':
    main()

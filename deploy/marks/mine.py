"""Keeps of newly generated pages those on which a detector errs: they teach most in the next round.

python mine.py <marks.onnx> --out <folder> --pages 800 --seed 21 --fonts <folder> [...]
"""
import argparse
import json
from pathlib import Path

import cv2
import numpy as np

from evaluate import same
from finds import Detector, accepted
from fonts import Typefaces
from pages import make_page

THRESHOLDS = {'signature': 0.25, 'in_stamp': 0.2, 'stamp': 0.3, 'qr': 0.3}


def mistakes(finds: list[dict], truth: list[dict]) -> tuple[int, int]:
    """False finds and missed marks."""
    free, missed = list(finds), 0
    for mark in truth:
        hit = next((f for f in free if f['kind'] == mark['kind'] and same(mark['kind'], f['box'], mark['box'])), None)
        if hit is None:
            missed += 1
        else:
            free.remove(hit)
    return len(free), missed


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument('model')
    parser.add_argument('--out', type=Path, required=True)
    parser.add_argument('--pages', type=int, required=True)
    parser.add_argument('--seed', type=int, required=True)
    parser.add_argument('--fonts', nargs='+', required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    detector, faces, sums = Detector(options.model), Typefaces(options.fonts, 'tune'), np.zeros(3, int)
    for i in range(options.pages):
        image, truth = make_page(options.seed * 100_000 + i, faces, 'tune')
        false, missed = mistakes(accepted(detector.finds(image), THRESHOLDS), truth)
        if false + missed > 0:
            sums += (1, false, missed)
            name = options.out / f'{options.seed}-{i:05}'
            cv2.imwrite(f'{name}.jpg', image, [cv2.IMWRITE_JPEG_QUALITY, 92])
            Path(f'{name}.json').write_text(json.dumps(truth))
    print(f'{sums[0]} of {options.pages} pages kept: {sums[1]} false finds, {sums[2]} missed')


if __name__ == '__main__':
    main()

"""Cuts the places to sign of a set of generated papers (deploy/scans) out of their pages: what the second network learns from.

python block_windows.py <folder of the set> --out <folder>
"""
import argparse
import json
from pathlib import Path

import cv2
import pypdfium2

from block_window import PAGE_MM, cut, middle, window_size
from finds import to_size

SPARE = 40  # pixels around the window, so that training may move it
TALLEST = 0.25  # a "block" of a greater part of the page is one that runs over two pages


def places(truth: dict) -> list[dict]:
    blocks = [('approval', truth.get('approval'))] + [(b['role'], b) for b in truth.get('signatures', [])]
    return [{**b, 'role': role} for role, b in blocks if b and b['box'] and b['box'][3] - b['box'][1] < TALLEST]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument('set', type=Path)
    parser.add_argument('--out', type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for paper in json.loads((options.set / 'truth.json').read_text()):
        pages: dict[int, object] = {}
        turned = {p['page'] for p in paper.get('pageInfo', []) if p['rotation']}
        for index, place in enumerate(p for p in places(paper) if p['page'] not in turned):
            number = place['page']
            if number not in pages:
                sheet = pypdfium2.PdfDocument(options.set / f'{paper["id"]}.pdf')[number - 1]
                pages[number] = to_size(sheet.render(scale=2000 / max(sheet.get_size())).to_numpy()[..., :3])
            page = pages[number]
            size = (page.shape[1], page.shape[0]) * 2
            block, own, written = ([v * s for v, s in zip(box, size)] if box else None for box in (place['box'], place['inkBox'], place.get('forBox')))
            marks = [[v * s for v, s in zip(m['box'], size)] for m in paper['marks'] if m['page'] == number]
            mm = min(page.shape[:2]) / PAGE_MM
            picture, (x, y) = cut(page, middle(block, mm), [s + 2 * SPARE for s in window_size(place['role'], mm)])
            moved = [[round(v - o, 1) for v, o in zip(box, (x, y) * 2)] if box else None for box in (block, own, written, *marks)]
            name = options.out / f'{options.set.name}-{paper["id"]}-{index}'
            cv2.imwrite(f'{name}.jpg', picture, [cv2.IMWRITE_JPEG_QUALITY, 93])
            truth = {'role': place['role'], 'block': moved[0], 'own': moved[1], 'for': moved[2], 'marks': moved[3:]}
            Path(f'{name}.json').write_text(json.dumps(truth))


if __name__ == '__main__':
    main()

"""Pages for training or measuring out of a set of generated papers (deploy/scans): PDFs beside inputs.json, truth.json.

python papers.py <folder of the set> --out <folder> [--most 300]
"""
import argparse
import json
from pathlib import Path

import cv2
import pypdfium2

from finds import to_size


def marks_of(truth: dict, page: int) -> list[tuple[str, list[float]]]:
    """Boxes in fractions. Papers without marks[] name their pen ink at the blocks."""
    blocks = [b for b in [truth.get('approval'), *truth.get('signatures', [])] if b and b.get('inkBox')]
    inks = truth.get('marks') or [{'type': 'signature', 'page': b['page'], 'box': b['inkBox']} for b in blocks]
    codes = (truth.get('electronic') or {}).get('boxes', [])
    found = [('signature', m) for m in inks if m['type'] == 'signature']
    found += [('stamp', s) for s in truth.get('stamps', [])]
    found += [('qr', c) for c in codes if c['type'] == 'qr']
    return [(kind, m['box']) for kind, m in found if m['page'] == page]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument('set', type=Path)
    parser.add_argument('--out', type=Path, required=True)
    parser.add_argument('--most', type=int, default=10_000)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    files = {i['id']: i['file'] for i in json.loads((options.set / 'inputs.json').read_text())}
    for paper in json.loads((options.set / 'truth.json').read_text())[:options.most]:
        pdf = pypdfium2.PdfDocument(options.set / files[paper['id']])
        turned = {p['page'] for p in paper.get('pageInfo', []) if p['rotation']}  # the reader turns them before it looks
        for number in (n for n in range(1, len(pdf) + 1) if n not in turned):
            sheet = pdf[number - 1]
            image = to_size(sheet.render(scale=2000 / max(sheet.get_size())).to_numpy()[..., :3])
            size = (image.shape[1], image.shape[0]) * 2
            marks = [{'kind': k, 'box': [round(v * s, 1) for v, s in zip(box, size)]} for k, box in marks_of(paper, number)]
            name = options.out / f'{paper["id"]}-{number}'
            cv2.imwrite(f'{name}.jpg', image, [cv2.IMWRITE_JPEG_QUALITY, 92])
            Path(f'{name}.json').write_text(json.dumps(marks))


if __name__ == '__main__':
    main()

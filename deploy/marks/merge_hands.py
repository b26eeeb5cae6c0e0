"""Makes one .ttf of each handwriting package of npm (@fontsource/*), whose scripts come in separate .woff2 files.

python merge_hands.py <folder with node_modules/@fontsource> <folder for the .ttf files>
"""
import sys
from pathlib import Path

from fontTools import merge
from fontTools.ttLib import TTFont

SUBSETS = ('cyrillic', 'cyrillic-ext', 'latin')
UNMERGEABLE = ('GSUB', 'GPOS', 'GDEF', 'fvar', 'gvar', 'avar', 'HVAR', 'STAT', 'MVAR')


def merged(package: Path, out: Path) -> None:
    parts = []
    for subset in SUBSETS:
        source = package / 'files' / f'{package.name}-{subset}-400-normal.woff2'
        if not source.exists():
            continue
        part = TTFont(source)
        part.flavor = None
        for table in UNMERGEABLE:
            if table in part:
                del part[table]
        parts.append(out / f'{package.name}-{subset}.part')
        part.save(parts[-1])
    merge.Merger().merge([str(p) for p in parts]).save(out / f'{package.name}.ttf')
    for part in parts:
        part.unlink()


if __name__ == '__main__':
    target = Path(sys.argv[2])
    target.mkdir(parents=True, exist_ok=True)
    for folder in sorted(Path(sys.argv[1]).glob('*/')):
        merged(folder, target)

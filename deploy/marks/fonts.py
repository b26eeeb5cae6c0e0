"""Typefaces in two families that share none: pages are made for training with one, for measuring with the other."""
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

from dice import Dice

PRINT = {
    'tune': ('Liberation', 'DejaVuSans', 'DejaVuSerif', 'Carlito', 'FreeSerif', 'FreeSans', 'OpenSans', 'Nimbus', 'C059',
             'P052'),
    'report': ('PT_', 'PTF', 'PTS', 'PTN', 'PTC', 'CharisSIL', 'Roboto', 'NotoSans-', 'NotoSerif-', 'URWGothic'),
}
HAND = {
    'tune': ('caveat', 'marck-script', 'neucha', 'amatic-sc', 'shantell-sans', 'lobster', 'comforter'),
    'report': ('bad-script', 'pangolin', 'pacifico', 'great-vibes'),
}
# A name in one of these thin faces, bent, may pass for a signature; the others are only notes or printed mottoes.
SIGNABLE = ('caveat', 'marck-script', 'comforter', 'bad-script', 'great-vibes')
WITHOUT_CYRILLIC = ('Mono', 'Math', 'Symbol')


def _files(folders: list[str], starts: tuple[str, ...]) -> list[str]:
    found = {}
    for folder in folders:
        for file in sorted(Path(folder).rglob('*')):
            wanted = file.suffix in ('.ttf', '.otf') and file.name.startswith(starts)
            if wanted and not any(w in file.name for w in WITHOUT_CYRILLIC):
                found.setdefault(file.name, str(file))
    return [found[name] for name in sorted(found)]


@lru_cache(maxsize=600)
def typeface(file: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file, max(6, size))


class Typefaces:
    def __init__(self, folders: list[str], family: str):
        prints = _files(folders, PRINT[family])
        self.slanted = [f for f in prints if any(s in f for s in ('Ital', 'Obl', '-It'))]
        self.upright = [f for f in prints if f not in self.slanted]
        self.hands = _files(folders, HAND[family])
        self.signing = [f for f in self.hands if Path(f).stem in SIGNABLE]
        if not self.upright or not self.hands:
            raise SystemExit(f'no typefaces of the family {family} in {folders}')

    def print_file(self, dice: Dice) -> str:
        return dice.choice(self.slanted if self.slanted and dice.chance(0.1) else self.upright)

    def hand_file(self, dice: Dice) -> str:
        return dice.choice(self.hands)

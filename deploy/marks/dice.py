"""All chance of a page comes from one seed, so that a page can be made again."""
import random

import numpy as np


class Dice(random.Random):
    def __init__(self, seed: int):
        super().__init__(seed)
        self.noise = np.random.default_rng(seed)

    def chance(self, probability: float) -> bool:
        return self.random() < probability

    def pick(self, weighted: dict):
        return self.choices(list(weighted), list(weighted.values()))[0]

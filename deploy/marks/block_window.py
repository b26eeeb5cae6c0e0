"""The window of a page around a block of position and name, the same in training and in the product (libs/documents/src/marks)."""
import cv2
import numpy as np

PAGE_MM = 210  # of the short side: the physical size stored in a file is often wrong
WIDTH, HEIGHT = {'approval': 124, 'agreement': 192, 'end': 192}, {'approval': 64, 'agreement': 48, 'end': 48}
LEFT = 7  # of the block's middle is the window's: people write «за» there
MULTIPLE = 32


def window_size(role: str, mm: float) -> list[int]:
    return [round(side[role] * mm / MULTIPLE) * MULTIPLE for side in (WIDTH, HEIGHT)]


def middle(block: list[float], mm: float) -> tuple[float, float]:
    return (block[0] + block[2]) / 2 - LEFT * mm, (block[1] + block[3]) / 2


def cut(page: np.ndarray, at: tuple[float, float], size: list[int]) -> tuple[np.ndarray, tuple[int, int]]:
    """The window with its middle there, white where it leaves the page, and where it begins."""
    x, y = (round(v - side / 2) for v, side in zip(at, size))
    flow = np.array([[1, 0, -x], [0, 1, -y]], float)
    return cv2.warpAffine(page, flow, tuple(size), flags=cv2.INTER_NEAREST, borderValue=(255, 255, 255)), (x, y)

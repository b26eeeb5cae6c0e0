"""The window of a page around a block of position and name, the same in training and in the product (libs/documents/src/marks)."""
import cv2
import numpy as np

PAGE_MM = 210  # of the short side: the physical size stored in a file is often wrong
WIDTH, HEIGHT = {'approval': 124, 'agreement': 176, 'end': 176}, {'approval': 64, 'agreement': 48, 'end': 48}
MULTIPLE = 32


def window_size(role: str, mm: float) -> list[int]:
    return [round(side[role] * mm / MULTIPLE) * MULTIPLE for side in (WIDTH, HEIGHT)]


def cut(page: np.ndarray, block: list[float], size: list[int]) -> tuple[np.ndarray, tuple[int, int]]:
    """The window with its middle on the block's, white where it leaves the page, and where it begins."""
    x, y = (round((block[i] + block[i + 2]) / 2 - size[i] / 2) for i in (0, 1))
    flow = np.array([[1, 0, -x], [0, 1, -y]], float)
    return cv2.warpAffine(page, flow, tuple(size), flags=cv2.INTER_NEAREST, borderValue=(255, 255, 255)), (x, y)

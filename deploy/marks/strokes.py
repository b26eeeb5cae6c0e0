"""Pen movements as polylines, about one unit wide, y downwards. Each family of hands has its own models."""
import math

import numpy as np

from dice import Dice

Stroke = np.ndarray


def through(points, steps: int = 14) -> Stroke:
    """A Catmull-Rom curve through the points."""
    p = np.array(points, float)
    p = np.vstack([2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    pieces = []
    for a, b, c, d in zip(p, p[1:], p[2:], p[3:]):
        pieces.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    return np.vstack(pieces + [p[-2:-1]])


def fitted(stroke: Stroke, width: float, height: float) -> Stroke:
    low, high = stroke.min(0), stroke.max(0)
    return (stroke - low) / np.maximum(high - low, 1e-6) * [width, height]


def waves(dice: Dice) -> Stroke:
    """An oscillating hand: loops and waves of changing size."""
    u = dice.uniform
    length = u(3, 9) * 2 * math.pi
    t = np.linspace(0, length, 420)
    size = np.interp(t, np.linspace(0, length, 9), [u(0.4, 1.4) for _ in range(9)]) * np.exp(-t / length * u(0, 2))
    return np.c_[t * u(0.2, 0.55) + u(0.2, 0.9) * size * np.cos(t + u(0, 1.5)), -size * np.sin(t) - t * u(-0.05, 0.08)]


def zigzag(dice: Dice) -> Stroke:
    u, count, x, points = dice.uniform, dice.randint(4, 12), 0.0, []
    for i in range(count):
        x += u(-0.1, 0.5)
        points.append((x, (-1 if i % 2 else 1) * u(0.1, 0.8) * (1 - 0.6 * i / count)))
    return through(points)


def lognormal(dice: Dice) -> Stroke:
    """Kinematic model of fast writing: every movement has a log-normal speed and overlaps the next."""
    u, count = dice.uniform, dice.randint(6, 14)
    t = np.linspace(0, count * 0.1 + 0.5, 400)
    speed_x, speed_y, heading = np.zeros(400), np.zeros(400), u(-1.5, 0)
    for i in range(count):
        since = np.maximum(t - i * 0.1 * u(0.85, 1.2), 1e-6)
        spread = u(0.2, 0.42)
        bump = u(0.3, 1.2) * (2 if i < 2 else 1) / (spread * since)
        bump = bump * np.exp(-(np.log(since) + u(1.6, 2.1))**2 / (2 * spread * spread))
        turned = heading + u(0.8, 2.2) * (1 if i % 2 else -1)
        angle = heading + (turned - heading) * np.cumsum(bump) / max(bump.sum(), 1e-9)
        speed_x += bump * (np.cos(angle) * 0.75 + 0.35)
        speed_y += bump * np.sin(angle)
        heading = math.pi * (0.5 if i % 2 == 0 else -0.5) + u(-0.6, 0.6)
    return np.c_[np.cumsum(speed_x), np.cumsum(speed_y)]


def capital(dice: Dice) -> Stroke:
    u, form = dice.uniform, dice.randint(0, 3)
    if form == 0:
        return through([(0, 0.2), (u(0.1, 0.4), -1.2), (u(0.5, 0.8), -1.4), (u(0.2, 0.5), 0.3), (u(-0.2, 0.1), 0.6),
                        (u(0.3, 0.8), 0.1), (u(0.9, 1.3), -0.2)])
    if form == 1:
        return through([(u(0, 0.5), -1.2), (u(-0.1, 0.2), 0.5), (u(0.2, 0.4), 0.2), (u(0.6, 1), -1), (u(0.6, 1.1), 0.5), (1.2, 0)])
    if form == 2:
        a = np.linspace(u(-1, 1), u(5.5, 9), 90)
        return np.c_[0.5 + u(0.4, 0.7) * np.cos(a) * np.linspace(1, u(0.5, 1), 90),
                     -0.3 + u(0.6, 1) * np.sin(a) * np.linspace(1, u(0.6, 1), 90)]
    return through([(u(-0.2, 1.2), u(-1.3, 0.6)) for _ in range(dice.randint(4, 8))])


def letters(dice: Dice) -> Stroke:
    """Joined letters: humps, loops up and down, and o-shapes on one base line."""
    u, x, points = dice.uniform, 0.0, [(0.0, 0.0)]
    forms = ([(0.1, -0.5), (0.35, 0)], [(0.3, -1.3), (0.1, -1.5), (0.3, 0)], [(0.35, 0.9), (0.05, 1.1), (0.4, 0)],
             [(0.05, -0.5), (-0.15, -0.1), (0.1, 0.05), (0.3, -0.4), (0.4, 0)], [(0.2, -0.6), (0.25, 0), (0.45, -0.55), (0.55, 0)])
    for i in range(dice.randint(3, 8)):
        size = u(0.7, 1.2) * (u(1.2, 2.4) if i == 0 else 1 - 0.05 * i)
        for dx, dy in dice.choice(forms):
            points.append((x + dx * u(0.8, 1.2), dy * size))
        x = points[-1][0] + u(0, 0.15)
    return through(points, 9)


def monogram(dice: Dice) -> Stroke:
    """Letters written over each other inside one sweep."""
    u = dice.uniform
    a = np.linspace(0, u(6, 12), 120)
    sweep = np.c_[0.9 * np.cos(a) * np.linspace(1, u(0.3, 0.9), 120), u(0.3, 0.7) * np.sin(a + u(0, 1))]
    return np.vstack([sweep, through([sweep[-1], (u(-0.5, 0.2), u(-1, -0.4)), (u(-0.2, 0.4), 0.6), (u(0.4, 1.8), u(-0.4, 0.2))])])


BODIES = {'tune': (waves, zigzag, lognormal, letters), 'report': (waves, lognormal, monogram)}


def tail(dice: Dice, end) -> Stroke:
    u = dice.uniform
    return through([end, end + [u(0.05, 0.4), u(-0.25, 0.1)], end + [u(-0.6, 0.3), u(0.05, 0.3)], end + [u(-0.1, 0.5), u(-0.2, 0.25)]])


def signature(dice: Dice, family: str) -> list[Stroke]:
    u, bodies = dice.uniform, BODIES[family]
    if dice.chance(0.55):
        drawn = [fitted(dice.choice(bodies)(dice), 1, u(0.2, 0.65))]
    else:
        first = fitted(capital(dice), u(0.2, 0.5), u(0.35, 0.7))
        rest = fitted(dice.choice(bodies)(dice), u(0.4, 0.8), u(0.12, 0.35))
        rest = rest + [first[-1, 0] * u(0.4, 1), first[:, 1].mean() - rest[:, 1].mean() + u(-0.05, 0.15)]
        drawn = [np.vstack([first, rest])] if dice.chance(0.6) else [first, rest]
    if dice.chance(0.45):
        drawn[-1] = np.vstack([drawn[-1], tail(dice, drawn[-1][-1])])
    if dice.chance(0.25):
        drawn.append(through([(u(-0.1, 0.2), u(0.1, 0.6)), (u(0.3, 0.6), u(0.1, 0.5)), (u(0.8, 1.3), u(0, 0.5))]))
    if dice.chance(0.12):
        drawn.append(fitted(capital(dice), u(0.1, 0.3), u(0.15, 0.4)) + [u(0.3, 0.9), u(-0.1, 0.2)])
    return drawn

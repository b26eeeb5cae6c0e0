"""python mean.py <out.pt> <weights.pt> ...: the mean of several moments of one training, which errs less than any one of them."""
import sys

import torch


def main(target: str, *sources: str) -> None:
    states = [torch.load(source, weights_only=True) for source in sources]
    torch.save({name: sum(s[name].float() for s in states).div(len(states)).to(value.dtype) for name, value in states[0].items()}, target)


if __name__ == '__main__':
    main(*sys.argv[1:])

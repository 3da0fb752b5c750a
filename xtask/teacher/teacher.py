"""Train the teacher, measure it on sets left out of its training, and label text with it.

    python teacher.py train --corpora DIR --out model.pt [--seed 1] [--leave-out wikigold,gum]
    python teacher.py evaluate --corpora DIR --models model.pt[,…] --sets wikigold,gum
    python teacher.py label --corpora DIR --models model.pt[,…] --text gmb/train --out FILE
    python teacher.py refine --corpora DIR --models model.pt[,…] --out FOLDER
"""

import argparse
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch

from corpora import EVALUATED, SOURCES, load
from decode import begun, decode, spans_of, surest, vote, within
from encoder import CLS, PAD, SEP, Pieces, Teacher, shape
from labels import TAGS, coarse_tag, pack, read_bio

ROOM = 126  # word pieces of text in a window, [CLS] and [SEP] not counted


def encode(sentences, pieces):
    """Per sentence: piece ids, the casing class of each piece, the index of each word's first piece."""
    out = []
    for words, _ in sentences:
        ids, shapes, firsts = [], [], []
        for word in words:
            firsts.append(len(ids))
            ids += pieces(word)
            shapes += [shape(word)] * (len(ids) - len(shapes))
        out.append((ids, shapes, firsts))
    return out


def windows(encoded, offset):
    """Neighbouring sentences packed into windows: lists of (sentence, from word, to word).

    The first window is shortened by `offset` pieces, so that other offsets give other neighbours.
    """
    out, now, room = [], [], ROOM - offset
    for number, (ids, _, firsts) in enumerate(encoded):
        ends = firsts[1:] + [len(ids)]
        if now and len(ids) > room:
            out.append(now)
            now, room = [], ROOM
        start = 0
        while start < len(firsts):
            stop = start
            while stop < len(firsts) and ends[stop] - firsts[start] <= room:
                stop += 1
            if stop == start:  # nothing fits in what is left of a shortened first window
                if now:
                    out.append(now)
                now, room = [], ROOM
                continue
            now.append((number, start, stop))
            room -= ends[stop - 1] - firsts[start]
            if stop < len(firsts):
                out.append(now)
                now, room = [], ROOM
            start = stop
    return out + ([now] if now else [])


def batch_of(chunk, encoded, device, recase=None):
    """Tensors of a batch of windows: ids, casing, and the flat positions of the words in order."""
    rows, cases, at = [], [], []
    for window in chunk:
        ids, shapes, spots = [CLS], [0], []
        for number, start, stop in window:
            all_ids, all_shapes, firsts = encoded[number]
            low, high = firsts[start], firsts[stop] if stop < len(firsts) else len(all_ids)
            spots += [len(ids) + f - low for f in firsts[start:stop]]
            ids += all_ids[low:high]
            shapes += all_shapes[low:high]
        to = recase() if recase else None
        if to:  # lower, Title or UPPER case throughout; digits and signs stay
            shapes = [to if 1 <= s <= 5 else s for s in shapes]
        rows.append(ids + [SEP])
        cases.append(shapes + [0])
        at.append(spots)
    wide = -(-max(map(len, rows)) // 8) * 8
    words = torch.tensor([i * wide + s for i, spots in enumerate(at) for s in spots])
    ids, cases = (torch.tensor([r + [PAD] * (wide - len(r)) for r in part]) for part in (rows, cases))
    return ids.to(device), cases.to(device), words.to(device)


def scores(model, inputs, device):
    """Log-probabilities of the words of a batch, in single precision."""
    ids, cases, words = inputs
    with torch.autocast(device, dtype=torch.bfloat16):
        logits = model(ids, cases)
    return logits.flatten(0, 1)[words].float().log_softmax(-1)


def save(path, state):
    """Write a state whole or not at all."""
    part = path.with_name(path.name + ".part")
    torch.save(state, part)
    part.replace(path)


def chance():
    """The state of every random generator that training draws from."""
    cuda = torch.cuda.get_rng_state_all() if torch.cuda.is_available() else []
    return {"python": random.getstate(), "torch": torch.get_rng_state(), "cuda": cuda}


def set_chance(state):
    """Go on from a state that `chance` gave."""
    random.setstate(state["python"])
    torch.set_rng_state(state["torch"])
    if state["cuda"]:
        torch.cuda.set_rng_state_all(state["cuda"])


def train(args):
    """Train one teacher and write its state; go on from where an interrupted run was kept."""
    random.seed(args.seed), torch.manual_seed(args.seed)
    pieces, data = Pieces(), []
    for name in [n for n in SOURCES if n not in args.leave_out]:
        source = SOURCES[name]
        sentences, _ = load(args.corpora, source.files, source.hidden, args.limit, args.doubt_gmb)
        data.append((source, sentences, encode(sentences, pieces)))
    pool = [(source.weight, s, e) for source, ss, es in data for s, e in zip(ss, es)]
    encoded = [e for _, _, e in pool]

    def epoch():
        """The windows of one epoch, shuffled: a share of each set, cut at new places."""
        base, out = 0, []
        for source, sentences, own in data:
            cut = [[(n + base, a, b) for n, a, b in w] for w in windows(own, random.randrange(ROOM // 2))]
            out += random.sample(cut, max(1, round(len(cut) * source.share)))
            base += len(sentences)
        random.shuffle(out)
        return [out[i : i + args.batch] for i in range(0, len(out), args.batch)]

    def recase():
        """The casing class to turn a window to: mostly none, else lower, title or upper."""
        return random.choices([None, 1, 2, 3], [0.84, 0.06, 0.06, 0.04])[0]

    plan = [chunk for _ in range(args.epochs) for chunk in epoch()]
    model = Teacher(len(TAGS)).load_pretrained().to(args.device)
    fresh = [p for n, p in model.named_parameters() if n.startswith(("head", "shape"))]
    rest = [p for n, p in model.named_parameters() if not n.startswith(("head", "shape", "word"))]
    groups = [{"params": fresh, "lr": 10 * args.rate, "weight_decay": 0.0},
              {"params": [model.word.weight], "weight_decay": 0.0}, {"params": rest, "weight_decay": 0.01}]
    optimiser = torch.optim.AdamW(groups, lr=args.rate, fused=True)
    warm = max(1, len(plan) // 10)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda i: min((i + 1) / warm, (len(plan) - i) / max(1, len(plan) - warm)))
    kept = args.out.with_name(args.out.name + ".kept")
    recipe = [args.seed, args.epochs, args.batch, args.rate, args.leave_out, args.limit, args.doubt_gmb]
    done = 0
    if kept.exists():
        state = torch.load(kept, map_location="cpu", weights_only=True)
        if state["recipe"] != recipe:
            sys.exit(f"{kept} was kept by a run with other arguments; remove it to begin anew.")
        done = state["step"]
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        pace.load_state_dict(state["pace"])
        set_chance(state["chance"])
        print(f"going on after step {done}", flush=True)
    model.train()
    begun, shown = time.time(), 0.0
    for step, chunk in enumerate(plan[done:], done + 1):
        inputs = batch_of(chunk, encoded, args.device, recase)
        spans = [span for window in chunk for span in window]
        may = torch.from_numpy(np.concatenate([pool[n][1][1][a:b] for n, a, b in spans])).to(args.device)
        weight = torch.tensor([pool[n][0] for n, a, b in spans for _ in range(a, b)], device=args.device)
        log = scores(model, inputs, args.device).masked_fill(~may, float("-inf")).logsumexp(-1)
        loss = -(log * weight).sum() / weight.sum()
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step(), pace.step()
        shown += loss.item()
        if step % 50 == 0 or step == len(plan):
            print(f"step {step}/{len(plan)} loss {shown / (step % 50 or 50):.4f} {time.time() - begun:.0f} s", flush=True)
            shown = 0.0
        if step % args.keep_every == 0:
            save(kept, {"recipe": recipe, "step": step, "model": model.state_dict(), "optimiser": optimiser.state_dict(),
                        "pace": pace.state_dict(), "chance": chance()})
    save(args.out, model.half().state_dict() | {"left_out": args.leave_out})
    kept.unlink(missing_ok=True)


@torch.inference_mode()
def predict(models, encoded, device, views):
    """Mean tag probabilities per sentence over the models and over `views` cuttings into windows."""
    out = [np.zeros((len(firsts), len(TAGS)), dtype=np.float32) for _, _, firsts in encoded]
    for view in range(views):
        cut = windows(encoded, view * ROOM // (2 * views))
        cut.sort(key=lambda w: sum(b - a for _, a, b in w))
        for i in range(0, len(cut), 64):
            inputs = batch_of(cut[i : i + 64], encoded, device)
            mean = sum(scores(m, inputs, device).exp() for m in models).cpu().numpy() / (len(models) * views)
            done = 0
            for n, a, b in (span for window in cut[i : i + 64] for span in window):
                out[n][a:b] += mean[done : done + b - a]
                done += b - a
    return out


def evaluate(args):
    """Print exact F1 over PER, ORG and LOC; a set that a model was trained on is refused."""
    models, pieces = open_models(args), Pieces()
    seen = [n for n in args.sets if n in SOURCES and any(n not in m.left_out for m in models)]
    if seen:
        sys.exit(f"These sets were trained on and tell nothing of quality: {', '.join(seen)}.")
    for name in args.sets:
        for file in EVALUATED[name]:
            sentences, gold = load(args.corpora, [file], limit=args.limit)
            count = {t: np.zeros(3) for t in ("PER", "ORG", "LOC")}
            for rows, p in zip(gold, predict(models, encode(sentences, pieces), args.device, args.views)):
                want = spans_of([row[1] for row in rows])
                got = spans_of([coarse_tag(tag) for tag, _, _ in decode(p)])
                for kind, c in count.items():
                    c += [sum(s[2] == kind for s in part) for part in (want & got, got, want)]
            count = {"all": sum(count.values()), **count}
            print(file, *(f"{k} {200 * c[0] / max(1, c[1] + c[2]):.1f}" for k, c in count.items()), flush=True)


def kept_predictions(args, name, sentences):
    """`predict` of each model on a text, averaged; with --keep each model's is written down and read again."""
    encoded, total = None, 0
    for path, model in zip(args.models, open_models(args)):
        kept = args.keep and args.keep / f"{Path(path).stem}.{name.replace('/', '.')}.{args.views}.npy"
        if kept and kept.exists():
            flat = np.load(kept)
        else:
            encoded = encoded or encode([([row[0] for row in rows], None) for rows in sentences], Pieces())
            flat = np.concatenate(predict([model], encoded, args.device, args.views)).astype(np.float16)
            if kept:
                kept.parent.mkdir(parents=True, exist_ok=True)
                np.save(kept, flat)
        total = total + flat.astype(np.float32) / len(args.models)
    return np.split(total, np.cumsum([len(rows) for rows in sentences])[:-1])


def label(args):
    """Write the packed labels of a text, and with --plain the same as text files."""
    sentences = read_bio(args.corpora / "ner" / f"{args.text}.bio")[: args.limit]
    ours = kept_predictions(args, args.text, sentences)
    labels, agreed = [decode(p) for p in ours], [True] * len(sentences)
    sure = [min(surest(p, found)) >= 0.6 for p, found in zip(ours, labels)]
    if args.vote:
        other = [begun([row[1] for row in rows]) for rows in read_bio(args.vote)[: args.limit]]
        if [len(s) for s in other] != [len(s) for s in sentences]:
            sys.exit(f"{args.vote} has sentences of other lengths than {args.text}.")
        agreed = [[coarse_tag(tag) for tag, _, _ in found] == tags for found, tags in zip(labels, other)]
        ours = [vote(p, tags, args.vote_weight) for p, tags in zip(ours, other)]
        labels = [decode(p) for p in ours]
    data = pack(sentences, labels)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_bytes(data)
    print(f"{args.out}: {len(data)} bytes, {len(sentences)} sentences, {sum(agreed)} agreed on, {sum(sure)} sure, "
          f"{sum(a and s for a, s in zip(agreed, sure))} both")
    if args.plain:
        fine = [[tag for tag, _, _ in found] for found in labels]
        write_rows(args.plain.with_suffix(".fine.bio"), sentences, fine)
        write_rows(args.plain.with_suffix(".bio"), sentences, [[coarse_tag(tag) for tag in tags] for tags in fine])
        values = ([f"{value:.3f}" for value in surest(p, found)] for p, found in zip(ours, labels))
        args.plain.with_suffix(".conf").write_text("".join("\n".join(v) + "\n\n" for v in values))
        lines = (f"{a and s:d}\n" for a, s in zip(agreed, sure))
        args.plain.with_suffix(".sure").write_text("".join(lines))


def refine(args):
    """Write the gold sets with their own spans and coarse types, and the teacher's fine type for each."""
    for name in [n for n in SOURCES if n != "gmb"]:
        for file in SOURCES[name].files:
            masks, gold = load(args.corpora, [file], limit=args.limit)
            found = kept_predictions(args, file, gold)
            fine = [[tag for tag, _, _ in decode(within(p, mask))] for p, (_, mask) in zip(found, masks)]
            if any(coarse_tag(tag) != row[1] for tags, rows in zip(fine, gold) for tag, row in zip(tags, rows)):
                sys.exit(f"{file}: a gold span was lost.")
            write_rows(args.out / f"{file}.fine.bio", gold, fine)
            print(file, len(gold), flush=True)


def write_rows(path, sentences, tags):
    """Write a BIO file of the sentences' words and these tags."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8") as out:
        for rows, row_tags in zip(sentences, tags):
            out.writelines(f"{row[0]}\t{tag}\n" for row, tag in zip(rows, row_tags))
            out.write("\n")


def open_models(args):
    """The trained models named in --models, ready to predict."""
    models = []
    for path in args.models:
        model = Teacher(len(TAGS))
        state = torch.load(path, map_location="cpu", weights_only=True)
        model.left_out = state.pop("left_out", [])
        model.load_state_dict(state)
        models.append(model.float().eval().to(args.device))
    return models


def main():
    """Read the arguments and run one of the commands."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    for run in (train, evaluate, label, refine):
        p = commands.add_parser(run.__name__, help=run.__doc__)
        p.set_defaults(run=run)
        p.add_argument("--corpora", type=Path, required=True, help="the folder that holds ner/")
        p.add_argument("--device", choices=["cpu", "cuda"], default="cpu")
        p.add_argument("--threads", type=int, help="CPU threads")
        p.add_argument("--limit", type=int, help="sentences read of each file, to try things out")
        if run is train:
            p.add_argument("--out", type=Path, required=True)
            p.add_argument("--seed", type=int, default=1)
            p.add_argument("--epochs", type=int, default=4)
            p.add_argument("--batch", type=int, default=16, help="windows in a batch")
            p.add_argument("--rate", type=float, default=1.5e-4)
            p.add_argument("--keep-every", type=int, default=100, help="steps between two keepings of the run")
            p.add_argument("--doubt-gmb", action="store_true", help="train on GMB's tags only where gmb.py believes them")
            p.add_argument("--leave-out", type=lambda s: s.split(","), default=[])
        else:
            p.add_argument("--models", type=lambda s: s.split(","), required=True)
            p.add_argument("--views", type=int, default=2, help="cuttings into windows to average over")
        if run is evaluate:
            p.add_argument("--sets", type=lambda s: s.split(","), default=list(EVALUATED))
        if run is label:
            p.add_argument("--text", default="gmb/train", help="the file to label, under ner/")
            p.add_argument("--vote", type=Path, help="a BIO file of the same text whose tags count as one more vote")
            p.add_argument("--vote-weight", type=float, default=0.3)
            p.add_argument("--plain", type=Path, help="write PLAIN.bio, .fine.bio, .conf and .sure as well")
        if run in (label, refine):
            p.add_argument("--out", type=Path, required=True)
            p.add_argument("--keep", type=Path, help="a folder to keep each model's probabilities in")
    args = parser.parse_args()
    if args.threads:
        torch.set_num_threads(args.threads)
    torch.use_deterministic_algorithms(True, warn_only=True)
    args.run(args)


if __name__ == "__main__":
    main()

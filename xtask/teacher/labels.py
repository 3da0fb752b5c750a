"""The packed labels: the tag scheme and the file format. Needs brotli alone, never torch.

A file is one brotli stream over:

    magic     4 bytes   b"MTL1"
    sentences u32 LE    number of sentences
    tokens    u32 LE    number of tokens in all of them
    text      32 bytes  SHA-256 of the text the labels belong to: every token in UTF-8 followed
                        by a line feed, and one more line feed after each sentence
    first     tokens bytes   bits 0-4 the tag (index into TAGS), bits 5-7 the confidence level
    second    one byte for each token whose level is below 7, in order: the runner-up among the
              coarse tags (index into COARSE_TAGS)

A level is the index of the interval of LEVELS that holds the probability of the chosen coarse
tag. The fine type is chosen within the coarse one, so COARSE_OF gives the coarse tag back.
"""

import argparse
import hashlib
import struct
import sys
from collections import Counter
from pathlib import Path

import brotli

MAGIC = b"MTL1"
# Types in the manner of OntoNotes' names, and OTHER for names that none of them fits.
TYPES = ["PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "OTHER"]
COARSE = ["PER", "ORG", "LOC", "MISC"]
COARSE_OF = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
COARSE_OF = {t: COARSE_OF.get(t, "MISC") for t in TYPES}
TAGS = ["O"] + [f"{p}-{t}" for t in TYPES for p in "BI"]
COARSE_TAGS = ["O"] + [f"{p}-{t}" for t in COARSE for p in "BI"]
# Upper ends of the confidence levels 0..6; level 7 is everything above.
LEVELS = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99]


def coarse_tag(tag):
    """The coarse tag of a fine one: B-GPE is B-LOC."""
    return tag if tag == "O" else tag[:2] + COARSE_OF[tag[2:]]


def read_bio(path):
    """Sentences of a BIO file, each a list of (token, tag)."""
    sentences, rows = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line:
                rows.append(tuple(line.split("\t")))
            elif rows:
                sentences.append(rows)
                rows = []
    return sentences + ([rows] if rows else [])


def text_digest(sentences):
    """SHA-256 of the tokens, as the format above defines it."""
    digest = hashlib.sha256()
    for rows in sentences:
        digest.update("".join(f"{row[0]}\n" for row in rows).encode() + b"\n")
    return digest.digest()


def level(probability):
    """The confidence level 0..7 of a probability."""
    return sum(probability > end for end in LEVELS)


def pack(sentences, labels):
    """The file's bytes; `labels` has a (tag, level, runner-up coarse tag) for each token."""
    flat = [label for sentence in labels for label in sentence]
    if [len(s) for s in sentences] != [len(s) for s in labels]:
        raise ValueError("the labels and the text have sentences of different lengths")
    head = MAGIC + struct.pack("<II", len(sentences), len(flat)) + text_digest(sentences)
    first = bytes(TAGS.index(tag) | sure << 5 for tag, sure, _ in flat)
    second = bytes(COARSE_TAGS.index(other) for _, sure, other in flat if sure < 7)
    return brotli.compress(head + first + second, quality=11, lgwin=24)


def unpack(data, sentences):
    """The labels of `pack`; a ValueError where they do not belong to these sentences."""
    raw = brotli.decompress(data)
    if raw[:4] != MAGIC:
        raise ValueError("this is not a label file: it does not begin with MTL1")
    count, tokens = struct.unpack_from("<II", raw, 4)
    if raw[12:44] != text_digest(sentences):
        raise ValueError(f"the labels ({count} sentences, {tokens} tokens) belong to another text than the one given")
    first, second = raw[44 : 44 + tokens], iter(raw[44 + tokens :])
    flat = ((TAGS[b & 31], b >> 5, COARSE_TAGS[next(second)] if b >> 5 < 7 else None) for b in first)
    labels = [[next(flat) for _ in rows] for rows in sentences]
    if next(flat, None) is not None or next(second, None) is not None:
        raise ValueError("the label file is longer than the text")
    return labels


def main():
    """Check a label file against its text; with --bio write it out as fine BIO."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("labels", type=Path)
    parser.add_argument("text", type=Path, help="the .bio file the labels belong to")
    parser.add_argument("--bio", type=Path, help="write TOKEN, fine tag, level and runner-up here")
    args = parser.parse_args()
    sentences = read_bio(args.text)
    try:
        labels = unpack(args.labels.read_bytes(), sentences)
    except ValueError as error:
        sys.exit(f"{args.labels}: {error}")
    print(f"{args.labels.stat().st_size} bytes, {len(labels)} sentences, text matches")
    print("spans:", dict(Counter(t[2:] for s in labels for t, _, _ in s if t[0] == "B").most_common()))
    print("tokens by level:", dict(sorted(Counter(sure for s in labels for _, sure, _ in s).items())))
    same = sum([coarse_tag(t) for t, _, _ in s] == [r[1] for r in rows] for s, rows in zip(labels, sentences))
    print(f"sentences whose coarse tags equal the text file's own: {same}")
    if args.bio:
        with open(args.bio, "w", encoding="utf-8") as out:
            for rows, sentence in zip(sentences, labels):
                for (token, *_), (tag, sure, other) in zip(rows, sentence):
                    out.write(f"{token}\t{tag}\t{sure}\t{other or '-'}\n")
                out.write("\n")


if __name__ == "__main__":
    main()

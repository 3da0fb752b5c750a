"""From tag probabilities to labels: votes, gold spans, the best valid sequence. Needs numpy alone.

Probabilities of a sentence are words × TAGS; the coarse ones are their sums, and a coarse sequence
is decided first, the fine types within it.
"""

import numpy as np

from labels import COARSE_OF, COARSE_TAGS, TAGS, TYPES, coarse_tag, level

FOLD = np.zeros((len(TAGS), len(COARSE_TAGS)), dtype=np.float32)
for i, tag in enumerate(TAGS):
    FOLD[i, COARSE_TAGS.index(coarse_tag(tag))] = 1


def vote(probabilities, tags, weight):
    """The probabilities with another tagger's coarse tags as one more vote of this weight.

    The vote says nothing of the fine types, so it is shared out among those of its tag as they were.
    """
    columns = FOLD[:, [COARSE_TAGS.index(tag) for tag in tags]].T
    share = (probabilities + 1e-6) * columns
    return (1 - weight) * probabilities + weight * share / share.sum(1, keepdims=True)


def begun(tags):
    """BIO tags in which every span begins with B: an I that goes on from nothing becomes one."""
    return [f"B{tag[1:]}" if tag[0] == "I" and before[1:] != tag[1:] else tag for before, tag in zip(["O"] + tags, tags)]


def within(probabilities, mask):
    """The probabilities among the tags that the mask allows for each word."""
    share = (probabilities + 1e-6) * mask
    return share / share.sum(1, keepdims=True)


def surest(probabilities, labels):
    """The probability of each word's chosen coarse tag."""
    coarse = probabilities @ FOLD
    return [float(row[COARSE_TAGS.index(coarse_tag(tag))]) for row, (tag, _, _) in zip(coarse, labels)]


def follows():
    """Coarse tags that may follow one another, 0 or minus infinity; row: before, column: after."""
    ok = np.zeros((len(COARSE_TAGS), len(COARSE_TAGS)), dtype=np.float32)
    for j, after in enumerate(COARSE_TAGS):
        if after[0] == "I":
            ok[:, j] = [0 if before[2:] == after[2:] else -np.inf for before in COARSE_TAGS]
    return ok


def decode(probabilities, ok=follows()):
    """The best valid coarse sequence, its fine types: (tag, level, runner-up) for each word."""
    coarse = probabilities @ FOLD
    log = np.log(coarse + 1e-9)
    start = np.array([-np.inf if t[0] == "I" else 0 for t in COARSE_TAGS], dtype=np.float32)
    best, back = log[0] + start, []
    for row in log[1:]:
        paths = best[:, None] + ok
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    path = [int(best.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    path.reverse()
    tags = ["O"] * len(path)
    for i, tag in enumerate(path):
        if COARSE_TAGS[tag][0] != "B":
            continue
        end = i + 1
        while end < len(path) and path[end] == tag + 1:
            end += 1
        kinds = [k for k, t in enumerate(TYPES) if COARSE_OF[t] == COARSE_TAGS[tag][2:]]
        mass = [probabilities[i, 1 + 2 * k] + probabilities[i + 1 : end, 2 + 2 * k].sum() for k in kinds]
        kind = TYPES[kinds[int(np.argmax(mass))]]
        tags[i:end] = ["B-" + kind] + ["I-" + kind] * (end - i - 1)
    labels = []
    for i, tag in enumerate(path):
        others = coarse[i].copy()
        others[tag] = -1
        labels.append((tags[i], level(float(coarse[i, tag])), COARSE_TAGS[int(others.argmax())]))
    return labels


def spans_of(tags):
    """Spans (start, end, type) over PER, ORG and LOC of a coarse BIO sequence."""
    out, start = set(), None
    for i, tag in enumerate(tags + ["O"]):
        if start is not None and tag != "I-" + tags[start][2:]:
            out.add((start, i, tags[start][2:]))
            start = None
        if tag[0] == "B" or tag[0] == "I" and start is None:
            start = i
    return {span for span in out if span[2] != "MISC"}

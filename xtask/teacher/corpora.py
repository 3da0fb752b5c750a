"""The gold sets and what each of their tags may mean in the scheme of `labels`.

Every token gets the set of tags its annotation allows; training sums the probabilities over it.
So a set that knows only LOC teaches LOC without choosing among GPE, LOC and FAC.
"""

from dataclasses import dataclass

import numpy as np

from gmb import doubted, usual
from labels import COARSE_OF, TAGS, TYPES, read_bio

MISC = [t for t in TYPES if COARSE_OF[t] == "MISC"]
COARSE_ALLOWS = {"PER": ["PERSON"], "ORG": ["ORG"], "LOC": ["GPE", "LOC", "FAC"], "MISC": MISC}
# The sets' own types where they say more than the coarse one.
FINE_ALLOWS = {
    "country": ["GPE"], "gpe": ["GPE"], "gpe-adj": ["NORP", "LANGUAGE"],
    "event": ["EVENT"], "election": ["EVENT"], "conference": ["EVENT"], "eve": ["EVENT"],
    "award": ["WORK_OF_ART"], "book": ["WORK_OF_ART"], "poem": ["WORK_OF_ART"], "song": ["WORK_OF_ART"],
    "album": ["WORK_OF_ART"], "magazine": ["WORK_OF_ART"], "academicjournal": ["WORK_OF_ART"],
    "creative-work": ["WORK_OF_ART"], "product": ["PRODUCT"], "programlang": ["PRODUCT"],
    "art": [t for t in MISC if t != "NORP"], "nat": ["EVENT", "OTHER"],
}
# Head words that settle a type within its coarse one. Weak labels: read off the span alone.
HEADS = {
    "LOC": """river rivers lake lakes sea seas ocean oceans mountain mountains valley desert island islands gulf
        strait peninsula delta canyon plateau basin coast forest glacier africa asia europe america pacific
        atlantic arctic antarctica mediterranean caribbean balkans caucasus himalayas earth mars moon east west
        north south hemisphere""",
    "FAC": """airport bridge stadium street road avenue highway square building tower palace hotel arena canal dam
        prison hospital cathedral church mosque temple monument station plaza castle hall tunnel pipeline
        boulevard house theatre theater harbour harbor fort base park museum library university college school
        garden gardens lane drive interstate courthouse embassy zoo mall gate center centre airfield abbey""",
    "LAW": "act treaty constitution amendment protocol accord accords convention bill law code charter directive",
    "EVENT": """war wars olympics games cup championship championships tournament festival summit election elections
        revolution marathon hurricane conference bowl league open battle crisis uprising""",
    "WORK_OF_ART": "prize award awards medal oscar grammy bible koran quran",
}
HEADS = {kind: set(words.split()) for kind, words in HEADS.items()}
# Names of one or two words without a head word that are no countries or towns.
NAMED = {
    "LOC": """sahara sahel maghreb levant mesopotamia siberia patagonia scandinavia oceania eurasia polynesia
        indochina transylvania sinai negev gobi kalahari serengeti alps andes rockies pyrenees urals carpathians
        himalaya hindu_kush everest kilimanjaro fuji vesuvius etna nile danube rhine thames amazon yangtze mekong
        ganges indus euphrates tigris volga bosphorus caspian baltic baltics adriatic aegean english_channel
        new_england midwest mid-atlantic bay_area golan_heights persian_gulf far_east jupiter venus saturn neptune
        uranus pluto milky_way""",
    "FAC": "kremlin pentagon heathrow capitol colosseum alcatraz auschwitz broadway parthenon stonehenge",
}
NAMED = {name.replace("_", " "): kind for kind, names in NAMED.items() for name in names.split()}
FIRST = set("mount lake river gulf bay strait sea".split())  # Gulf of Mexico, Mount Everest
STATES = {"south africa", "america", "united states of america", "rhode island"}
LANGUAGES = set("arabic chinese english french german greek hebrew hindi italian japanese korean latin mandarin "
                "persian polish portuguese russian spanish swahili turkish urdu vietnamese".split())


@dataclass
class Source:
    """One set: its files, the share of it seen in an epoch, its weight in the loss, and the
    coarse types that its O may hide."""

    files: list
    share: float = 1.0
    weight: float = 1.0
    hidden: tuple = ()


def crossner(domain, share):
    """A CrossNER domain; politics has no `extra` split."""
    names = ["train", "dev"] + (["extra"] if domain != "politics" else [])
    return Source([f"crossner_{domain}/{name}" for name in names], share)


UNMARKED = tuple(MISC)
SOURCES = {
    "wikigold": Source(["wikigold/train"]),
    "gum": Source(["gum/train"], hidden=UNMARKED),
    "uner_ewt": Source(["uner_ewt/dev"], hidden=UNMARKED),
    "crossner_politics": crossner("politics", 1.0),
    "crossner_literature": crossner("literature", 0.5),
    "crossner_science": crossner("science", 0.4),
    "crossner_music": crossner("music", 0.4),
    "crossner_ai": crossner("ai", 0.3),
    "wnut17": Source(["wnut17/train", "wnut17/dev"], 0.6, hidden=("NORP", "EVENT", "LAW", "LANGUAGE", "OTHER")),
    "btc": Source([f"btc/{part}" for part in "abefgh"], 0.35, hidden=UNMARKED),
    "gmb": Source(["gmb/train"], 0.2, weight=0.5),
}
EVALUATED = {"wikigold": ["wikigold/train"], "gum": ["gum/train"], "uner_ewt": ["uner_ewt/dev"],
             "crossner_politics": ["crossner_politics/train", "crossner_politics/dev"], "gmb_dev": ["gmb/dev"]}


def span_types(words, start, end, coarse, fine):
    """The types that a gold span may have."""
    types = COARSE_ALLOWS[coarse]
    told = [t for t in FINE_ALLOWS.get(fine, types) if t in types]
    types = told or types
    last, whole = words[end - 1].lower(), " ".join(words[start:end]).lower()
    if types == COARSE_ALLOWS["LOC"] and whole in STATES:
        return ["GPE"]
    if types == COARSE_ALLOWS["LOC"] and whole in NAMED:
        return [NAMED[whole]]
    for kind, heads in HEADS.items():
        if kind in types and len(types) > 1 and last in heads:
            return [kind]
    if types == COARSE_ALLOWS["LOC"] and end - start > 1 and words[start].lower() in FIRST:
        return ["LOC"]
    if types == COARSE_ALLOWS["LOC"] and end - start <= 2:
        return ["GPE"]
    if "LANGUAGE" in types and end - start == 1:
        near = {w.lower() for w in words[max(start - 1, 0) : start] + words[end : end + 1]}
        spoken = words[start].lower() in LANGUAGES and near & {"in", "speak", "speaks", "speaking", "spoken", "language"}
        return ["LANGUAGE"] if spoken else [t for t in types if t != "LANGUAGE"]
    return types


def allowed(rows, fine, hidden):
    """Allowed tags of a sentence, words × tags, from its coarse and its fine rows."""
    words = [row[0] for row in rows]
    mask = np.zeros((len(rows), len(TAGS)), dtype=bool)
    start = 0
    while start < len(rows):
        tag, end = rows[start][1], start + 1
        if tag == "O":
            mask[start, 0] = True
            mask[start, [TAGS.index(f"{p}-{t}") for t in hidden for p in "BI"]] = True
        else:
            while end < len(rows) and rows[end][1] == "I-" + tag[2:]:
                end += 1
            for kind in span_types(words, start, end, tag[2:], fine[start][1][2:]):
                mask[start, TAGS.index("B-" + kind)] = True
                mask[start + 1 : end, TAGS.index("I-" + kind)] = True
        start = end
    return mask


def load(root, files, hidden=(), limit=None, doubt_gmb=False):
    """Sentences of the files as (words, allowed tags), and their coarse rows.

    With `doubt_gmb` the tags of GMB count only where `gmb.py` believes them.
    """
    out, gold = [], []
    for name in files:
        coarse, fine = (read_bio(root / "ner" / f"{name}{end}.bio") for end in ("", ".fine"))
        if [len(s) for s in coarse] != [len(s) for s in fine]:
            raise SystemExit(f"{name}.bio and {name}.fine.bio have sentences of different lengths.")
        usual_tags = usual(coarse) if doubt_gmb and name.startswith("gmb/") else None
        for rows, more in list(zip(coarse, fine))[:limit]:
            mask = allowed(rows, more, hidden)
            if usual_tags is not None:
                mask = doubted(rows, mask, usual_tags)
            out.append(([row[0] for row in rows], mask))
            gold.append(rows)
    return out, gold

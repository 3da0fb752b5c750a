"""Tests of the label file and of what gold tags allow: python -m unittest (no torch needed)."""

import unittest

from corpora import allowed
from labels import COARSE_TAGS, TAGS, coarse_tag, level, pack, unpack

TEXT = [[("Ada", "B-PER"), ("flew", "O"), ("to", "O"), ("Quito", "B-LOC")], [("Rain", "O")]]
LABELS = [[("B-PERSON", 7, None), ("O", 7, None), ("O", 6, "B-ORG"), ("B-GPE", 3, "B-ORG")], [("O", 0, "B-MISC")]]


def types_at(rows, i, hidden=(), fine=None):
    """The allowed tags of word i."""
    mask = allowed(rows, fine or rows, hidden)
    return {TAGS[k] for k in range(len(TAGS)) if mask[i, k]}


class LabelFile(unittest.TestCase):
    def test_comes_back_as_it_went_in(self):
        self.assertEqual(unpack(pack(TEXT, LABELS), TEXT), LABELS)

    def test_refuses_another_text(self):
        data = pack(TEXT, LABELS)
        other = [[("Ada", "O"), ("flew", "O"), ("to", "O"), ("Lima", "O")], [("Rain", "O")]]
        moved = [TEXT[0] + TEXT[1]]
        for text in (other, moved):
            with self.assertRaisesRegex(ValueError, "another text"):
                unpack(data, text)

    def test_refuses_labels_of_other_lengths(self):
        with self.assertRaises(ValueError):
            pack(TEXT, [LABELS[0][:3], LABELS[1]])

    def test_tags_fit_their_bits(self):
        self.assertLessEqual(len(TAGS), 32)
        self.assertEqual({coarse_tag(tag) for tag in TAGS}, set(COARSE_TAGS))
        self.assertEqual([level(p) for p in (0.2, 0.55, 0.95, 0.97, 1.0)], [0, 1, 5, 6, 7])


class Allowed(unittest.TestCase):
    def test_a_plain_place_is_political_and_cues_say_otherwise(self):
        def place(*words):
            rows = [(w, ("I" if i else "B") + "-LOC") for i, w in enumerate(words)]
            return types_at(rows, 0)

        self.assertEqual(place("Quito"), {"B-GPE"})
        self.assertEqual(place("South", "Africa"), {"B-GPE"})
        self.assertEqual(place("South", "America"), {"B-LOC"})
        self.assertEqual(place("Lake", "Chad"), {"B-LOC"})
        self.assertEqual(place("Sydney", "Harbour", "Bridge"), {"B-FAC"})
        self.assertEqual(place("Isle", "of", "Man"), {"B-GPE", "B-LOC", "B-FAC"})

    def test_an_unmarked_type_may_hide_in_o(self):
        rows = [("Danish", "O")]
        self.assertEqual(types_at(rows, 0), {"O"})
        self.assertEqual(types_at(rows, 0, hidden=("NORP",)), {"O", "B-NORP", "I-NORP"})

    def test_neighbouring_spans_stay_apart(self):
        rows = [("Ann", "B-PER"), ("Bob", "B-PER"), ("Lee", "I-PER")]
        self.assertEqual(types_at(rows, 1), {"B-PERSON"})
        self.assertEqual(types_at(rows, 2), {"I-PERSON"})


if __name__ == "__main__":
    unittest.main()

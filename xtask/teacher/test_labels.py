"""Tests of the label file, of what gold tags allow and of the votes: python -m unittest (no torch needed)."""

import unittest

import numpy as np

from corpora import allowed
from decode import begun, decode, vote, within
from gmb import doubted, usual
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
        self.assertEqual(place("Hindu", "Kush"), {"B-LOC"})
        self.assertEqual(place("Heathrow"), {"B-FAC"})
        self.assertEqual(place("Isle", "of", "Man"), {"B-GPE", "B-LOC", "B-FAC"})

    def test_an_unmarked_type_may_hide_in_o(self):
        rows = [("Danish", "O")]
        self.assertEqual(types_at(rows, 0), {"O"})
        self.assertEqual(types_at(rows, 0, hidden=("NORP",)), {"O", "B-NORP", "I-NORP"})

    def test_neighbouring_spans_stay_apart(self):
        rows = [("Ann", "B-PER"), ("Bob", "B-PER"), ("Lee", "I-PER")]
        self.assertEqual(types_at(rows, 1), {"B-PERSON"})
        self.assertEqual(types_at(rows, 2), {"I-PERSON"})

    def test_gold_spans_keep_their_coarse_type_and_take_the_likeliest_fine_one(self):
        rows = [("Isle", "B-LOC"), ("of", "I-LOC"), ("Man", "I-LOC"), ("fell", "O")]
        mask = allowed(rows, rows, ())
        p = sentence({"O": 0.9, "B-LOC": 0.06, "B-FAC": 0.04}, {"O": 1}, {"O": 0.9, "I-FAC": 0.1}, {"B-ORG": 1})
        self.assertEqual(tags_of(within(p, mask)), ["B-FAC", "I-FAC", "I-FAC", "O"])

    def test_what_gmb_says_is_believed_where_nothing_beside_it_is_in_doubt(self):
        def open_words(*rows):
            mask = doubted(rows, allowed(rows, rows, ()), usual([rows]))
            return [row[0] for row, may in zip(rows, mask) if may.all()]

        self.assertEqual(open_words(("In", "O"), ("Quito", "B-LOC"), ("it", "O"), ("rained", "O")), [])
        self.assertEqual(open_words(("President", "O"), ("Ada", "B-PER"), ("Lee", "I-PER")), [])
        self.assertEqual(open_words(("the", "O"), ("Norse", "B-MISC"), ("Republic", "B-LOC")), ["Norse", "Republic"])
        self.assertEqual(open_words(("near", "O"), ("Quito", "B-ORG")), ["Quito"])
        self.assertEqual(open_words(("the", "O"), ("Farm", "B-ORG"), ("Ministry", "I-ORG")), [])
        twice = [("Quito", "B-LOC"), ("saw", "O"), ("Quito", "B-PER")]
        self.assertEqual(open_words(*twice), ["Quito", "Quito"])

    def test_a_settled_name_is_one_whatever_gmb_says(self):
        rows = [("the", "O"), ("Czech", "B-MISC"), ("Republic", "B-LOC")]
        mask = doubted(rows, allowed(rows, rows, ()), usual([rows]))
        self.assertEqual([TAGS[k] for k in range(len(TAGS)) if mask[1, k]], ["B-GPE"])
        self.assertEqual([TAGS[k] for k in range(len(TAGS)) if mask[2, k]], ["I-GPE"])


def sentence(*words):
    """Probabilities from a mapping of tags for each word."""
    return np.array([[word.get(tag, 0.0) for tag in TAGS] for word in words], dtype=np.float32)


def tags_of(p):
    return [tag for tag, _, _ in decode(p)]


class Votes(unittest.TestCase):
    def test_a_vote_decides_where_the_teacher_is_unsure_only(self):
        unsure = sentence({"B-ORG": 0.55, "B-GPE": 0.1, "B-LOC": 0.35})
        sure = sentence({"B-ORG": 0.9, "B-GPE": 0.1})
        self.assertEqual(tags_of(unsure), ["B-ORG"])
        self.assertEqual(tags_of(vote(unsure, ["B-LOC"], 0.3)), ["B-LOC"])
        self.assertEqual(tags_of(vote(sure, ["B-LOC"], 0.3)), ["B-ORG"])
        np.testing.assert_allclose(vote(unsure, ["B-LOC"], 0.3).sum(1), 1, rtol=1e-5)

    def test_spans_of_a_vote_begin_with_b(self):
        self.assertEqual(begun(["I-PER", "I-PER", "I-LOC", "O", "I-LOC"]), ["B-PER", "I-PER", "B-LOC", "O", "B-LOC"])

    def test_a_sequence_is_valid_where_the_single_words_are_not(self):
        p = sentence({"O": 0.5, "B-PERSON": 0.4}, {"I-PERSON": 0.9, "O": 0.1})
        self.assertEqual(tags_of(p), ["B-PERSON", "I-PERSON"])


if __name__ == "__main__":
    unittest.main()

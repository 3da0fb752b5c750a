//! Promotional lines: what scraped pages put between paragraphs, or glue to their ends, that is not of
//! the article.
//!
//! A cue alone is not enough where it could begin a sentence ("See also the accord of 1998, which…"):
//! then a colon must follow it.

use crate::text::Span;

/// Cues that are promotional when a colon follows.
const BEFORE_COLON: &[&str] = &[
    "also read",
    "also see",
    "also watch",
    "don't miss",
    "editor's pick",
    "further reading",
    "in case you missed it",
    "listen",
    "more",
    "more from us",
    "more news",
    "more on this",
    "more on this story",
    "more stories",
    "must read",
    "read",
    "read also",
    "read more",
    "read next",
    "read now",
    "recommended",
    "recommended reading",
    "related",
    "related article",
    "related articles",
    "related content",
    "related coverage",
    "related link",
    "related links",
    "related news",
    "related post",
    "related posts",
    "related reading",
    "related stories",
    "related story",
    "related topics",
    "related video",
    "related videos",
    "see also",
    "see more",
    "trending",
    "watch",
    "watch also",
    "watch now",
    "you may also like",
    "you might also like",
];

/// Cues that are promotional when they are the whole block.
const ALONE: &[&str] = &[
    "advertisement",
    "advertising",
    "also read",
    "article continues after advertisement",
    "continue reading",
    "most popular",
    "most read",
    "read also",
    "read more",
    "read next",
    "recommended",
    "recommended for you",
    "related",
    "related article",
    "related articles",
    "related content",
    "related news",
    "related posts",
    "related stories",
    "related topics",
    "see also",
    "share this article",
    "share this story",
    "skip advertisement",
    "sponsored content",
    "story continues below",
    "trending",
    "you may also like",
    "you might also like",
];

/// Cues that are promotional at the start of a short block, whatever follows.
const OPENING: &[&str] = &[
    "click here",
    "download our app",
    "download the app",
    "follow us on",
    "get our free",
    "get the latest",
    "join our",
    "like us on",
    "read more about",
    "read more at",
    "read the full story",
    "read the original article",
    "sign up for",
    "sign up to",
    "subscribe for",
    "subscribe now",
    "subscribe to our",
    "subscribe to the",
    "tap here",
    "to read more",
    "want more stories",
];

/// The longest promotional line, in bytes.
const LONGEST: usize = 240;

/// Whether the whole block is promotional.
pub(super) fn is_promo(block: &str) -> bool {
    if block.len() > LONGEST {
        return false;
    }
    let bare = block.trim_matches(|c: char| "([>»*-–—|• ".contains(c)).trim_end_matches([')', ']', ':', '.']);
    let folded = bare.to_lowercase().replace('’', "'");
    if ALONE.contains(&folded.as_str()) || OPENING.iter().any(|cue| folded.starts_with(cue)) {
        return true;
    }
    folded.find(':').is_some_and(|colon| {
        let (cue, line) = folded.split_at_checked(colon).unwrap_or_default();
        BEFORE_COLON.contains(&cue.trim_end()) && has_title(line)
    })
}

/// The block's own text and the promotional line glued to its end, each if there is one.
pub(super) fn split(text: &str, block: Span) -> (Option<Span>, Option<Span>) {
    let body = block.of(text);
    let cut = body.match_indices([':', '：']).find_map(|(colon, _)| glued_at(body, colon));
    let Some(start) = cut else { return (Some(block), None) };
    let base = block.start as usize;
    let kept = body.get(..start).unwrap_or_default().trim_end().len();
    let own = (kept > 0).then(|| Span::from_range(base..base + kept));
    (own, Some(Span::new(Span::from_range(base + start..base + start).start, block.end)))
}

/// Where the promotional line starts whose cue ends at `colon`, when it stands after the end of a sentence
/// and runs to the end of the block without another.
fn glued_at(body: &str, colon: usize) -> Option<usize> {
    if body.len() - colon > LONGEST {
        return None;
    }
    let before = body.get(..colon)?.trim_end();
    let start = BEFORE_COLON.iter().filter_map(|cue| cue_before(before, cue)).min()?;
    let own = body.get(..start)?.trim_end();
    let opens = own.strip_suffix(['(', '[']).unwrap_or(own);
    let ended = opens.trim_end().ends_with(['.', '!', '?', '"', '”', '’', ')', '…']);
    let line = body.get(colon..)?;
    (ended && has_title(line) && !holds_sentence_end(line))
        .then_some(opens.len() + leading_space(body, opens.len()))
}

/// Where `cue`, with a capital, stands at the end of `before`.
fn cue_before(before: &str, cue: &str) -> Option<usize> {
    let start = before.len().checked_sub(cue.len())?;
    let found = before.get(start..)?;
    let capital = found.starts_with(|first: char| first.is_ascii_uppercase());
    (capital && found.eq_ignore_ascii_case(cue)).then_some(start)
}

fn leading_space(body: &str, at: usize) -> usize {
    let tail = body.get(at..).unwrap_or_default();
    tail.len() - tail.trim_start().len()
}

/// Whether something follows the colon.
fn has_title(line: &str) -> bool {
    line.chars().skip(1).any(char::is_alphanumeric)
}

/// Whether an ordinary sentence ends inside `line` and another begins: `…was seen. The next day…`.
fn holds_sentence_end(line: &str) -> bool {
    line.match_indices(". ").any(|(at, _)| {
        let before = line.get(..at).unwrap_or_default();
        let word = before.rsplit(' ').next().unwrap_or_default();
        let ordinary = word.len() > 3 && word.chars().all(char::is_lowercase);
        ordinary && line.get(at + 2..).is_some_and(|rest| rest.starts_with(char::is_uppercase))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `marked` holds a `|` where a promotional line starts.
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let (own, promo) = split(&text, Span::from_range(0..text.len()));
        let shown = [own, promo].into_iter().flatten().map(|span| span.of(&text)).collect::<Vec<_>>();
        let expected = marked.split('|').map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>();
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_line_glued_to_a_paragraph_comes_off() {
        check("The vote is on Friday. |Read also: Ferry Fares to Rise");
        check("The vote is on Friday.|Related Article: Ferry Fares to Rise in U.S. Ports");
        check("“We will vote.” |READ MORE : Ferry Fares to Rise");
        check("The vote is on Friday. |(See also: Ferry Fares)");
    }

    #[test]
    fn ordinary_sentences_stay_whole() {
        check("The report says more: fares will rise.");
        check("He was asked to read: he refused.");
        check("Two things matter. Related: the fare and the route. The council decides on both.");
        check(
            "They found it. More: the fare rose, and nobody was ever asked. The council did nothing about it.",
        );
        check("No colon. Read also the accord.");
    }

    #[test]
    fn a_block_that_is_nothing_else() {
        for promo in [
            "Read Also: US Aims High",
            "ALSO READ",
            "Related Articles",
            "Click here to subscribe",
            "Advertisement",
            "» Read more: Fares",
            "Subscribe to our newsletter.",
            "(Related: Fares)",
            "You may also like:",
        ] {
            assert!(is_promo(promo), "{promo}");
        }
        for other in [
            "See also the accord of 1998, which failed.",
            "Read the room",
            "More than ten people came.",
            "Related crimes fell.",
            "Watch makers met.",
            "Subscribers fell by half.",
        ] {
            assert!(!is_promo(other), "{other}");
        }
    }
}

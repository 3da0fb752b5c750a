//! One HTML page that needs nothing else: the article with its marks, and the notes below. No script, and a
//! policy that lets none run; every text is escaped.
//!
//! Lost: ids, times, and the rendering of notes (their Markdown is shown as written). Passages without a place
//! stand among the notes only.

use std::collections::BTreeSet;

use super::passage::Passage;
use super::{Edition, Facts, Format, Written};
use crate::document::{Block, BlockKind};

/// HTML.
pub struct Html;

const STYLE: &str = "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.6 Georgia,serif;\
color:#1d1b18;background:#fdfcf9}mark{background:#eee9dc;color:inherit;border-radius:2px}\
mark.yellow{background:#fff0a8}mark.green{background:#cdeec2}mark.blue{background:#c8e2fb}\
mark.red{background:#fbd0cb}mark.violet{background:#e4d4f7}.entity{border-bottom:1px solid #8a7f6a}\
blockquote{margin:0;padding-left:1rem;border-left:3px solid #c9c0ac}.note{white-space:pre-wrap}\
.facts{font-size:.85rem;color:#5b5548}@media(prefers-color-scheme:dark){body{color:#e9e5dc;background:#1b1a18}\
mark{background:#4a463c}mark.yellow{background:#5c5217}mark.green{background:#2b5121}mark.blue{background:#1d4467}\
mark.red{background:#6a2d27}mark.violet{background:#4a3566}.facts{color:#b9b2a3}}";

impl Format for Html {
    fn facts(&self) -> Facts {
        Facts {
            name: "html",
            title: "Web page",
            purpose: "reading and printing: the article with its marks and notes",
        }
    }

    fn write(&self, edition: &Edition<'_>) -> Vec<Written> {
        let passages = Passage::list(edition);
        let title = escaped(edition.export.title);
        let mut text = format!(
            "<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
             <style>{STYLE}</style>\n</head>\n<body>\n<article>\n"
        );
        for block in &edition.doc.blocks {
            write_block(&mut text, edition, &passages, block);
        }
        text.push_str("</article>\n");
        write_notes(&mut text, edition, &passages);
        text.push_str("</body>\n</html>\n");
        vec![Written { extension: "html", media_type: "text/html", text }]
    }
}

fn write_block(text: &mut String, edition: &Edition<'_>, passages: &[Passage<'_>], block: &Block) {
    let tag = match block.kind {
        BlockKind::Title => "h1",
        BlockKind::Heading => "h2",
        BlockKind::Quote => "blockquote",
        _ => "p",
    };
    text.push_str(&format!("<{tag} dir=\"auto\">"));
    let here: Vec<(usize, &Passage<'_>)> = passages
        .iter()
        .enumerate()
        .filter(|(_, passage)| passage.span.is_some_and(|span| span.overlaps(block.span)))
        .collect();
    let ends = here.iter().filter_map(|(_, passage)| passage.span).flat_map(|span| [span.start, span.end]);
    let mut cuts: BTreeSet<u32> = ends.filter(|at| block.span.start < *at && *at < block.span.end).collect();
    cuts.insert(block.span.end);
    let mut from = block.span.start;
    for to in cuts {
        let piece = crate::text::Span::new(from, to);
        let over =
            || here.iter().filter(|(_, passage)| passage.span.is_some_and(|span| span.contains(piece)));
        // The reader's mark lies over the machine's line; of several marks the innermost shows.
        let mark = over().rfind(|(_, passage)| passage.annotation.is_some());
        let entity = over().rfind(|(_, passage)| passage.label.is_some());
        if let Some((_, passage)) = entity {
            let facts: Vec<&str> =
                passage.label.into_iter().chain(passage.name).chain(passage.value).collect();
            text.push_str(&format!("<span class=\"entity\" title=\"{}\">", escaped(&facts.join(": "))));
        }
        if let Some((_, passage)) = mark {
            let colour =
                passage.colour.map_or("", |colour| colour.style_class().trim_start_matches("manicule-"));
            text.push_str(&format!("<mark class=\"{colour}\">"));
        }
        text.push_str(&escaped(edition.doc.slice(piece)));
        text.push_str(if mark.is_some() { "</mark>" } else { "" });
        text.push_str(if entity.is_some() { "</span>" } else { "" });
        for (number, passage) in &here {
            if is_noted(passage) && passage.span.is_some_and(|span| span.end == to) {
                text.push_str(&format!("<sup id=\"at{number}\"><a href=\"#note{number}\">✎</a></sup>"));
            }
        }
        from = to;
    }
    text.push_str(&format!("</{tag}>\n"));
}

fn is_noted(passage: &Passage<'_>) -> bool {
    passage.annotation.is_some()
        && (passage.note.is_some() || !passage.tags.is_empty() || passage.span.is_none())
}

fn write_notes(text: &mut String, edition: &Edition<'_>, passages: &[Passage<'_>]) {
    let noted: Vec<_> = passages.iter().enumerate().filter(|(_, passage)| is_noted(passage)).collect();
    if !noted.is_empty() {
        text.push_str("<section>\n<h2>Notes</h2>\n<ol>\n");
        for (number, passage) in noted {
            let quote = escaped(passage.quote);
            text.push_str(&format!(
                "<li id=\"note{number}\"><blockquote dir=\"auto\">{quote}</blockquote>\n"
            ));
            if let Some(note) = passage.note {
                text.push_str(&format!("<p class=\"note\" dir=\"auto\">{}</p>\n", escaped(note)));
            }
            let tags = escaped(&passage.tags.join(", "));
            let back = match passage.span {
                Some(_) => format!("<a href=\"#at{number}\">in the text</a>"),
                None => "not found in the text".to_owned(),
            };
            text.push_str(&format!("<p class=\"facts\">{tags} {back}</p></li>\n"));
        }
        text.push_str("</ol>\n</section>\n");
    }
    let facts: Vec<String> = edition.date.into_iter().chain(edition.source).map(escaped).collect();
    text.push_str(&format!(
        "<footer class=\"facts\">{} Annotated with Manicule.</footer>\n",
        facts.join(" · ")
    ));
}

/// `text` as it may stand between tags and between double quotation marks.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

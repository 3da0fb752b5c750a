//! One HTML page that needs nothing else: the article with its marks and, when they go along, the machine's lines;
//! numbers that lead to the notes after it and back. No script, and a policy that lets none run; every text is
//! escaped.
//!
//! Lost: ids, times, and the rendering of notes (their Markdown is shown as written). Passages without a place
//! stand among the notes only, and so does the further passage of a relation.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::passage::Passage;
use super::{Edition, Facts, Format, Written};
use crate::annotation::{COLOUR_NAME, Colour};
use crate::document::{Block, BlockKind};
use crate::tag::{Family, Label};
use crate::text::Span;

/// HTML.
pub struct Html;

const STYLE: &str = ":root{--ink:#1f1d1a;--paper:#fbfaf6;--soft:#68635b;--hair:#e4e0d6;--who:#a3410f;--where:#0b6b5d;\
--org:#3f4fb0;--when:#7a3a8a;--num:#6b6558;--thing:#8f6400;--plain:#ece8de;--yellow:#ffe58a;--green:#c9ecb4;--blue:#bfe0ff;\
--red:#ffd0c2;--violet:#e3d2ff}@media(prefers-color-scheme:dark){:root{--ink:#e9e5dc;--paper:#181715;--soft:#a39d91;\
--hair:#33302b;--who:#f2a27c;--where:#6fd0bd;--org:#a9b4ff;--when:#dba6ea;--num:#b3ac9c;--thing:#e4bd5c;--plain:#33302b;\
--yellow:#5c4a00;--green:#24502a;--blue:#173f66;--red:#6b2c1c;--violet:#45307a}}\
body{max-width:38rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.6 Charter,'Iowan Old Style','Noto Serif',Georgia,serif;\
color:var(--ink);background:var(--paper);overflow-wrap:break-word}h1{line-height:1.25}h2{font-size:1.2rem}a{color:inherit}\
mark{color:inherit;background:var(--plain);border-radius:2px}mark.yellow{background:var(--yellow)}\
mark.green{background:var(--green)}mark.blue{background:var(--blue)}mark.red{background:var(--red)}\
mark.violet{background:var(--violet)}.entity{text-decoration:underline 1px var(--who);text-underline-offset:.24em}\
.where{text-decoration-color:var(--where)}.organisation{text-decoration-color:var(--org);text-decoration-style:double}\
.when{text-decoration-color:var(--when);text-decoration-style:dotted}\
.number{text-decoration-color:var(--num);text-decoration-style:dotted}\
.thing{text-decoration-color:var(--thing);text-decoration-style:wavy}sup{font:.7rem sans-serif;line-height:0}\
sup a{text-decoration:none}.byline,.caption,.promo,.facts,.legend{font:.88rem/1.5 sans-serif;color:var(--soft)}\
.legend mark{padding:0 .4em;color:var(--ink)}blockquote{margin:0;padding-inline-start:1rem;border-inline-start:3px solid var(--hair)}\
section{margin-top:3rem;border-top:1px solid var(--hair)}section li{margin:1.2rem 0}.note{white-space:pre-wrap}\
.note.rendered{white-space:normal}@media print{body{max-width:none;margin:0;font-size:11pt}section li{break-inside:avoid}}";

impl Format for Html {
    fn facts(&self) -> Facts {
        Facts {
            name: "html",
            title: "Web page",
            purpose: "reading and printing anywhere: the article with its marks and numbered notes, in one file",
        }
    }

    fn write(&self, edition: &Edition<'_>) -> Vec<Written> {
        let passages = Passage::list(edition);
        let title = escaped(edition.export.title);
        let mut text = format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
             <style>{STYLE}</style>\n</head>\n<body>\n<main>\n<article>\n"
        );
        let noted: Vec<(usize, &Passage<'_>)> =
            (1..).zip(passages.iter().filter(|it| is_noted(it))).collect();
        let mut in_list = false;
        for block in &edition.doc.blocks {
            let is_item = block.kind == BlockKind::ListItem;
            if is_item != in_list {
                text.push_str(if is_item { "<ul>\n" } else { "</ul>\n" });
                in_list = is_item;
            }
            write_block(&mut text, edition, &passages, &noted, block);
        }
        text.push_str(if in_list { "</ul>\n</article>\n" } else { "</article>\n" });
        write_notes(&mut text, &passages, &noted);
        text.push_str("</main>\n");
        write_facts(&mut text, edition);
        text.push_str("</body>\n</html>\n");
        vec![Written { extension: "html", media_type: "text/html", text }]
    }
}

fn write_block(
    text: &mut String,
    edition: &Edition<'_>,
    passages: &[Passage<'_>],
    noted: &[(usize, &Passage<'_>)],
    block: &Block,
) {
    let (tag, class) = match block.kind {
        BlockKind::Title => ("h1", ""),
        BlockKind::Heading => ("h2", ""),
        BlockKind::Quote => ("blockquote", ""),
        BlockKind::ListItem => ("li", ""),
        BlockKind::Byline => ("p", " class=\"byline\""),
        BlockKind::Caption => ("p", " class=\"caption\""),
        BlockKind::Promo => ("p", " class=\"promo\""),
        BlockKind::Paragraph => ("p", ""),
    };
    text.push_str(&format!("<{tag}{class} dir=\"auto\">"));
    let touches = |passage: &&Passage<'_>| passage.span.is_some_and(|span| span.overlaps(block.span));
    let here: Vec<&Passage<'_>> = passages.iter().filter(touches).collect();
    let ends = here.iter().filter_map(|passage| passage.span).flat_map(|span| [span.start, span.end]);
    let mut cuts: BTreeSet<u32> = ends.filter(|at| block.span.start < *at && *at < block.span.end).collect();
    cuts.insert(block.span.end);
    let mut from = block.span.start;
    for to in cuts {
        let piece = Span::new(from, to);
        let over = || here.iter().filter(|passage| passage.span.is_some_and(|span| span.contains(piece)));
        // The reader's mark lies over the machine's line; of several marks the innermost shows.
        let mark = over().rfind(|passage| passage.annotation.is_some());
        let entity = over().rfind(|passage| passage.label.is_some());
        if let Some(passage) = entity {
            let facts: Vec<&str> =
                passage.label.into_iter().chain(passage.name).chain(passage.value).collect();
            let (family, facts) = (family_of(passage), escaped(&facts.join(": ")));
            text.push_str(&format!("<span class=\"entity {family}\" title=\"{facts}\">"));
        }
        if let Some(passage) = mark {
            text.push_str(&format!("<mark class=\"{}\">", passage.colour.map_or("", class_of)));
        }
        text.push_str(&escaped(edition.doc.slice(piece)));
        text.push_str(if mark.is_some() { "</mark>" } else { "" });
        text.push_str(if entity.is_some() { "</span>" } else { "" });
        for (number, passage) in noted {
            if passage.span.is_some_and(|span| span.end == to && span.overlaps(block.span)) {
                text.push_str(&format!(
                    "<sup id=\"at{number}\"><a href=\"#note{number}\">{number}</a></sup>"
                ));
            }
        }
        from = to;
    }
    text.push_str(&format!("</{tag}>\n"));
}

/// Whether it says more than that it is marked.
fn is_noted(passage: &Passage<'_>) -> bool {
    passage.annotation.is_some_and(|annotation| {
        passage.note.is_some()
            || !passage.tags.is_empty()
            || passage.span.is_none()
            || annotation.is_relation()
    })
}

fn write_notes(text: &mut String, passages: &[Passage<'_>], noted: &[(usize, &Passage<'_>)]) {
    let mut meanings: BTreeMap<Colour, &str> = BTreeMap::new();
    for (colour, annotation) in passages.iter().filter_map(|it| Some((it.colour?, it.annotation?))) {
        let target = annotation.target();
        let name = target.and_then(|target| target.extra.get(COLOUR_NAME)).and_then(Value::as_str);
        meanings.extend(name.map(|name| (colour, name)));
    }
    if noted.is_empty() && meanings.is_empty() {
        return;
    }
    text.push_str("<section>\n<h2>Notes</h2>\n");
    if !meanings.is_empty() {
        let marks = meanings
            .iter()
            .map(|(colour, name)| format!("<mark class=\"{}\">{}</mark>", class_of(*colour), escaped(name)));
        text.push_str(&format!("<p class=\"legend\">{}</p>\n", marks.collect::<Vec<_>>().join(" ")));
    }
    text.push_str("<ol>\n");
    for (number, passage) in noted {
        text.push_str(&format!("<li id=\"note{number}\">"));
        let relation = passage.annotation.filter(|annotation| annotation.is_relation());
        let further = relation.into_iter().flat_map(|relation| relation.passages().skip(1));
        let further = further.filter_map(|passage| Some(passage.quote()?.exact.as_str()));
        let quotes: Vec<&str> = std::iter::once(passage.quote).chain(further).collect();
        let name = relation.and_then(|relation| relation.relation_name()).unwrap_or("–");
        let whole = passage.annotation.is_some_and(crate::annotation::Annotation::is_on_whole);
        for (at, quote) in quotes.iter().filter(|quote| !quote.is_empty()).enumerate() {
            if at > 0 {
                text.push_str(&format!("<p class=\"facts\">{}</p>\n", escaped(name)));
            }
            text.push_str(&format!("<blockquote dir=\"auto\">{}</blockquote>\n", escaped(quote)));
        }
        if let Some(note) = passage.note {
            text.push_str(&format!("<div class=\"note\" dir=\"auto\">{}</div>\n", escaped(note)));
        }
        let tags: Vec<String> = passage.tags.iter().map(|tag| format!("#{}", escaped(tag))).collect();
        let back = match passage.span {
            Some(_) => format!("<a href=\"#at{number}\">in the text</a>"),
            None if whole => "on the article".to_owned(),
            None => "not found in the text".to_owned(),
        };
        text.push_str(&format!("<p class=\"facts\">{} {back}</p></li>\n", tags.join(" ")));
    }
    text.push_str("</ol>\n</section>\n");
}

/// Where the article is from, as far as that is known.
fn write_facts(text: &mut String, edition: &Edition<'_>) {
    let mut facts = vec![format!("“{}”", escaped(edition.export.title))];
    facts.extend(edition.date.map(escaped));
    facts.extend(edition.source.map(|source| {
        let source_text = escaped(source);
        let is_address = source.starts_with("https://") || source.starts_with("http://");
        if is_address { format!("<a href=\"{source_text}\">{source_text}</a>") } else { source_text }
    }));
    text.push_str(&format!(
        "<footer class=\"facts\">{}. Annotated with Manicule.</footer>\n",
        facts.join(" · ")
    ));
}

fn class_of(colour: Colour) -> &'static str {
    colour.style_class().trim_start_matches("manicule-")
}

/// The class that draws its line.
fn family_of(passage: &Passage<'_>) -> &'static str {
    match passage.label.and_then(|label| label.parse::<Label>().ok()).map(Label::family) {
        Some(Family::Where) => "where",
        Some(Family::Organisation) => "organisation",
        Some(Family::When) => "when",
        Some(Family::HowMuch) => "number",
        Some(Family::Things) => "thing",
        Some(Family::Who) | None => "who",
    }
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

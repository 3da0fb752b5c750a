//! Markdown to keep or publish: a heading and a citation, then every passage as a quotation with its note, its
//! tags and what it names.
//!
//! Lost: the article's text outside the passages, positions, ids. Marks of Markdown in quotations are escaped;
//! notes are Markdown already and stay as written, except that `<` is escaped, so that no HTML runs.

use super::passage::Passage;
use super::{Edition, Facts, Format, Written};

/// Markdown.
pub struct Markdown;

impl Format for Markdown {
    fn facts(&self) -> Facts {
        Facts {
            name: "markdown",
            title: "Markdown",
            purpose: "notebooks and writing: quotations, notes and a citation",
        }
    }

    fn write(&self, edition: &Edition<'_>) -> Vec<Written> {
        let mut text = format!("# {}\n", escaped(edition.export.title));
        let mut citation = vec![format!("“{}”", escaped(edition.export.title))];
        citation.extend(edition.date.map(str::to_owned));
        citation.extend(edition.source.map(escaped));
        text.push_str(&format!("\n{}. Annotated with Manicule.\n", citation.join(", ")));
        for passage in Passage::list(edition) {
            if !passage.quote.is_empty() {
                text.push('\n');
            }
            for line in passage.quote.lines() {
                text.push_str(format!("> {}", escaped(line)).trim_end());
                text.push('\n');
            }
            let mut facts: Vec<String> = passage.label.into_iter().map(escaped).collect();
            facts.extend(passage.name.into_iter().chain(passage.value).map(escaped));
            facts.extend(passage.tags.iter().map(|tag| format!("\\#{}", escaped(tag))));
            facts.extend(passage.span.is_none().then(|| "not found in the text".to_owned()));
            if !facts.is_empty() {
                text.push_str(&format!("\n{}\n", facts.join(" · ")));
            }
            if let Some(note) = passage.note {
                text.push_str(&format!("\n{}\n", note.trim_end().replace('<', "\\<")));
            }
        }
        vec![Written { extension: "md", media_type: "text/markdown", text }]
    }
}

/// `text` in one line with every mark of Markdown taken for itself.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, character) in text.trim().char_indices() {
        let always = "\\`*_[]<>&|~".contains(character);
        let at_start = at == 0 && "#+-=:".contains(character);
        // “1.” would begin a numbered list.
        let number = matches!(character, '.' | ')')
            && !out.is_empty()
            && out.bytes().all(|byte| byte.is_ascii_digit());
        if always || at_start || number {
            out.push('\\');
        }
        out.push(if character == '\n' { ' ' } else { character });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn marks_are_taken_for_themselves() {
        assert_eq!(escaped("# a *b* <script>"), "\\# a \\*b\\* \\<script\\>");
        assert_eq!(escaped("1. one 2."), "1\\. one 2.");
        assert_eq!(escaped("- a\nb"), "\\- a b");
    }
}

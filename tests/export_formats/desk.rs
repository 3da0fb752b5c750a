//! An article with one passage of every kind, and files read back.

use manicule::anchor::{Anchoring, describe, resolve};
use manicule::annotation::{Annotation, Colour, Correction, SpecificTarget, article_source};
use manicule::document::Document;
use manicule::export::{
    Edition,
    import::{self, Imported},
    named, w3c,
};
use manicule::tag::{Label, Mention, Source, Value, ValueKind};
use manicule::text::Span;
use manicule::{entity, ingest};

pub const STORY: &str = "Ferry 😀 talks\n\nMayor Ana Lind met the crew, “=1+1, [x]|_y*”, on 3 June.\nThe fare fell by 42 %.\n\nאנה לינד in 隆德 said <b>so</b>.";

pub fn span(doc: &Document, words: &str) -> Span {
    let at = doc.text.find(words).unwrap();
    Span::from_range(at..at + words.len())
}

pub fn note(doc: &Document, words: &str, number: u32) -> Annotation {
    let target = SpecificTarget::new(article_source("a1"), describe(doc, span(doc, words)).unwrap());
    Annotation::new(
        format!("urn:uuid:00000000-0000-4000-8000-{number:012}"),
        "2024-03-15T09:30:00.000Z",
        target,
    )
}

pub struct Desk {
    pub doc: Document,
    pub notes: Vec<Annotation>,
    pub places: Vec<Option<Span>>,
    pub mentions: Vec<Mention>,
}

impl Desk {
    pub fn new() -> Self {
        let (doc, _) = ingest::plain(STORY);
        let lost = SpecificTarget::new(article_source("a1"), Vec::new());
        let notes = vec![
            note(&doc, "😀 talks", 1).with_colour(Some(Colour::Green)),
            note(&doc, "met the crew", 2)
                .with_note(Some("*Who?*\n<script>alert(1)</script>"))
                .with_tags(&["to check", "crew"]),
            note(&doc, "“=1+1, [x]|_y*”", 3).with_tags(&["formula"]),
            note(&doc, "3 June.\nThe fare", 4),
            note(&doc, "隆德", 5)
                .with_correction(&Correction::Label { label: Label::Gpe, everywhere: false }),
            note(&doc, "so", 6).with_correction(&Correction::Reject { everywhere: false }),
            Annotation::new(
                "urn:uuid:00000000-0000-4000-8000-000000000007",
                "2024-03-15T09:30:00.000Z",
                lost,
            )
            .with_note(Some("lost")),
        ];
        let places: Vec<Option<Span>> = notes
            .iter()
            .map(|note| match resolve(&doc, &note.target().unwrap().selectors.items) {
                Anchoring::Exact(span) => Some(span),
                _ => None,
            })
            .collect();
        let mut mentions = vec![
            Mention::new(span(&doc, "Ana Lind"), Label::Person, Source::Model),
            Mention::new(span(&doc, "3 June"), Label::Date, Source::Rule),
            Mention::new(span(&doc, "42 %"), Label::Percent, Source::Rule),
            Mention::new(span(&doc, "隆德"), Label::Gpe, Source::Reader),
        ];
        mentions[1].value = Some(Box::new(Value::of_text(ValueKind::Date, "XXXX-06-03")));
        mentions[2].value = Some(Box::new(Value::of_amount(ValueKind::Percent, 42.0, "")));
        Self { doc, notes, places, mentions }
    }

    pub fn written(&self, format: &str, machine: bool) -> Vec<manicule::export::Written> {
        let entities = entity::group(&self.doc, &self.mentions, &[]);
        let machine_found = w3c::Machine { doc: &self.doc, mentions: &self.mentions, entities: &entities };
        named(format).unwrap().write(&Edition {
            export: w3c::Export {
                article: "a1",
                title: "Ferry *talks*",
                annotations: &self.notes,
                machine: machine.then_some(machine_found),
                carried: None,
                taught: &[],
            },
            doc: &self.doc,
            places: &self.places,
            date: Some("2024-06-04"),
            source: Some("https://example.org/ferry?a=1&b=2"),
        })
    }

    pub fn text(&self, format: &str) -> String {
        self.written(format, true).remove(0).text
    }
}

/// What was read, as words and kinds, in the text that the file carried.
pub fn said(imported: &Imported) -> Vec<String> {
    let article = imported.article.as_ref().unwrap();
    let doc = ingest::restore(article.text.clone(), article.blocks.clone());
    let mut said: Vec<(Span, String)> = imported
        .annotations
        .iter()
        .map(|note| {
            let Anchoring::Exact(span) = resolve(&doc, &note.target().unwrap().selectors.items) else {
                panic!("{note:?} is not where it says")
            };
            let kind = match note.correction() {
                Some(Correction::Label { label, .. }) => label.name().to_owned(),
                _ => note.tags().join(","),
            };
            let note = note.note().map(|note| format!(" ({note})")).unwrap_or_default();
            (span, format!("{}|{kind}{note}", doc.slice(span)))
        })
        .collect();
    said.sort();
    said.into_iter().map(|(_, said)| said).collect()
}

pub fn read(files: &[&str]) -> Imported {
    let bytes: Vec<&[u8]> = files.iter().map(|file| file.as_bytes()).collect();
    import::read_files(&bytes).unwrap_or_else(|error| panic!("{error}\n{}", files[0]))
}

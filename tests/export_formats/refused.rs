//! Files that cannot be read say why.

use manicule::export::import;
use serde_json::json;

use super::desk::{read, said};

fn check_error(files: &[&[u8]], message: &str) {
    assert_eq!(import::read_files(files).unwrap_err().to_string(), message);
}

#[test]
fn files_that_cannot_be_read_say_why() {
    check_error(
        &[b"{\"text\": \"x\", \"label\": []}\n{\"text\": \"y\"]}\n"],
        "The file is not JSON: line 2, column 13: expected `,` or `}`.",
    );
    check_error(&[b"[1, 2\n, 3\n,]"], "The file is not JSON: line 3, column 2: trailing comma.");
    check_error(
        &[b"one\ntwo \xff\n"],
        "The file is not UTF-8: line 2 has bytes that are no text. Save it as UTF-8 and try again.",
    );
    check_error(
        &[b"\xff\xfea\x00\n\x00\x00\xd8b\x00"],
        "The file is not UTF-8: line 1 has bytes that are no text. Save it as UTF-8 and try again.",
    );
    check_error(&[b"{}", b"{}"], "2 files cannot be imported together: only the two files of brat can.");
    check_error(&[], "0 files cannot be imported together: only the two files of brat can.");
    let unknown = "The file is of no format that can be read: those are Web Annotations, Hypothesis, doccano, brat, WebAnno TSV, UIMA CAS JSON and Readwise.";
    for text in ["", "just words", "a,b\n1,2\n", "\u{0}\u{1}", "%PDF-1.7"] {
        check_error(&[text.as_bytes()], unknown);
    }
    check_error(
        &[br#"{"%FEATURE_STRUCTURES": [{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaURI": "x"}]}"#],
        "The file is not readable: its “sofaString” is missing or wrong.",
    );
    check_error(
        &[b"#FORMAT=WebAnno TSV 3.3\n\n#Text=a\n1-1\tx-1\ta\n"],
        "Line 4 is not readable: its “offsets” is missing or wrong.",
    );
    check_error(
        &[b"#FORMAT=WebAnno TSV 3.3\n\n#Text=a\n1-1\t4000000000-4000000001\ta\n"],
        "Line 4 is not readable: its “offsets” is missing or wrong.",
    );
    let huge = vec![b' '; import::MOST_BYTES + 1];
    check_error(&[&huge], "The file is 134217729 bytes long; at most 134217728 can be read.");
}

#[test]
fn utf_16_files_are_read() {
    let file = "[{\"type\": \"Annotation\", \"id\": \"urn:x:1\", \"target\": \"urn:x:😀\"}]";
    for big in [false, true] {
        let unit = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        let bytes: Vec<u8> = "\u{feff}".encode_utf16().chain(file.encode_utf16()).flat_map(unit).collect();
        assert_eq!(import::read_files(&[&bytes]).unwrap().annotations.len(), 1);
    }
}

#[test]
fn references_in_circles_are_not_followed() {
    let cas = json!({ "%FEATURE_STRUCTURES": [
        { "%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": "Ana in Lund" },
        { "%ID": 2, "%TYPE": "x.A", "@sofa": 1, "begin": 0, "end": 3, "@next": 3, "value": "first" },
        { "%ID": 3, "%TYPE": "x.A", "@sofa": 1, "begin": 7, "end": 11, "@next": 2 },
        { "%ID": 4, "%TYPE": "x.A", "@sofa": 9, "begin": 0, "end": 3 },
    ]});
    let imported = read(&[&cas.to_string()]);
    assert_eq!(said(&imported), ["Ana|first", "Lund|A"]);
    assert_eq!(imported.refused.len(), 1);
    let page = json!({ "@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "id": "urn:x:p", "items": [], "next": "urn:x:p" });
    assert_eq!(read(&[&page.to_string()]).refused.len(), 1);
    let rows = json!({ "rows": [{ "id": "a", "uri": "urn:x:1", "target": [], "references": ["a"] }] });
    assert_eq!(read(&[&rows.to_string()]).annotations.len(), 1);
}

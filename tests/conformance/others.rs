//! What other tools wrote.

use std::fs;

use manicule::annotation::Annotation;
use manicule::export::import;

use super::musts::{Musts, folder, report};

#[test]
fn recogitos_own_samples_are_read_with_what_was_mended() {
    let Some(folder) = folder() else { return };
    let path = folder.join("recogito-text-annotator-js/packages_text-annotator_test_annotations.w3c.json");
    let text = fs::read_to_string(path).unwrap();
    let imported = import::read(&text).unwrap();
    assert_eq!((imported.annotations.len(), imported.refused.len()), (5, 0), "{:?}", imported.refused);
    let musts = Musts::load("annotations/annotationMusts.test").unwrap();
    for annotation in &imported.annotations {
        assert!(imported.mended.iter().any(|(id, _)| *id == annotation.id));
        assert_eq!(musts.broken_by(&annotation.to_json()), Vec::<&str>::new());
    }
}

#[test]
fn what_other_tools_wrote_never_stops_the_reader() {
    let Some(folder) = folder() else { return };
    let mut folders = vec![folder];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path)
                && let Ok(imported) = import::read(&text)
            {
                seen += 1;
                for annotation in imported.annotations {
                    let json = annotation.to_json();
                    assert_eq!(Annotation::from_json(json), Ok(annotation), "{}", path.display());
                }
            }
        }
    }
    report("files of other tools that are read, each annotation out as it is", seen, 0);
}

//! What other programs' files may hold.

use manicule::annotation::Colour;
use manicule::export::import;

use super::desk::{read, said};

#[test]
fn doccano_of_several_documents_becomes_one_article() {
    let file = "{\"id\": 1, \"text\": \"😀 Lund\", \"label\": [[2, 6, \"GPE\"]]}\n\n\
                {\"text\": \"Ana\", \"entities\": [{\"id\": 4, \"label\": \"boss\", \"start_offset\": 0, \"end_offset\": 3}], \"relations\": []}\n\
                {\"text\": \"x\", \"labels\": [[0, 9, \"GPE\"], [0, 1], 7]}\n";
    let imported = read(&[file]);
    assert_eq!(said(&imported), ["Lund|GPE", "Ana|boss"]);
    let reasons: Vec<String> = imported.refused.iter().map(|refused| refused.reason.to_string()).collect();
    assert_eq!(
        reasons,
        [
            "Line 3 is not readable: its “label” is missing or wrong.",
            "Line 3 is not readable: its “label” is missing or wrong.",
            "The passage from 13 to 22 is not in the file’s text, or the text there is not what is quoted.",
        ]
    );
    assert_eq!(&*imported.article.unwrap().text, "😀 Lund\n\nAna\n\nx");
}

#[test]
fn brat_in_either_unit_says_what_it_leaves_out() {
    let text = "😀 Ana saw Lund.";
    let ann = "T1\tPerson 2 5\tAna\nT2\tGPE 11 15\tLund\nR1\tsaw Arg1:T1 Arg2:T2\n#1\tAnnotatorNotes T2\twhere?\nT3\tGPE x y\tz\nT4\tGPE 1 2\tAna\n\nA1\tSure T1\n";
    let imported = read(&[ann, text]);
    assert_eq!(said(&imported), ["Ana|Person", "Lund|GPE (where?)"]);
    let reasons: Vec<String> = imported.refused.iter().map(|refused| refused.reason.to_string()).collect();
    assert_eq!(
        reasons,
        [
            "Line 3 is left out: relations, events and attributes are not read.",
            "Line 5 is not readable: its “offsets” is missing or wrong.",
            "Line 8 is left out: relations, events and attributes are not read.",
            "The passage from 1 to 2 is not in the file’s text, or the text there is not what is quoted.",
        ]
    );
}

#[test]
fn webanno_of_others_is_read_by_layers() {
    let file = "#FORMAT=WebAnno TSV 3.2\n#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue\n\
                #T_SP=webanno.custom.Claim|strength|value\n#T_SP=webanno.custom.Mark\n#T_RL=webanno.custom.Link|kind|BT_webanno.custom.Claim\n\n\n\
                #Text=Ana 😀 saw Lund\\_x .\n\
                1-1\t0-3\tAna\tNNP\tweak[1]|*\tfirst[1]|alone\t_\t_\t_\t\n\
                1-2\t4-6\t😀\tSYM\tweak[1]\tfirst[1]\t_\t_\t_\t\n\
                1-3\t7-10\tsaw\tVBD\t_\t_\t*\t_\t_\t\n\
                1-4\t11-17\tLund\\_x\tNNP\t_\t_\t_\t_\t_\t\n\n\
                #Text=End.\n2-1\t21-25\tEnd.\tNN\t*[9]\t*[9]\t_\t_\t_\t\n";
    let imported = read(&[file]);
    assert_eq!(said(&imported), ["Ana|alone", "Ana 😀|first", "saw|Mark", "End.|Claim"]);
    assert_eq!(imported.refused[0].reason.to_string(), "Line 5 is left out: relations are not read.");
    assert_eq!(&*imported.article.unwrap().text, "Ana 😀 saw Lund_x .\n\nEnd.");
}

#[test]
fn readwise_is_read_by_its_columns() {
    let file = "\u{feff}Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\r\n\
                \"She said \"\"hello\"\", and\nleft.\",Ferry,Ana,,why?,yellow,\"one, two\",page,12,2020-10-05 10:15:30+00:00,\r\n\
                Plain,Ferry,Ana,,,,,,,2020-10-05 10:15230+00:00,\r\n,Ferry,,,,,,,,,\r\n";
    let imported = read(&[file]);
    let [first, second] = imported.annotations.as_slice() else { panic!("{imported:?}") };
    assert_eq!(first.target().unwrap().quote().unwrap().exact, "She said \"hello\", and\nleft.");
    assert_eq!(
        (first.note(), first.tags(), first.colour()),
        (Some("why?"), vec!["one", "two"], Some(Colour::Yellow))
    );
    assert_eq!(first.created.as_deref(), Some("2020-10-05T10:15:30.000Z"));
    assert_eq!((second.note(), second.created.as_deref()), (None, None));
    assert_eq!(
        imported.refused[0].reason.to_string(),
        "Line 5 is not readable: its “Highlight” is missing or wrong."
    );
    assert_eq!(import::read_files(&[file.as_bytes()]).unwrap(), imported, "Ids are the same every time.");
}

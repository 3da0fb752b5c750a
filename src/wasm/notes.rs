//! The reader's annotations of the open article.

use js_sys::{Array, JsString, Reflect};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;

use super::core::Core;
use super::error::{bad_argument, error};
use super::input;
use super::note_records::{AnnotationRecord, ChangesRecord, TaughtRecord};
use super::records::to_js;
use crate::annotation::{Colour, Correction};
use crate::session::Patch;
use crate::tag::Label;

#[wasm_bindgen]
impl Core {
    /// The annotations in document order, those without a place last.
    #[wasm_bindgen(unchecked_return_type = "AnnotationRecord[]")]
    pub fn annotations(&self) -> Result<JsValue, JsValue> {
        let session = self.view();
        let doc = session.article()?.doc();
        let records = session.annotations()?.into_iter().map(|placed| AnnotationRecord::of(doc, placed));
        to_js(&records.collect::<Result<Vec<_>, _>>()?)
    }

    /// What changed among the annotations since the last call: whether all may have, those that changed or came
    /// (or all there are, in document order), the ids of those that went.
    #[wasm_bindgen(js_name = annotationNews, unchecked_return_type = "[boolean, AnnotationRecord[], string[]]")]
    pub fn annotation_news(&self) -> Result<Array, JsValue> {
        let Some(news) = self.edit().take_news()? else {
            return Ok(Array::of3(&true.into(), &self.annotations()?, &Array::new()));
        };
        let session = self.view();
        let (doc, gone) = (session.article()?.doc(), Array::new());
        let mut records = Vec::new();
        for id in &news {
            match session.annotation(id)? {
                Some(placed) => records.push(AnnotationRecord::of(doc, placed)?),
                None => drop(gone.push(&id.into())),
            }
        }
        Ok(Array::of3(&false.into(), &to_js(&records)?, &gone))
    }

    /// Marks a passage; the annotation's id.
    pub fn annotate(
        &self,
        start: u32,
        end: u32,
        #[wasm_bindgen(unchecked_param_type = "PatchRecord")] patch: &JsValue,
    ) -> Result<String, JsValue> {
        let span = self.span(start, end)?;
        let patch = self.patch(patch)?;
        Ok(self.edit().annotate(span, &patch)?)
    }

    /// Writes a note on the article as a whole; its id.
    #[wasm_bindgen(js_name = annotateWhole)]
    pub fn annotate_whole(
        &self,
        #[wasm_bindgen(unchecked_param_type = "PatchRecord")] patch: &JsValue,
    ) -> Result<String, JsValue> {
        let patch = self.patch(patch)?;
        Ok(self.edit().annotate_whole(&patch)?)
    }

    /// Ties a passage to another, perhaps by name; the annotation's id.
    pub fn relate(
        &self,
        start: u32,
        end: u32,
        other_start: u32,
        other_end: u32,
        name: Option<String>,
    ) -> Result<String, JsValue> {
        let (from, to) = (self.span(start, end)?, self.span(other_start, other_end)?);
        Ok(self.edit().relate(from, to, name.as_deref())?)
    }

    /// Puts an annotation on another passage: its first, or the target of that index.
    pub fn reattach(&self, id: &str, start: u32, end: u32, index: Option<usize>) -> Result<(), JsValue> {
        let span = self.span(start, end)?;
        Ok(self.edit().reattach(id, index, span)?)
    }

    /// Changes an annotation: what the patch does not have stays, null takes away.
    pub fn update(
        &self,
        id: &str,
        #[wasm_bindgen(unchecked_param_type = "PatchRecord")] patch: &JsValue,
    ) -> Result<(), JsValue> {
        let patch = self.patch(patch)?;
        Ok(self.edit().update(id, &patch)?)
    }

    /// Removes an annotation; `undo()` brings it back.
    pub fn remove(&self, id: &str) -> Result<(), JsValue> {
        Ok(self.edit().remove(id)?)
    }

    /// Corrects the tagger on a passage; the annotation's id.
    pub fn correct(
        &self,
        start: u32,
        end: u32,
        #[wasm_bindgen(unchecked_param_type = "CorrectionRecord")] correction: &JsValue,
    ) -> Result<String, JsValue> {
        let span = self.span(start, end)?;
        let correction = read_correction(correction)?;
        Ok(self.edit().correct(span, &correction)?)
    }

    /// Corrects the tagger on several passages in one step: where each starts and ends, one after the other;
    /// how many there were.
    #[wasm_bindgen(js_name = correctEach)]
    pub fn correct_each(
        &self,
        ends: &[u32],
        #[wasm_bindgen(unchecked_param_type = "CorrectionRecord")] correction: &JsValue,
    ) -> Result<usize, JsValue> {
        let mut spans = Vec::new();
        for pair in ends.chunks_exact(2) {
            if let [start, end] = pair {
                spans.push(self.span(*start, *end)?);
            }
        }
        let correction = read_correction(correction)?;
        Ok(self.edit().correct_each(&spans, &correction)?)
    }

    /// The same, and the name is learned for every article.
    #[wasm_bindgen(js_name = correctAndLearn)]
    pub fn correct_and_learn(
        &self,
        start: u32,
        end: u32,
        #[wasm_bindgen(unchecked_param_type = "CorrectionRecord")] correction: &JsValue,
    ) -> Result<String, JsValue> {
        let span = self.span(start, end)?;
        let correction = read_correction(correction)?;
        Ok(self.edit().correct_and_learn(span, &correction)?)
    }

    /// What the reader taught, in the order of the names.
    #[wasm_bindgen(unchecked_return_type = "TaughtRecord[]")]
    pub fn taught(&self) -> Result<JsValue, JsValue> {
        to_js(&self.view().taught().map(TaughtRecord::from).collect::<Vec<_>>())
    }

    /// Forgets what was taught about a name; `undo()` brings it back.
    pub fn forget(&self, name: &str) -> Result<(), JsValue> {
        Ok(self.edit().forget(name)?)
    }

    /// Takes the last step back; what it was, for people.
    pub fn undo(&self) -> Result<Option<String>, JsValue> {
        Ok(self.edit().undo()?.map(str::to_owned))
    }

    /// Does the last undone step again; what it was, for people.
    pub fn redo(&self) -> Result<Option<String>, JsValue> {
        Ok(self.edit().redo()?.map(str::to_owned))
    }

    /// What can be undone, the next first, for people.
    #[must_use]
    pub fn done(&self) -> Vec<String> {
        let [done, _] = self.view().steps();
        done.into_iter().map(|action| action.phrase().to_owned()).collect()
    }

    /// What can be done again, the next first, for people.
    #[must_use]
    pub fn undone(&self) -> Vec<String> {
        let [_, undone] = self.view().steps();
        undone.into_iter().map(|action| action.phrase().to_owned()).collect()
    }

    /// Whether there is something to undo.
    #[wasm_bindgen(js_name = canUndo)]
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.view().can_undo()
    }

    /// Whether there is something to redo.
    #[wasm_bindgen(js_name = canRedo)]
    #[must_use]
    pub fn can_redo(&self) -> bool {
        self.view().can_redo()
    }

    /// To be called with `key` and `newValue` of the window's `storage` events; what changed here.
    #[wasm_bindgen(js_name = storageChanged, unchecked_return_type = "ChangesRecord")]
    pub fn storage_changed(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string | null")] key: Option<String>,
        #[wasm_bindgen(unchecked_param_type = "string | null")] value: Option<String>,
    ) -> Result<JsValue, JsValue> {
        let changes = self.edit().storage_changed(key.as_deref(), value.as_deref())?;
        to_js(&ChangesRecord::from(changes))
    }
}

impl Core {
    /// Reads a patch by hand: a property that is `undefined` must not count as `null`, and lone
    /// surrogates in notes are to be reported.
    fn patch(&self, given: &JsValue) -> Result<Patch, JsValue> {
        let field = |name: &str| {
            let value = Reflect::get(given, &name.into());
            value.map_err(|_| bad_argument("The patch must be an object."))
        };
        let mut patch = Patch::default();
        let colour = field("colour")?;
        if !colour.is_undefined() {
            let wrong = || error("bad-colour", &format!("{colour:?} is not a colour to mark with."));
            let read: Result<Option<Colour>, _> = serde_wasm_bindgen::from_value(colour.clone());
            patch.colour = Some(read.map_err(|_| wrong())?);
        }
        let note = field("note")?;
        if !note.is_undefined() {
            patch.note = Some(if note.is_null() { None } else { Some(self.words(note)?) });
        }
        let tags = field("tags")?;
        if !tags.is_undefined() {
            let list = tags.dyn_into::<Array>().map_err(|_| bad_argument("The tags must be an array."))?;
            patch.tags = Some(list.iter().map(|tag| self.words(tag)).collect::<Result<_, _>>()?);
        }
        let relation = field("relation")?;
        if !relation.is_undefined() {
            patch.relation = Some(if relation.is_null() { None } else { Some(self.words(relation)?) });
        }
        patch.since = field("since")?.as_string();
        Ok(patch)
    }

    fn words(&self, given: JsValue) -> Result<String, JsValue> {
        let given = given.dyn_into::<JsString>();
        let given = given.map_err(|_| bad_argument("Notes and tags must be strings."))?;
        let (text, replaced) = input::text(&given);
        self.warn_replaced(replaced);
        Ok(text)
    }
}

fn read_correction(given: &JsValue) -> Result<Correction, JsValue> {
    let label = Reflect::get(given, &"label".into()).ok().and_then(|label| label.as_string());
    if let Some(label) = label {
        label.parse::<Label>().map_err(|cause| error("bad-label", &format!("{cause}.")))?;
    }
    serde_wasm_bindgen::from_value(given.clone()).map_err(bad_argument)
}

// What the core says, in English: an id is made of the words (`core/told.js`), and `tests/words` holds that the core has them.
export default `
## Steps of the history
core-highlight = highlight
core-note = note
core-correction = correction
core-relation = relation
core-removal-of-the-highlight = removal of the highlight
core-removal-of-the-note = removal of the note
core-removal-of-the-correction = removal of the correction
core-removal-of-the-relation = removal of the relation
core-merging-of-notes = merging of notes
core-new-place-of-the-note = new place of the note
core-change-of-several-notes = change of several notes
core-removal-of-several-notes = removal of several notes
core-removal-of-the-learned-name = removal of the learned name
core-names-of-the-colours = names of the colours
core-change-of-the-templates = change of the templates
core-hiding-of-the-entity = hiding of the entity
core-showing-of-the-entity = showing of the entity
core-rename = rename
core-date = date
core-removal-of-the-article = removal of the article
core-removal-of-the-articles = removal of the articles
core-change-of-what-is-said-of-the-article = change of what is said of the article
core-notes-on-the-new-version = notes on the new version
core-import = import
core-restored-backup = restored backup
core-other-text-of-the-note = other text of the note

## What cannot be done
core-nothing-can-be-changed-the-library-was-written = Nothing can be changed: the library was written by a newer Manicule. Reload to get it.
core-no-article-is-open = No article is open.
core-the-annotation-was-changed-in-another-window-a = The annotation was changed in another window a moment ago. Look at it before removing it.
core-only-marks-and-notes-that-overlap-each-on = Only marks and notes that overlap, each on one passage that is there for sure, can be made one.
core-cannot-be-learned-a-name-has-a-letter = “{ $what }” cannot be learned: a name has a letter or a digit, and at most { $one } bytes.
core-is-not-a-date-such-as-or = “{ $what }” is not a date such as 2023-09-26, 2023-09 or 2023.
core-the-text-is-bytes-long-at-most-can = The text is { $one } bytes long; at most { $other } can be opened.
core-the-file-is-not-a-backup-of-manicule = The file is not a backup of Manicule's.
core-the-browser-s-storage-is-full = The browser's storage is full.
core-not-saved-storage-is-full = Not saved: storage is full
core-not-saved-the-text-is-still-being-written = Not saved: the text is still being written

## Places that were lost
core-the-annotation-has-neither-a-quotation-nor-a = The annotation has neither a quotation nor a text position.
core-the-quotation-is-empty = The quotation is empty.
core-the-quoted-words-are-no-longer-in-the = The quoted words are no longer in the text.

## What formats are for
core-spacy-a-document-that-doc-from-json-takes = spaCy: a document that Doc.from_json takes
core-hypothesis-rows-as-its-api-has-them = Hypothesis: rows as its API has them
core-brat-and-inception-the-text-and-the-annotations = brat and INCEpTION: the text and the annotations apart, two files
core-keeping-everything-and-for-other-annotators-nothing-is = keeping everything, and for other annotators: nothing is lost
core-doccano-and-scripts-text-and-labelled-spans = doccano and scripts: text and labelled spans
core-inception-and-webanno-tokens-and-entity-types = INCEpTION and WebAnno: tokens and entity types
core-inception-and-uima-text-tokens-entities-and-notes = INCEpTION and UIMA: text, tokens, entities and notes
core-training-taggers-tokens-and-entity-types-in-columns = training taggers: tokens and entity types in columns
core-tools-of-universal-dependencies-tokens-parts-of-speech = tools of Universal Dependencies: tokens, parts of speech and entity types
core-reading-and-printing-anywhere-the-article-with-its = reading and printing anywhere: the article with its marks and numbered notes, in one file
core-spreadsheets-a-table-one-row-a-passage = spreadsheets: a table, one row a passage
core-scripts-the-same-table-with-tabs = scripts: the same table with tabs
core-highlights-and-notes-from-readwise = highlights and notes from Readwise
core-notebooks-and-writing-quotations-notes-and-a-citation = notebooks and writing: quotations, notes and a citation

## Formats
core-web-page = Web page
`;

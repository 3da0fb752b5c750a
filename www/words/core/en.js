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
core-cannot-be-learned-a-name-has-a-letter = “{ $what }” cannot be learned: a name has a letter or a digit, and at most { $bytes } bytes.
core-is-not-a-date-such-as-or = “{ $what }” is not a date such as 2023-09-26, 2023-09 or 2023.
core-the-text-is-bytes-long-at-most-can = The text is { $bytes } bytes long; at most { $most } can be opened.
core-the-file-is-not-a-backup-of-manicule = The file is not a backup of Manicule's.
core-the-browser-s-storage-is-full = The browser's storage is full.

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

## What became of the library
core-newer-library = The library was written by a newer Manicule: it can be read and exported, not changed.
core-set-aside = The record “{ $what-key }” could not be read: { $why }. It was set aside as “{ $what-place }”.
core-left-lying = The record “{ $what-key }” could not be read: { $why }. It could not be set aside and lies where it lay.
core-forgotten = { $why } Everything is forgotten when this page closes.
core-two-windows = A note was changed in two windows. The other text is kept with it.
core-replaced = { $count } characters that are no text were replaced by “�”.
core-controls = { $count } control characters were left out.

## What is wrong with a record
core-record-newer = The record is of version { $found }, and this program knows versions up to { $known }.
core-record-damaged = The record is damaged: { $why }.
core-no-version = it has no version
core-never-version = there never was a version { $found }
core-is-empty = it is empty
core-checksum = its checksum is { $what-is } and should be { $what-due }
core-no-record = it is not an object
core-no-seal = it has no version and checksum where they belong
core-block-outside = the block from { $start } to { $end } does not lie in the text
core-id-of-another = its id is not that of its key
core-no-library-record = It is no record of a library.
core-id-not-of-key = Its id is not that of its key.
core-name-not-of-key = Its name is not that of its key.
core-article-not-in-backup = Its article is not in the backup.

## Where it is kept
core-storage-unusable = The browser's storage cannot be used: { $why }
core-database-unusable = The browser's database cannot be used: { $why }.
core-no-window = there is no window.
core-storage-off = it is off.
core-not-read-back = what was written could not be read back.
core-database-not-read-back = What was written could not be read back.
core-not-saved = Not saved: { $why }
core-storage-is-full = storage is full
core-text-coming = the text is still being written
core-nowhere = It is neither in the browser's storage nor in its database.
core-no-text = The text of “{ $what }” cannot be read. { $why }

## What was asked for and is not there
core-no-article = There is no article “{ $what }”.
core-no-annotation = There is no annotation “{ $what }” in this article.
core-no-passage = The annotation “{ $what }” has no passage { $index } that could be put elsewhere.
core-covers-none = An annotation must cover at least one character; the range { $start }–{ $end } covers none.
core-no-format = There is no format “{ $what }” to export to.
core-no-revision = The note has no other text of number { $index }.
core-past-end = The offset { $offset } lies past the end of the text, which is { $length } long.
core-inside-character = The offset { $offset } lies inside a character.
core-outside-text = The position { $start }–{ $end } does not lie in the text.
core-too-long-to-read = The text is { $bytes } bytes long; at most { $most } bytes can be read.
core-no-reading = What was read of the article cannot be understood: { $bytes } bytes are no reading.
core-no-type = “{ $what }” is not an entity type.
core-no-colour = { $what } is not a colour to mark with.
core-no-speech = The model of parts of speech is not there. Check the connection and try again.
core-not-fetched = A part of Manicule that is needed for this could not be fetched. Check the connection and try again.
core-no-names-model = The data are no model of names, or one for another version of Manicule.
core-no-model = The file is no model, or one for another version of Manicule.
core-model-damaged = The model is damaged: its { $bytes } bytes are not those that were written.
core-model-cut = The model's data end or go wrong at byte { $at }.

## Backups
core-backup-newer = The backup is of version { $found }, and this program reads versions up to { $known }. Reload to get a newer one.
core-backup-too-long = The backup is { $bytes } bytes long; at most { $most } can be read.
core-backup-not-restored = The backup was not restored, and nothing was changed: { $why }
core-backup-restored-already = This backup was restored already.

## Files that are not imported
core-file-too-long = The file is { $bytes } bytes long; at most { $most } can be read.
core-too-many-values = The file holds about { $values } JSON values; at most { $most } can be read.
core-too-deep = The file nests { $depth } levels deep; at most { $most } can be read.
core-too-many-annotations = The file holds { $count } annotations; at most { $most } can be read at once.
core-not-json = The file is not JSON: line { $line }, column { $column }: { $why }.
core-not-utf-8 = The file is not UTF-8: line { $line } has bytes that are no text. Save it as UTF-8 and try again.
core-too-many-files = { $count } files cannot be imported together: only the two files of brat can.
core-file-unreadable = The file is not readable: its “{ $what }” is missing or wrong.
core-no-known-format = The file is of no format that can be read: those are Web Annotations, Hypothesis, doccano, brat, WebAnno TSV, UIMA CAS JSON and Readwise.
core-not-annotations = The file is JSON, but neither an annotation, a page or collection of annotations, nor a list of them.
core-other-context = The file's “@context” is not that of the Web Annotation Data Model ({ $what }).

## What of a file is not taken
core-same-id = An earlier annotation in the file has the same id.
core-only-named = The file only names “{ $what }”; Manicule never fetches what a file names.
core-article-unreadable = The article in the file is not readable: its “{ $what }” is missing or wrong.
core-passage-not-there = The passage from { $start } to { $end } is not in the file’s text, or the text there is not what is quoted.
core-line-unreadable = Line { $line } is not readable: its “{ $what }” is missing or wrong.
core-line-left-out = Line { $line } is left out: { $why } are not read.
core-brat-unread = relations, events and attributes
core-relations = relations
core-chains = chains
core-name-unreadable = A learned name in the file is not readable: its “{ $what }” is missing or wrong.
core-missing = The annotation has no “{ $what }”.
core-invalid = The annotation's “{ $what }” must be { $why-due }, but it is { $why-found }.
core-exclusive = The annotation has both “{ $what-first }” and “{ $what-second }”, which exclude each other.

## What an annotation’s property must be, and what it is
core-context = the context of the Web Annotation Data Model
core-type-annotation = “Annotation”
core-single = a single value
core-at-least-one = at least one value
core-text = text
core-address = an address (a URI)
core-time = a date and time like 2023-09-26T08:00:00Z
core-address-or-object = an address (a URI) or an object
core-whole-number = a whole number from 0
core-selector = a selector that the model describes, or one with an “id”
core-state = a state that the model describes, or one with an “id”
core-resource = an address (a URI) or an object with an “id”, “source” or “items”, or a body with a “value”
core-direction = “ltr”, “rtl” or “auto”
core-list = a list
core-object = an object
core-the-number = the number { $what }
core-the-text = the text “{ $what }”
core-list-of = a list of { $count }
`;

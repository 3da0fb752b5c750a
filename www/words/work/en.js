// What the tools for reading and marking say, in English.
export default `
## What commands do
command-search = Search the article and notes
command-articles = Your articles
command-open = Paste, drop or open an article
command-export = Export and import
command-print = Print the article with its notes
command-speed = About speed
command-backup = Back up everything into one file
command-view-read = Back to the text
command-view-timeline = Timeline of the dates
command-view-network = Network of the names
command-view-map = Map of the places
command-view-quotes = Quotes: who said what
command-search-next = Next hit of the search
command-search-previous = Previous hit of the search
command-mark-next = Next of your marks and notes
command-mark-previous = Previous of your marks and notes
command-entity-next = Next entity
command-entity-previous = Previous entity
command-entity-edit = Rename, join, type or hide the entity
command-mention-next = Next mention of this entity
command-mention-previous = Previous mention of this entity
command-caret = Caret in the text on or off
command-caret-character-next = Next character
command-caret-character-previous = Previous character
command-caret-line-next = Next line
command-caret-line-previous = Previous line
command-caret-edge-next = End of the line
command-caret-edge-previous = Start of the line
command-caret-word-next = Next word
command-caret-word-previous = Previous word
command-caret-sentence-next = Next sentence
command-caret-sentence-previous = Previous sentence
command-caret-paragraph-next = Next paragraph
command-caret-paragraph-previous = Previous paragraph
command-caret-mention-next = Next entity
command-caret-mention-previous = Previous entity
command-mark = Highlight the selection or the entity
command-mark-yellow = Highlight in yellow, or change the mark’s colour
command-mark-green = Highlight in green, or change the mark’s colour
command-mark-blue = Highlight in blue, or change the mark’s colour
command-mark-red = Highlight in red, or change the mark’s colour
command-mark-violet = Highlight in violet, or change the mark’s colour
command-note = Write a note
command-tag = Tag
command-copy = Copy with its source, or a link to it
command-link = Link the selection or the entity to another, or end the link here
command-delete = Delete the mark you are on
command-undo = Undo
command-redo = Redo
command-history = What was done here
command-everything = Every command, article, entity and note
command-tour = Tour in four steps
command-compare = Compare with another article
command-keys = Map of keys
command-relations = Lines between linked passages on or off
command-lines = Lines under entities on or off
command-notes-filter = Filter the notes
command-notes-whole = Write a note on the article
command-colours = What the colours mean, and templates for notes

## The names of keys, and their map
key-Mod = Ctrl
key-Alt = Alt
key-Shift = Shift
key-Escape = Esc
key-Enter = Enter
key-Space = Space
key-Tab = Tab
key-Delete = Delete
key-Backspace = Backspace
key-Home = Home
key-End = End
key-does-paste = Open what you copied as an article
key-does-tab = Into the card or the toolbar
key-does-escape = Close the top thing, one at a time
keys-letters = Single-letter keys
keys-reset = All keys as they were
keys-how = Press “Change” to give something another key.
keys-change = Change
keys-change-named = Change the key of “{ $name }”
keys-press = Press a key
keys-wait = Press the key for “{ $name }”. Escape cancels.
cancel-named = Cancel: the key of “{ $name }” stays as it is
keys-none = None
keys-none-named = None: no key for “{ $name }”
keys-first = As it was
keys-first-named = As it was: “{ $name }” on its first key
keys-of-browser = { $key } belongs to the browser. Press another key.
keys-begins = { $key } is the first of two keys of something else. Press another key.
keys-taken = { $key } is the key of { $name }.
keys-take = Use it here
keys-or = or press another key.
keys-now = “{ $name }” is on { $key }.
keys-none-now = “{ $name }” has no key now.
keys-all-first = All keys are as they were at first.
keys-no = no key
keys-of-going = Going
keys-of-caret = Caret
keys-of-marking = Marking
keys-of-showing = Showing
keys-of-everywhere = Everywhere
keys-of-more = More

## The palette
everything = Everything
everything-ask = What do you want to do, or go to?
everything-found = Found
everything-none = Nothing found
everything-count = { $count } found
kind-command = Command
kind-article = Article
kind-heading = Heading
kind-note = Note
kind-highlight = Highlight

## The search in the article
search-way = How to search
search-anywhere = Anywhere
search-words = Whole words
search-entities = Entities of that name
search-notes = Notes found
search-more-notes = { $count } more notes: filter them in the margin
search-close = Close the search
hit-previous = Previous hit
hit-previous-title = Previous (Shift + Enter)
hit-next = Next hit
hit-next-title = Next (Enter)
hits-none = Not in the article

## Notes without a sure place
lost-one = One place looks like it, but not surely.
lost-several = It could stand at { $count } places.
lost-show = Show place { $place } for { $what }: { $words }
lost-choose = Choose
lost-choose-named = Choose place { $place } for { $what }

## Other texts of a note
revision = Other text of the note on { $what }
revision-head = Another text, kept from a second window or a backup
revision-head-dated = Another text of { $when }, kept from a second window or a backup
revision-use = Use the other
revision-use-named = Use the other text on { $what }
revision-drop = Discard
revision-drop-named = Discard the other text on { $what }
revision-exchanged = Texts exchanged
revision-dropped = Other text discarded

## Notes without a sure place
reattach = Re-attach…
reattach-named = Re-attach { $what }
reattach-stop = Cancel re-attaching
reattach-stop-named = Cancel re-attaching { $what }

## The caret
caret-on = Caret on: the arrow keys move it, and select with Shift
caret-off = Caret off
caret-at-end = End of the article
caret-at-start = Start of the article
caret-selected = { $words }, selected
caret-entity = { $name }, { $kind }
caret-space = space
caret-blank = blank
paragraph-end = end of the paragraph
paragraph-start = start of the paragraph
article-end = end of the article

## Copying with the source
copy-head = Copy
copy-named = Copy “{ $quote }”
copy-words = The words alone
copied = Copied
copy-source = With its source
copied-source = Copied with its source
copy-markdown = With its source, as Markdown
copied-markdown = Copied as Markdown
copy-rich = With its source, as rich text
copied-rich = Copied as rich text
copy-link = A link to the passage
copied-link = Link copied
copied-fragment = Copied: the article has no address, so this is the end of one
copy-from = Source: { $source }
copy-from-nothing = Nothing is known of its source.
copy-refused = The browser does not let this page copy. Use its own Copy.

## Colours and templates
colours-and-templates = Colours and templates
colours-meaning = What the colours mean
colour-means = What { $colour } means
templates = Templates
templates-for-notes = Templates for notes
template-name = Name of the template
template-name-hint = Name
template-text = Text of the template
template-text-hint = Text, in Markdown
template-keep = Keep template
template-kept = Template kept
template-edit = Edit the template { $name }
template-delete = Delete the template { $name }
template-deleted = Template deleted
templates-first = Back to the first ones
templates-first-again = The first templates again

## Two articles side by side
compare-two = Compare two articles
compare-with = Compare with
compare-other = The other article
compare-none = There is no other article yet: open one, then compare
compare-reading = Reading the other article…
compare-unread = The other article could not be read.
compare-both = Named in both
compare-count = { $count } named in both
compare-counts = { $kind }: { $here } mentions here, { $there } there
compare-nothing = They name nothing in common.

## The note’s editor
note-write-how = Write a note. @ links an entity, [[ a note or an article
template = Template
template-for = Template for the note on { $what }
preview = Preview
preview-nothing = Nothing yet
completions = Completions
kind-entity = Entity
relates-supports = supports
relates-contradicts = contradicts
relates-explains = explains
relates-causes = causes
relates-same-as = same as
link-note-gone = That note is not in this article any more
link-entity-gone = “{ $name }” is not an entity of this article any more
link-article-gone = That article is not in the library any more

## What was done
history-head = History
steps = Steps, the latest first
steps-none = Nothing yet that could be undone.
step = { $way }: { $words }, step { $steps }
step-undone = undone
undo-to-here = Undo to here
redo-to-here = Redo to here

## Lines between passages
relations-off = Lines between passages off
relations-none = No passages are linked yet: select one, then “Link…”
relations-drawn = { $count ->
    [one] { $count } link
   *[other] { $count } links
  } drawn

## The tour
tour-head = Tour
tour-palette = the palette
tour-machine = The machine underlines
tour-machine-text = Persons, places, organisations, dates and numbers have a thin line. Point at one, tap it, or press { $key } for its card. What it got wrong you correct there.
tour-mark = You mark
tour-mark-text = Select words and choose a colour, a note or a tag; your note stands beside its passage. By keyboard: { $caret } for a caret, Shift with the arrows, then { $mark } or { $note }.
tour-names = Everything has a name
tour-names-text = { $everything } finds every command, article, entity and note by some of their letters; { $search } searches the text; { $keys } shows all keys.
tour-stays = It stays with you
tour-stays-text = Everything is kept on this device and nowhere else, and the line below says so. Export takes it along; a backup is under “Articles”.
tour-back = Back
tour-next = Next
tour-skip = Skip the tour
tour-again = The tour is in the palette: { $key }

## The first templates
template-claim = Claim, evidence, question
template-question = Question
template-summary = Summary
template-check = To check
ask-claim = Claim:
ask-evidence = Evidence:
ask-question = Question:
ask-who = Who would know:
ask-short = In short:
ask-check = To check:
ask-source = Source:


## Long texts
reading-share = Looking for names… { $share } %
reading-stop = Stop
reading-go-on = Go on

## Very many notes
notes-more = More notes

## Many notes at once
bulk-hint = Or choose some by their boxes.
bulk-tag = Tag for all shown
bulk-colour = Colour of all shown
bulk-colour-named = { $colour } for all shown
bulk-add = Add
bulk-add-named = Add the tag to all shown
bulk-remove = Remove
bulk-remove-named = Remove the tag from all shown
bulk-delete-all = Delete all
bulk-chosen = Change { $count } chosen
bulk-shown = Change all { $count } shown
bulk-delete-chosen = Delete { $count }
bulk-delete-shown = Delete all { $count }
bulk-same = All of them were so already
bulk-changed = { $count ->
    [one] { $count } note
   *[other] { $count } notes
  } changed
bulk-tagged = { $count ->
    [one] { $count } note
   *[other] { $count } notes
  } tagged #{ $tag }
bulk-untagged = { $count ->
    [one] { $count } note
   *[other] { $count } notes
  } without #{ $tag }
bulk-removed = { $count } notes removed

## About speed
speed-head = How fast this is here
speed-measuring = Measuring…
speed-done = All of it was measured just now, on this device; nothing was sent anywhere.
speed-words = This article has { $count ->
    [one] { $count } word
   *[other] { $count } words
  }.
speed-text = When this page was opened, text stood there after { $time } ms.
speed-lines = The first names were underlined after { $time } ms.
speed-reading = Finding its names, dates and numbers and who is who takes { $time } ms here: { $pace } words in a second.
speed-looking = Finding the marks at a place, of { $count }, takes { $time } millionths of a second.
speed-frames = The screen is drawn every { $time } ms.
speed-memory = The core holds { $size } MB of memory, the model and the article among it.
`;

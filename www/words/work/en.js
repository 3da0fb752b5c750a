// What the tools for reading and marking say, in English.
export default `
## What commands do
command-search = Search the article and notes
command-articles = Your articles
command-open = Paste, drop or open an article
command-export = Export and import
command-print = Print the article with its notes
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
keys-wait = Press the key for “{ $name }”. Escape leaves it as it is.
keys-leave-named = Leave the key of “{ $name }” as it is
keys-none = None
keys-none-named = No key for “{ $name }”
keys-first = As it was
keys-first-named = “{ $name }” on its first key
keys-unchanged = Nothing was changed.
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
`;

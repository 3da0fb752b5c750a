// What the page says, in English: messages in Fluent's syntax (projectfluent.org). Every other language has the
// same ids (`tests/words`); what stands in braces is put in.
export default `
## The page's own markup
theme = Theme
theme-system = System
theme-light = Light
theme-dark = Dark
language = Language
language-system = System
settings = Settings
settings-reload = The page is loaded again in the language that you choose.
side-sheet = Entities
notes-sheet = Notes
keys-button = Keys
status-line = Status

## The status line
counts = { $highlights ->
    [one] { $highlights } highlight
   *[other] { $highlights } highlights
  }, { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
  }
mentions-count = { $count ->
    [one] { $count } mention
   *[other] { $count } mentions
  }
unsure-count = { $count } unsure
saved = Saved on this device
saving = Saving…
read-only = Read only: written by a newer Manicule
not-kept = Not saved: this browser keeps nothing here.
export-now = Export now
back-up = Back up
undo = Undo
redo = Redo
try-again = Try again
reload = Reload
model-missing = Names are not underlined: the model is missing.
model-coming = Looking for names…
reading-part = Not all of this text was looked at yet.
model-unnamed = The page names no model.
model-unreachable = The model that finds names could not be fetched.
model-refused = The model that finds names could not be fetched ({ $status }).
stopped = Manicule has stopped working. What you typed is still on this page.
not-started = Manicule could not start, so nothing is marked or saved.
no-webassembly = This browser has no WebAssembly.
new-version = A new Manicule is ready.

## Sheets of a narrow window
close = Close
close-side = Close entities
close-notes = Close notes

## Backup
backup-due = { $count ->
    [one] { $count } change
   *[other] { $count } changes
  } since the last backup
cancel = Cancel

## Notes without a sure place
reattach-nameless = note
reattach-put = Put “{ $what }” here
reattach-link = Link “{ $what }” to this
reattach-how = Select the passage for “{ $what }”, then press “{ $action }”. Escape cancels.
reattach-done = Note put there
cancelled = Cancelled: nothing was changed
relation-added = Relation added

## Lines and their families
lines-all = All lines
lines-names = Names only
lines-none = No lines
family-who = Persons and groups
family-where = Places
family-organisation = Organisations
family-things = Things
family-when = Dates and times
family-howMuch = Numbers
type-PERSON = Person
type-NORP = Group
type-GPE = Country or city
type-LOC = Place
type-FAC = Building
type-ORG = Organisation
type-EVENT = Event
type-PRODUCT = Product
type-WORK_OF_ART = Work
type-LAW = Law
type-LANGUAGE = Language
type-DATE = Date
type-TIME = Time
type-PERCENT = Percentage
type-MONEY = Money
type-QUANTITY = Quantity
type-ORDINAL = Ordinal
type-CARDINAL = Number
colour-yellow = Yellow
colour-green = Green
colour-blue = Blue
colour-red = Red
colour-violet = Violet

## The bar, the views and what stands beside the text
skip = Skip to the article
articles = Articles
open-article = Paste, drop or open an article
open = Open
search = Search article and notes
export = Export
views = Views
view-read = Read
view-timeline = Timeline
view-network = Network
view-map = Map
view-quotes = Quotes
entities-filter = Filter
entities-filter-name = Filter entities
entities-order = Order of the entities
order-often = Most named
order-order = As in the text
order-name = By name
entities-more = { $count } more
entities-more-name = { $count } more: { $family }
entity-row = { $name }, { $count ->
    [one] { $count } mention
   *[other] { $count } mentions
  }, { $kind }{ $unsure ->
    [yes] { ", unsure" }
   *[no] { "" }
  }
entity-doubt = The tagger is not sure of this
entity-edit = Edit
entity-edit-name = Edit { $name }
entity-none-here = Go to an entity first
entities-hidden = { $count } hidden
entity-show = Show
entity-show-name = Show { $name }
entity-shown = Shown again
entities-none = No entities were found in this text. Select words and choose “Entity…” to name one yourself.
entities-none-so = No entity is called so.
entities-all-off = The legend has all these types off.
about-tagging = About this tagging
side = Entities and outline
panel = Panel
panel-entities = Entities
panel-legend = Legend
panel-outline = Outline
headings = Headings
headings-none = This article has no headings.
article-date = Date of the article
article-date-unknown = Not found in the text. “Yesterday” stays as it is.
article-date-set = As you set it.
article-date-read = As the text says. “Yesterday” is counted from it.
date-set = Date set
date-removed = Date removed
article-none = No article is open. Paste one anywhere on this page, drop a file here, or open one from the bar above.
undone = Undone: { $what }
redone = Done again: { $what }
undo-nothing = Nothing to undo
redo-nothing = Nothing to redo

## The list of entities
more = { $count } more
entity-no-further = No further entity
entity-no-earlier = No earlier entity

## Cards, the selection's bar, choosers
note = Note
note-on = Note on { $what }
note-title = Note (m)
tag = Tag
tag-named = Tag { $what }
tag-title = Tag (t)
delete = Delete
delete-named = Delete { $what }
colour = Colour
colour-changed = Colour changed
highlight-in = Highlight { $colour }
highlight-added = Highlight added
highlight-removed = Highlight removed
note-removed = Note removed
selection = Selection
copy = Copy…
copy-title = Copy, with its source (y)
entity = Entity…
select-first = Select a passage first
select-or-go = Select the passage, or go to an entity
entity-of = Entity “{ $what }”
link = Link…
link-title = Tie it to another passage
mark = Your mark
marks-here = Your marks here
marks-count = { $count } marks here
marks-merged = { $count } made one
merge = Merge
merge-named = Merge { $count } overlapping marks into one, from “{ $quote }”
merge-title = Make one of the overlapping marks
card-also = also
corrections-for-all = Corrections go for all { $count } mentions
mention-previous = Previous mention
mention-next = Next mention
type = Type…
type-set = Type set
type-of = Type of { $what }
is-a = { $what } is a …
same-as = Same as…
same-as-named = Same as { $name }
joined = Joined
not-an-entity = Not an entity
entity-removed = Entity removed
learn-too = Also in my later articles
said-and-learned = { $said }, learned for later articles
sure-corrected = as you corrected it
sure-taught = as you taught it
sure-rule = found by rule
sure-most = more than 99% sure
sure-percent = { $percent }% sure
place-country = Country
place-state = State or province in { $country }
place-city = City in { $country }
place-people = People of { $country }
place-one-of = one of:
called = called
see = show
see-timeline = on the timeline
see-timeline-named = Show on the timeline
see-map = on the map
see-map-named = Show on the map
see-network = in the network
see-network-named = Show in the network
see-quotes = among the quotes
see-quotes-named = Show among the quotes
may-stand-for = may stand for { $name }
tie-country = country:
tie-people = people:
said = said
sayings = Said

## The keyboard
not-loaded = This part of Manicule could not be loaded. Check the connection and try again.
quoted = “{ $what }”
lines-on = Lines on
lines-off = Lines off
marks-none = No marks yet
mark-no-further = No further mark
mark-no-earlier = No earlier mark
mark-is-note = Note: { $quote }
mark-is-highlight = Highlight: { $quote }

## The markup
find = Search
article = Article

## Bringing
drop-here = Drop it here to read it
pasted-nothing = There is no text in what was pasted
reading = Reading the article…
article-opened = Article opened

## Notes in the margin
the-article = the article
other-end = → “{ $what }”
other-end-of = { $relation } → “{ $what }”
other-end-show = Show the other end
further = { $what }:
by = by { $name }
note-stopped = Manicule has stopped and saves nothing more.
note-stays = The text stays in this field.
note-export = Export this note
place-moved = found at another place
place-ambiguous = could stand at several places
place-orphan = lost its place
relation = relation
passage-show = Show the passage
edit = Edit
note-edit-named = Edit note on { $what }
choose-named = Choose { $what }
tag-only = Show only notes with this tag
relation-name = Name of the relation
relation-name-named = Name of the relation { $what }
note-write = Write a note
tags-of = Tags of { $what }
tags-with-commas = Tags, with commas
done = Done
done-with = Done with { $what }
note-on-whole = Note on the article
colours = Colours…
colours-title = What the colours mean, and templates for notes
history = History…
tour = Show me round
notes-none = Select a passage to mark it or to write a note beside it.
notes-none-yet = No notes yet
notes-on-whole = Notes on the whole article
notes-in-order = Notes in the order of the article
notes-lost = { $count ->
    [one] { $count } note
   *[other] { $count } notes
  } without a sure place
note-is-on-whole = This note is on the whole article
note-is-lost = This note has lost its passage
nothing-found = Nothing found
count-of = { $count } of { $all }
notes-filter = Filter notes
any-colour = Any colour
any-tag = Any tag
kind = Kind
any-kind = Any kind
kind-notes = Notes
kind-highlights = Highlights
kind-relations = Relations
place = Place
any-place = Any place
in-place = In their place
in-place-moved = Found elsewhere
in-place-lost = Without a sure place
in-place-whole = On the article
changed-since = Changed on this day or later
changed-until = Changed on this day or before
more-filters = Kind, place, time

## Sides of the world
compass-N = { $degrees }° N
compass-S = { $degrees }° S
compass-E = { $degrees }° E
compass-W = { $degrees }° W
`;

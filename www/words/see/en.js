// What the views say, in English.
export default `
## What all views have
as-picture = Picture
as-table = Table
show-as = Show as
save-as = Save as
save-as-named = Save the picture as { $format }
saved-as = Saved as { $format }
passages = Passages
passages-with = Passages with { $name }
mentions = Mentions
named-often = { $name }, { $mentions }
name = Name
closer = Closer
wider = Wider
further-part = { $one }; { $other }
from-to = { $from } to { $to }
some-time = some time from { $from } to { $to }
year-bc = { $year } BC

## The timeline
timeline-about = When things in this article happen. A pale bar is as wide as what the text leaves open.
timeline-choose = Choose a date to see where the text has it.
timeline-part = Stretch of time
earlier = Earlier
later = Later
timeline-all = All
timeline-nothing = This article names no dates. Where it does, they stand here on an axis.
timeline-undated = No date here says its year. Give the article’s own date, and “Monday” or “last month” find their place.
timeline-without = Without a place in time
timeline-without-hint = Lengths, times of day, and days whose year the text does not say.
timeline-own-date = Date of the article, to place “Monday” and “last month”
timeline-table = The dates of the article in order
timeline-in-text = In the text
timeline-when = When
timeline-bar = { $name }, { $when }, { $mentions }
dates-count = { $count ->
    [one] { $count } date
   *[other] { $count } dates
  }

## The network
network-about = Who and what share sentences: the more sentences, the thicker the line.
network-choose = Choose a name to see whom it is named with, or a line to read the sentences.
network-names = Names
network-least = Sentences shared
network-nothing = No two names of this article share a sentence. Where they do, they are tied here.
names-count = { $count ->
    [one] { $count } name
   *[other] { $count } names
  }
ties-count = { $count ->
    [one] { $count } tie
   *[other] { $count } ties
  }
others-count = { $count ->
    [one] { $count } other
   *[other] { $count } others
  }
sentences-count = { $count ->
    [one] { $count } sentence
   *[other] { $count } sentences
  }
network-shown = { $names } and { $ties }
network-left-out = { $shown }; left out: { $names }, { $ties }
up-to = up to { $count }
one-or-more = one or more
so-many-or-more = { $count } or more
network-dot = { $name }, { $mentions }, named with { $others }
network-alone = Shares no sentence with another name.
network-with = Named with { $name }
network-named-with = Named with
network-pair = { $one } and { $other }
network-sentences = Sentences with { $one } and { $other }
network-sentences-of = { $sentences } with { $one } and { $other }
network-sentences-head = Sentences
network-table = Names that share sentences

## The map
map-about = The places that this article names, larger the more often. A hollow ring could be another place.
map-choose = Choose a place to see where the text names it.
map-part = Part of the world
map-all = All places
map-world = World
map-sources = Shapes: Natural Earth (public domain). Places: GeoNames (CC BY 4.0).
map-nothing = No place of this article is known by its coordinates. Where one is, it stands here on a map of the world.
map-perhaps = { $name }, { $mentions }, perhaps
map-nowhere = Without coordinates
map-table = The places of the article
map-place = Place
map-where = Where
whereabouts-country = country, { $place }
whereabouts-state = state in { $country }, { $place }
whereabouts-city = city in { $country }, { $place }
whereabouts-people = people in { $country }, { $place }
whereabouts-one-of = one of: { $several }

## The quotations
quotes-about = Who said what in this article. Press a quotation to read it where it stands.
quotes-show = Show
quotes-all = All
quotes-direct = In their words
quotes-indirect = Reported
quote-is-direct = in their words
quote-is-indirect = reported
quote-is-mixed = reported, partly in their words
quotes-nobody = Nobody is named
quotes-nothing = Nobody is quoted in this article. Where somebody says something, it stands here under their name.
quotes-none-so = None of this kind.
quotations-count = { $count ->
    [one] { $count } quotation
   *[other] { $count } quotations
  }

## The editing of an entity
edit-name-hint = Another entity’s name makes the two one.
rename = Rename
hide = Hide
entity-hidden = “{ $name }” hidden
entity-is = “{ $name }” is “{ $other }”

## About this tagging
about-here = Everything underlined here was found by software, on this device. In this article: { $parts }.
about-model = { $count ->
    [one] { $count } name
   *[other] { $count } names
  } by the model, { $unsure } of them less than half sure
about-rules = { $count } by rules, which carry no probability
about-own = { $count } as you corrected or taught them
about-least = Least sure
about-sure = { $kind }, { $percent }% sure
model-card = Model card
model-card-table = Table of the model card

## The same as another
is-same = { $what } is the same as …
is-same-named = { $what } is the same as
a-name = A name
split-off = Split off
new-name = Enter takes it as a new name.
this-alone = This mention alone: splits it off the other { $count }
`;

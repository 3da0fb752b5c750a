// What what brings articles in and keeps them say, in English.
export default `
## Names that were taught
taught = Names you taught
taught-forget = Forget
taught-forget-named = Forget “{ $name }”
taught-forgotten = Name forgotten

## The form that takes an article
open-an-article = Open an article
open-text-of = Text of the article
open-paste-here = Paste the article here, or drop files or a folder anywhere on the page.
open-paste-first = Paste some text first
open-file = Article file
open-text = Open text
choose-file = Choose a file…
choose-folder = Choose a folder…
open-kinds = Text, Markdown, web pages, PDF, Word, EPUB; several at once.
open-stays = It stays on this device. Nothing is sent anywhere.
from-another-page = From another page
address = Address of a page
fetch = Fetch
address-none = This is no address of a page. One begins with https://
address-asking = Asking { $host }…
address-unread = The page could not be read.
address-refused = That site does not let other pages read it.
address-ways = Two ways always work: press the bookmarklet on the page, or save the page with your browser (Ctrl or Cmd with S) and drop the file here.
address-answered = The site answered { $status }: there is no page to be had at this address. Look whether it is right.
address-no-text = There is no text on that page.
bookmarklet = Read in Manicule
bookmarklet-how = Or drag this to your bookmarks, and press it there on any page:
bookmarklet-drag = Drag it to your bookmarks bar, then press it on the page that you want to read here
bookmarklet-copy = Copy it
bookmarklet-copied = Copied: make a bookmark with it as its address
bookmarklet-refused = The browser did not let it be copied: drag it instead

## What comes from elsewhere
bring-this = Bring this in?
from = From { $from }
from-program = another program
from-link = a link
from-page = a page
handed-nothing = There is no text on the page that was handed over
read-here = Read it here
nothing-kept = Nothing was kept yet.
no = No

## Files
reading-file = Reading “{ $file }”…
reading-one-of = Reading { $one } of { $all }: “{ $file }”
articles-opened = { $count ->
    [one] { $count } article
   *[other] { $count } articles
  } opened
folder-nothing = There is no article in that folder
file-nothing = There is no text in “{ $file }”
file-no-text = There is no text in it.
file-not-opened = “{ $file }” was not opened
files-not-opened = { $count ->
    [one] { $count } file was
   *[other] { $count } files were
  } not opened
file-unreadable = It could not be read. If it opens elsewhere, copy its text and paste it here.
file-kind-unread = Manicule does not read files of this kind.
file-save-as-docx = Open it in the program that it is from and save it as .docx.
file-convert-to-epub = Convert it to EPUB first, with Calibre for example.
file-save-as-html = Open it in its browser and save the page as .html.
file-is-picture = It is a picture: Manicule needs text.
file-is-recording = It is a recording: Manicule needs text.
file-unpack = Unpack it, and drop the folder that comes of it.
file-save-as-pdf = Save it as PDF, and drop that.
pdf-no-pdf = This PDF is damaged: it does not begin as one. Get it again.
pdf-damaged = This PDF is damaged or was cut short. Get it again.
pdf-locked = This PDF is locked with a password. Open it in its program with the password, print it to a new PDF, and open that.
pdf-scanned = This PDF has no text, only pictures of pages: it is a scan. Have a program recognise its text first (OCR), then open what comes of it.
word-damaged = This Word document is damaged or was cut short. Get it again, or open it in Word or LibreOffice and save it anew.
word-locked = This Word document is locked with a password. Open it in Word and save it without one.
word-old = This is a Word document of the old kind. Open it in Word or LibreOffice and save it as .docx.
epub-damaged = This EPUB is damaged or was cut short. Get it again.
epub-no-text = This EPUB has no text, only pictures. Manicule reads books whose pages are text.
epub-locked = This EPUB is locked by its seller (DRM), and only the seller’s own reader can open it. Ask for a copy without DRM.
mhtml-no-page = There is no page in this file. Save the page again, as “Webpage, single file”.

## The library
shelf = Your articles
shelf-chosen = Chosen articles
shelf-search = Search all articles and notes
shelf-sort = Sort by
shelf-by-opened = Read last
shelf-by-created = Added last
shelf-by-title = Title
shelf-by-date = Date of the article
shelf-nothing-found = No article or note has these words.
shelf-nothing-away = Nothing is put away.
shelf-nothing-tagged = No article has this tag.
shelf-empty = No articles yet.
open-another = Open another…
put-away = Put away
put-away-count = Put away ({ $count })
put-away-done = Put away
take-out = Take out again
taken-out = Taken out again
every-tag = Every tag
tag-for-chosen = Tag for the chosen articles
tag-add = Add tag
tag-added = Tag added
choose-none = None
chosen-count = { $count } chosen
found-count = { $count } found
found-in-note = Note:
article-rename = Rename
article-rename-named = Rename { $what }
article-renamed = Article renamed
title-new = New title
title-save = Save title
save = Save
details = Details
details-named = Details of { $what }
articles-deleted = { $count ->
    [1] Article deleted
   *[other] { $count } articles deleted
  }
entities-count = { $count ->
    [one] { $count } entity
   *[other] { $count } entities
  }
annotations-count = { $count ->
    [one] { $count } annotation
   *[other] { $count } annotations
  }
added = added { $when }
read-to = read to { $percent } %
earlier-version = an earlier version
earlier-added = Earlier version, added { $when }
earlier-open = Open the version added { $when }
exporting = Exporting…
articles-exported = { $count ->
    [one] { $count } article
   *[other] { $count } articles
  } exported
storage = { $count ->
    [one] { $count } article
   *[other] { $count } articles
  } on this device, { $used } used, { $left } left.
storage-unmeasured = { $count ->
    [one] { $count } article
   *[other] { $count } articles
  } on this device.
size-KB = { $size } KB
size-MB = { $size } MB
size-GB = { $size } GB
size-TB = { $size } TB

## What is said of an article
about-article = About this article
about-edit = Edit what is said of this article
about-title = Title
about-author = Author
about-publisher = Publisher
about-date = Date
about-date-hint = 2024-11-05, 2024-11 or 2024
about-address = Address
about-language = Language
about-tags = Tags
about-tags-hint = with commas between
about-saved = Saved

## Later versions
version = An earlier version
version-have = You have this article
version-new = A new version?
version-same = The same text is in your library already, since { $when }, with { $notes }.
version-later = It looks like a later version of “{ $title }”, which you read in on { $when } and which has { $notes }.
version-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
  }
version-no-notes = no notes
version-open-that = Open that one, without the copy
version-keep = Keep as its new version
version-show = Show what changed
version-apart = Keep both apart
copy-removed = The copy was removed
carry-over = Carry my notes over
carried = { $placed } carried over. The earlier version is kept
carried-some = { $placed } carried over; { $lost } lost their place. The earlier version is kept
what-changed = What changed
what-changed-since = What changed since the version added { $when }
changes = Changes
changes-sum = Since { $when }: { $added } words added, { $removed } taken out.
unchanged = Unchanged: { $start }
unchanged-and-more = Unchanged: { $start } and { $count } more
`;

// What backups, export and import say, in English.
export default `
## Backup
backup = Backup
backup-last = Last backup { $when }.
backup-none = No backup yet.
backup-everything = Back up everything
restore = Restore
restore-choose = Restore…
backup-file = Backup file
backup-done = Backed up: { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
  }, { $annotations ->
    [one] { $annotations } annotation
   *[other] { $annotations } annotations
  }
backup-done-lacking = { backup-done }; the text of “{ $lacking }” was not found
backup-not-written = The backup could not be written into “{ $folder }”. { $why }
backup-to-folder = Back up into a folder by itself…
backup-goes-to-folder = Backups go into “{ $folder }” by themselves
backup-folder = Into the folder “{ $folder }”
backup-allow = Allow it again
backup-stop = Stop
backup-stop-named = Stop backing up into “{ $folder }”
persisted = The browser will keep everything
not-persisted = The browser does not promise to keep it
may-be-cleared = This browser may clear its storage when the disk is full.
ask-to-persist = Ask it not to
restored = Restored: { $what }
restore-title = Restore a backup
backup-undated = Backup
backup-dated = Backup of { $day }
backup-damaged = The file is cut short or was changed. What is whole in it can be had.
restore-safe = Nothing that is here is lost. Undo takes all of it back.
restore-articles = { $count ->
    [one] { $count } article added
   *[other] { $count } articles added
  }
restore-annotations = { $count ->
    [one] { $count } annotation added
   *[other] { $count } annotations added
  }
restore-updated = { $count } brought up to a later version
restore-both = { $count } changed here and there: both texts kept
restore-learned = { $count ->
    [one] { $count } name learned
   *[other] { $count } names learned
  }
restore-same = { $count } the same or later here
restore-refused = { $count } not readable: { $why }
restore-nothing = Nothing in it

## Export and import
exchange = Export and import
export-title = Take your annotations along
export-format = Format
export-purpose = For { $purpose }.
export-entities = With the entities the machine found
download = Download
print = Print
import-title = Bring annotations in
import-reads = Web Annotations (ours and others’), Hypothesis, doccano, brat (both files together), WebAnno TSV, UIMA CAS JSON, Readwise CSV, or a backup.
import-choose = Import a file…
import-files = Files of annotations
exported = Annotations downloaded
import-lone-backup = “{ $file }” is a backup: give it by itself
import-too-long = “{ $file }” is { $size } MB long; at most { $most } MB can be read
import-unreadable = The file “{ $file }” cannot be read
import = Import
import-new = A new article: “{ $title }”
import-into = Into “{ $title }”
import-exact = { $count } exact
import-moved = { $count } moved
import-ambiguous = { $count } ambiguous
import-orphan = { $count } without a place in the text
import-whole = { $count } on the whole article
import-same = { $count } already here
import-refused = { $count } refused
import-counts = { $counts }.
import-none = There are no annotations in it.
import-later = { $count } of them later than what is here.
import-names = { $count ->
    [one] { $count } name to learn.
   *[other] { $count } names to learn.
  }
import-machine = { $count ->
    [one] { $count } entity of the machine is found again, not kept.
   *[other] { $count } entities of the machine are found again, not kept.
  }
import-mended = { $count ->
    [one] { $count } small mistake of the file is mended.
   *[other] { $count } small mistakes of the file are mended.
  }
import-refusals = Refused
import-refusals-more = … and { $count } more
imported = Imported: { $what }
imported-added = { $count } added
imported-updated = { $count } updated
imported-same = { $count } the same
imported-learned = { $count } learned
imported-refused = { $count } refused
`;

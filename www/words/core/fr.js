// What the core says, in French. Ids and what is put in are those of `en.js`.
export default `
## Les étapes de l’historique
core-highlight = surlignage
core-note = note
core-correction = correction
core-relation = relation
core-removal-of-the-highlight = suppression du surlignage
core-removal-of-the-note = suppression de la note
core-removal-of-the-correction = suppression de la correction
core-removal-of-the-relation = suppression de la relation
core-merging-of-notes = fusion de notes
core-new-place-of-the-note = nouvelle place de la note
core-change-of-several-notes = changement de plusieurs notes
core-removal-of-several-notes = suppression de plusieurs notes
core-removal-of-the-learned-name = oubli du nom appris
core-names-of-the-colours = noms des couleurs
core-change-of-the-templates = changement des modèles
core-hiding-of-the-entity = masquage de l’entité
core-showing-of-the-entity = affichage de l’entité
core-rename = changement de titre
core-date = date
core-removal-of-the-article = suppression de l’article
core-removal-of-the-articles = suppression des articles
core-change-of-what-is-said-of-the-article = changement de ce qui est dit de l’article
core-notes-on-the-new-version = notes sur la nouvelle version
core-import = import
core-restored-backup = sauvegarde restaurée
core-other-text-of-the-note = autre texte de la note

## Ce qui ne peut se faire
core-nothing-can-be-changed-the-library-was-written = Rien ne peut être changé : la bibliothèque a été écrite par un Manicule plus récent. Rechargez pour l’avoir.
core-no-article-is-open = Aucun article n’est ouvert.
core-the-annotation-was-changed-in-another-window-a = L’annotation vient d’être changée dans une autre fenêtre. Regardez-la avant de la supprimer.
core-only-marks-and-notes-that-overlap-each-on = Seules des marques et des notes qui se chevauchent, chacune sur un passage sûrement présent, peuvent être réunies.
core-cannot-be-learned-a-name-has-a-letter = « { $what } » ne peut pas être appris : un nom a une lettre ou un chiffre, et au plus { $one } octets.
core-is-not-a-date-such-as-or = « { $what } » n’est pas une date comme 2023-09-26, 2023-09 ou 2023.
core-the-text-is-bytes-long-at-most-can = Le texte fait { $one } octets ; on peut en ouvrir { $other } au plus.
core-the-file-is-not-a-backup-of-manicule = Le fichier n’est pas une sauvegarde de Manicule.
core-the-browser-s-storage-is-full = Le stockage du navigateur est plein.
core-not-saved-storage-is-full = Non enregistré : le stockage est plein
core-not-saved-the-text-is-still-being-written = Non enregistré : le texte est encore en cours d’écriture

## Les places perdues
core-the-annotation-has-neither-a-quotation-nor-a = L’annotation n’a ni citation ni position dans le texte.
core-the-quotation-is-empty = La citation est vide.
core-the-quoted-words-are-no-longer-in-the = Les mots cités ne sont plus dans le texte.

## À quoi servent les formats
core-spacy-a-document-that-doc-from-json-takes = spaCy : un document que prend Doc.from_json
core-hypothesis-rows-as-its-api-has-them = Hypothesis : des lignes comme son API les a
core-brat-and-inception-the-text-and-the-annotations = brat et INCEpTION : le texte et les annotations à part, deux fichiers
core-keeping-everything-and-for-other-annotators-nothing-is = tout garder, et pour d’autres annotateurs : rien n’est perdu
core-doccano-and-scripts-text-and-labelled-spans = doccano et scripts : le texte et des passages étiquetés
core-inception-and-webanno-tokens-and-entity-types = INCEpTION et WebAnno : mots et types d’entités
core-inception-and-uima-text-tokens-entities-and-notes = INCEpTION et UIMA : texte, mots, entités et notes
core-training-taggers-tokens-and-entity-types-in-columns = entraîner des étiqueteurs : mots et types d’entités en colonnes
core-tools-of-universal-dependencies-tokens-parts-of-speech = outils d’Universal Dependencies : mots, catégories grammaticales et types d’entités
core-reading-and-printing-anywhere-the-article-with-its = lire et imprimer partout : l’article avec ses marques et ses notes numérotées, en un fichier
core-spreadsheets-a-table-one-row-a-passage = tableurs : un tableau, une ligne par passage
core-scripts-the-same-table-with-tabs = scripts : le même tableau avec des tabulations
core-highlights-and-notes-from-readwise = surlignages et notes de Readwise
core-notebooks-and-writing-quotations-notes-and-a-citation = carnets et écriture : citations, notes et une référence

## Formats
core-web-page = Page web
`;

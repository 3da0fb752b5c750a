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
core-cannot-be-learned-a-name-has-a-letter = « { $what } » ne peut pas être appris : un nom a une lettre ou un chiffre, et au plus { $bytes } octets.
core-is-not-a-date-such-as-or = « { $what } » n’est pas une date comme 2023-09-26, 2023-09 ou 2023.
core-the-text-is-bytes-long-at-most-can = Le texte fait { $bytes } octets ; on peut en ouvrir { $most } au plus.
core-the-file-is-not-a-backup-of-manicule = Le fichier n’est pas une sauvegarde de Manicule.
core-the-browser-s-storage-is-full = Le stockage du navigateur est plein.

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

## Ce qu’il est advenu de la bibliothèque
core-newer-library = La bibliothèque a été écrite par un Manicule plus récent : elle peut être lue et exportée, pas changée.
core-set-aside = L’enregistrement « { $what-key } » n’a pas pu être lu : { $why }. Il a été mis de côté sous « { $what-place } ».
core-left-lying = L’enregistrement « { $what-key } » n’a pas pu être lu : { $why }. Il n’a pas pu être mis de côté et reste où il était.
core-forgotten = { $why } Tout est oublié quand cette page se ferme.
core-two-windows = Une note a été changée dans deux fenêtres. L’autre texte est gardé avec elle.
core-replaced = { $count ->
    [one] { $count } caractère qui n’est pas du texte a été remplacé par « � ».
   *[other] { $count } caractères qui ne sont pas du texte ont été remplacés par « � ».
  }
core-controls = { $count ->
    [one] { $count } caractère de commande a été omis.
   *[other] { $count } caractères de commande ont été omis.
  }

## Ce qui ne va pas dans un enregistrement
core-record-newer = L’enregistrement est de la version { $found }, et ce programme connaît les versions jusqu’à { $known }.
core-record-damaged = L’enregistrement est endommagé : { $why }.
core-no-version = il n’a pas de version
core-never-version = il n’y a jamais eu de version { $found }
core-is-empty = il est vide
core-checksum = sa somme de contrôle est { $what-is } et devrait être { $what-due }
core-no-record = ce n’est pas un objet
core-no-seal = il n’a pas de version et de somme de contrôle là où elles doivent être
core-block-outside = le bloc de { $start } à { $end } n’est pas dans le texte
core-id-of-another = son identifiant n’est pas celui de sa clé
core-no-library-record = Ce n’est pas un enregistrement de bibliothèque.
core-id-not-of-key = Son identifiant n’est pas celui de sa clé.
core-name-not-of-key = Son nom n’est pas celui de sa clé.
core-article-not-in-backup = Son article n’est pas dans la sauvegarde.

## Là où c’est gardé
core-storage-unusable = Le stockage du navigateur est inutilisable : { $why }
core-database-unusable = La base de données du navigateur est inutilisable : { $why }.
core-no-window = il n’y a pas de fenêtre.
core-storage-off = il est désactivé.
core-not-read-back = ce qui a été écrit n’a pas pu être relu.
core-database-not-read-back = Ce qui a été écrit n’a pas pu être relu.
core-not-saved = Non enregistré : { $why }
core-storage-is-full = le stockage est plein
core-text-coming = le texte est encore en cours d’écriture
core-nowhere = Il n’est ni dans le stockage du navigateur ni dans sa base de données.
core-no-text = Le texte de « { $what } » ne peut pas être lu. { $why }

## Ce qui a été demandé et n’existe pas
core-no-article = Il n’y a pas d’article « { $what } ».
core-no-annotation = Il n’y a pas d’annotation « { $what } » dans cet article.
core-no-passage = L’annotation « { $what } » n’a pas de passage { $index } qui puisse être mis ailleurs.
core-covers-none = Une annotation doit couvrir au moins un caractère ; de { $start } à { $end }, il n’y en a aucun.
core-no-format = Il n’y a pas de format « { $what } » vers lequel exporter.
core-no-revision = La note n’a pas d’autre texte de numéro { $index }.
core-past-end = La position { $offset } est après la fin du texte, long de { $length }.
core-inside-character = La position { $offset } est à l’intérieur d’un caractère.
core-outside-text = La position { $start }–{ $end } n’est pas dans le texte.
core-too-long-to-read = Le texte fait { $bytes } octets ; on peut en lire { $most } au plus.
core-no-reading = Ce qui a été lu de l’article ne se comprend pas : { $bytes } octets ne sont pas une lecture.
core-no-type = « { $what } » n’est pas un type d’entité.
core-no-colour = { $what } n’est pas une couleur pour marquer.
core-no-speech = Le modèle des catégories grammaticales n’est pas là. Vérifiez la connexion et réessayez.
core-not-fetched = Une partie de Manicule nécessaire ici n’a pas pu être chargée. Vérifiez la connexion et réessayez.
core-no-names-model = Les données ne sont pas un modèle de noms, ou en sont un pour une autre version de Manicule.
core-no-model = Le fichier n’est pas un modèle, ou en est un pour une autre version de Manicule.
core-model-damaged = Le modèle est endommagé : ses { $bytes } octets ne sont pas ceux qui ont été écrits.
core-model-cut = Les données du modèle s’arrêtent ou deviennent fausses à l’octet { $at }.

## Sauvegardes
core-backup-newer = La sauvegarde est de la version { $found }, et ce programme lit les versions jusqu’à { $known }. Rechargez pour en avoir un plus récent.
core-backup-too-long = La sauvegarde fait { $bytes } octets ; on peut en lire { $most } au plus.
core-backup-not-restored = La sauvegarde n’a pas été restaurée, et rien n’a été changé : { $why }
core-backup-restored-already = Cette sauvegarde a déjà été restaurée.

## Fichiers qui ne s’importent pas
core-file-too-long = Le fichier fait { $bytes } octets ; on peut en lire { $most } au plus.
core-too-many-values = Le fichier contient environ { $values } valeurs JSON ; on peut en lire { $most } au plus.
core-too-deep = Le fichier est imbriqué sur { $depth } niveaux ; on peut en lire { $most } au plus.
core-too-many-annotations = Le fichier contient { $count } annotations ; on peut en lire { $most } au plus à la fois.
core-not-json = Le fichier n’est pas du JSON : ligne { $line }, colonne { $column } : { $why }.
core-not-utf-8 = Le fichier n’est pas de l’UTF-8 : la ligne { $line } a des octets qui ne sont pas du texte. Enregistrez-le en UTF-8 et réessayez.
core-too-many-files = { $count } fichiers ne peuvent pas être importés ensemble : seuls les deux fichiers de brat le peuvent.
core-file-unreadable = Le fichier n’est pas lisible : son « { $what } » manque ou est faux.
core-no-known-format = Le fichier n’est d’aucun format qui puisse être lu : ce sont Web Annotations, Hypothesis, doccano, brat, WebAnno TSV, UIMA CAS JSON et Readwise.
core-not-annotations = Le fichier est du JSON, mais ni une annotation, ni une page ou une collection d’annotations, ni une liste d’annotations.
core-other-context = Le « @context » du fichier n’est pas celui du Web Annotation Data Model ({ $what }).

## Ce qui n’est pas pris d’un fichier
core-same-id = Une annotation précédente du fichier a le même identifiant.
core-only-named = Le fichier ne fait que nommer « { $what } » ; Manicule ne va jamais chercher ce qu’un fichier nomme.
core-article-unreadable = L’article du fichier n’est pas lisible : son « { $what } » manque ou est faux.
core-passage-not-there = Le passage de { $start } à { $end } n’est pas dans le texte du fichier, ou le texte n’y est pas celui qui est cité.
core-line-unreadable = La ligne { $line } n’est pas lisible : son « { $what } » manque ou est faux.
core-line-left-out = La ligne { $line } est laissée de côté. Ne sont pas lus : { $why }.
core-brat-unread = relations, événements et attributs
core-relations = relations
core-chains = chaînes
core-name-unreadable = Un nom appris du fichier n’est pas lisible : son « { $what } » manque ou est faux.
core-missing = L’annotation n’a pas de « { $what } ».
core-invalid = « { $what } » de l’annotation doit être { $why-due }, mais c’est { $why-found }.
core-exclusive = L’annotation a à la fois « { $what-first } » et « { $what-second } », qui s’excluent.

## Ce qu’une propriété d’annotation doit être, et ce qu’elle est
core-context = le contexte du Web Annotation Data Model
core-type-annotation = « Annotation »
core-single = une seule valeur
core-at-least-one = au moins une valeur
core-text = du texte
core-address = une adresse (un URI)
core-time = une date et une heure comme 2023-09-26T08:00:00Z
core-address-or-object = une adresse (un URI) ou un objet
core-whole-number = un nombre entier à partir de 0
core-selector = un sélecteur que le modèle décrit, ou un avec un « id »
core-state = un état que le modèle décrit, ou un avec un « id »
core-resource = une adresse (un URI) ou un objet avec un « id », « source » ou « items », ou un corps avec un « value »
core-direction = « ltr », « rtl » ou « auto »
core-list = une liste
core-object = un objet
core-the-number = le nombre { $what }
core-the-text = le texte « { $what } »
core-list-of = une liste de { $count }
`;

// What the page says, in French. Ids and what is put in are those of `en.js`.
export default `
## Le balisage de la page
theme = Thème
theme-system = Système
theme-light = Clair
theme-dark = Sombre
language = Langue
language-system = Système
settings = Réglages
settings-reload = La page est rechargée dans la langue choisie.
side-sheet = Entités
notes-sheet = Notes
keys-button = Touches
status-line = État

## La ligne d’état
counts = { $highlights ->
    [one] { $highlights } passage surligné
   *[other] { $highlights } passages surlignés
  }, { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
  }
mentions-count = { $count ->
    [one] { $count } mention
   *[other] { $count } mentions
  }
unsure-count = { $count ->
    [one] { $count } incertaine
   *[other] { $count } incertaines
  }
saved = Enregistré sur cet appareil
saving = Enregistrement…
read-only = Lecture seule : écrit par un Manicule plus récent
not-kept = Non enregistré : ce navigateur ne garde rien ici.
export-now = Exporter maintenant
back-up = Sauvegarder
undo = Annuler
redo = Rétablir
try-again = Réessayer
reload = Recharger
model-missing = Les noms ne sont pas soulignés : le modèle manque.
model-coming = Recherche des noms…
reading-part = Ce texte n’a pas encore été parcouru en entier.
model-unnamed = La page n’indique aucun modèle.
model-unreachable = Le modèle qui trouve les noms n’a pas pu être chargé.
model-refused = Le modèle qui trouve les noms n’a pas pu être chargé ({ $status }).
stopped = Manicule s’est arrêté. Ce que vous avez tapé est encore sur cette page.
not-started = Manicule n’a pas pu démarrer ; rien n’est donc marqué ni enregistré.
no-webassembly = Ce navigateur n’a pas WebAssembly.
new-version = Un nouveau Manicule est prêt.

## Les volets d’une fenêtre étroite
close = Fermer
close-side = Fermer les entités
close-notes = Fermer les notes

## La sauvegarde
backup-due = { $count ->
    [one] { $count } modification
   *[other] { $count } modifications
  } depuis la dernière sauvegarde
cancel = Annuler

## Les notes sans place sûre
reattach-nameless = note
reattach-put = Mettre « { $what } » ici
reattach-link = Lier « { $what } » à ceci
reattach-how = Sélectionnez le passage pour « { $what } », puis appuyez sur « { $action } ». Échap annule.
reattach-done = Note mise à cet endroit
cancelled = Annulé : rien n’a changé
relation-added = Relation ajoutée

## Les lignes et leurs familles
lines-all = Toutes les lignes
lines-names = Les noms seulement
lines-none = Aucune ligne
family-who = Personnes et groupes
family-where = Lieux
family-organisation = Organisations
family-things = Choses
family-when = Dates et heures
family-howMuch = Nombres
type-PERSON = Personne
type-NORP = Groupe
type-GPE = Pays ou ville
type-LOC = Lieu
type-FAC = Bâtiment
type-ORG = Organisation
type-EVENT = Événement
type-PRODUCT = Produit
type-WORK_OF_ART = Œuvre
type-LAW = Loi
type-LANGUAGE = Langue
type-DATE = Date
type-TIME = Heure
type-PERCENT = Pourcentage
type-MONEY = Argent
type-QUANTITY = Quantité
type-ORDINAL = Ordinal
type-CARDINAL = Nombre
colour-yellow = Jaune
colour-green = Vert
colour-blue = Bleu
colour-red = Rouge
colour-violet = Violet

## La barre, les vues et ce qui est à côté du texte
skip = Aller à l’article
articles = Articles
open-article = Coller, déposer ou ouvrir
open = Ouvrir
search = Chercher dans l’article et les notes
export = Exporter
views = Vues
view-read = Lire
view-timeline = Chronologie
view-network = Réseau
view-map = Carte
view-quotes = Citations
entities-filter = Filtrer
entities-filter-name = Filtrer les entités
entities-order = Ordre des entités
order-often = Les plus citées
order-order = Comme dans le texte
order-name = Par nom
entities-more = { $count } de plus
entities-more-name = { $count } de plus : { $family }
entity-row = { $name }, { $count ->
    [one] { $count } mention
   *[other] { $count } mentions
  }, { $kind }{ $unsure ->
    [yes] { ", incertain" }
   *[no] { "" }
  }
entity-doubt = Le programme n’en est pas sûr
entity-edit = Modifier
entity-edit-name = Modifier { $name }
entity-none-here = Allez d’abord à une entité
entities-hidden = { $count ->
    [one] { $count } masquée
   *[other] { $count } masquées
  }
entity-show = Afficher
entity-show-name = Afficher { $name }
entity-shown = De nouveau affichée
entities-none = Aucune entité n’a été trouvée dans ce texte. Sélectionnez des mots et choisissez « Entité… » pour en nommer une.
entities-none-so = Aucune entité ne s’appelle ainsi.
entities-all-off = La légende a éteint tous ces types.
about-tagging = À propos de cet étiquetage
side = Entités et plan
panel = Volet
panel-entities = Entités
panel-legend = Légende
panel-outline = Plan
headings = Titres
headings-none = Cet article n’a pas de titres.
article-date = Date de l’article
article-date-unknown = Introuvable dans le texte. « Hier » reste tel quel.
article-date-set = Telle que vous l’avez fixée.
article-date-read = Telle que le texte la donne. « Hier » est compté à partir d’elle.
date-set = Date fixée
date-removed = Date enlevée
article-none = Aucun article n’est ouvert. Collez-en un n’importe où sur cette page, déposez un fichier ici, ou ouvrez-en un depuis la barre ci-dessus.
undone = Annulé : { $what }
redone = Rétabli : { $what }
undo-nothing = Rien à annuler
redo-nothing = Rien à rétablir

## La liste des entités
more = { $count } de plus
entity-no-further = Plus d’entité après
entity-no-earlier = Plus d’entité avant

## Les fiches, la barre de sélection, les choix
note = Note
note-on = Note sur { $what }
note-title = Note (m)
tag = Étiquette
tag-named = Étiquette pour { $what }
tag-title = Étiquette (t)
delete = Supprimer
delete-named = Supprimer { $what }
colour = Couleur
colour-changed = Couleur changée
highlight-in = Surligner en { $colour }
highlight-added = Surlignage ajouté
highlight-removed = Surlignage supprimé
note-removed = Note supprimée
selection = Sélection
copy = Copier…
copy-title = Copier, avec sa source (y)
entity = Entité…
select-first = Sélectionnez d’abord un passage
select-or-go = Sélectionnez le passage, ou allez à une entité
entity-of = Entité « { $what } »
link = Lier…
link-title = Le relier à un autre passage
mark = Votre marque
marks-here = Vos marques ici
marks-count = { $count } marques ici
marks-merged = { $count } réunies en une
merge = Fusionner
merge-named = Fusionner { $count } marques qui se chevauchent, à partir de « { $quote } »
merge-title = Faire une seule marque de celles qui se chevauchent
card-also = aussi
corrections-for-all = Les corrections valent pour les { $count } mentions
mention-previous = Mention précédente
mention-next = Mention suivante
type = Type…
type-set = Type fixé
type-of = Type de { $what }
is-a = { $what } est …
same-as = Même que…
same-as-named = Même que { $name }
joined = Réunies
not-an-entity = Pas une entité
entity-removed = Entité enlevée
learn-too = Aussi dans mes prochains articles
said-and-learned = { $said }, appris pour les prochains articles
sure-corrected = comme vous l’avez corrigé
sure-taught = comme vous l’avez appris à la machine
sure-rule = trouvé par règle
sure-most = sûr à plus de 99 %
sure-percent = sûr à { $percent } %
place-country = Pays
place-state = État ou province : { $country }
place-city = Ville : { $country }
place-people = Habitants : { $country }
place-one-of = l’un de :
called = appelé
see = montrer
see-timeline = sur la chronologie
see-timeline-named = Montrer sur la chronologie
see-map = sur la carte
see-map-named = Montrer sur la carte
see-network = dans le réseau
see-network-named = Montrer dans le réseau
see-quotes = parmi les citations
see-quotes-named = Montrer parmi les citations
may-stand-for = peut représenter { $name }
tie-country = pays :
tie-people = habitants :
said = a dit
sayings = Paroles

## Le clavier
not-loaded = Cette partie de Manicule n’a pas pu être chargée. Vérifiez la connexion et réessayez.
quoted = « { $what } »
lines-on = Traits affichés
lines-off = Traits masqués
marks-none = Pas encore de marques
mark-no-further = Plus de marque après
mark-no-earlier = Plus de marque avant
mark-is-note = Note : { $quote }
mark-is-highlight = Surlignage : { $quote }

## Le balisage
find = Chercher
article = Article

## Apporter
drop-here = Déposez-le ici pour le lire
pasted-nothing = Il n’y a pas de texte dans ce qui a été collé
reading = Lecture de l’article…
article-opened = Article ouvert

## Les notes en marge
the-article = l’article
other-end = → « { $what } »
other-end-of = { $relation } → « { $what } »
other-end-show = Montrer l’autre bout
further = { $what } :
by = par { $name }
note-stopped = Manicule s’est arrêté et n’enregistre plus rien.
note-stays = Le texte reste dans ce champ.
note-export = Exporter cette note
place-moved = trouvée à un autre endroit
place-ambiguous = pourrait être à plusieurs endroits
place-orphan = a perdu sa place
relation = relation
passage-show = Montrer le passage
edit = Modifier
note-edit-named = Modifier la note sur { $what }
choose-named = Choisir { $what }
tag-only = N’afficher que les notes de cette étiquette
relation-name = Nom de la relation
relation-name-named = Nom de la relation { $what }
note-write = Écrire une note
tags-of = Étiquettes de { $what }
tags-with-commas = Étiquettes, avec des virgules
done = Terminé
done-with = Terminé pour { $what }
note-on-whole = Note sur l’article
colours = Couleurs…
colours-title = Ce que veulent dire les couleurs, et modèles de notes
history = Historique…
tour = Faire le tour
notes-none = Sélectionnez un passage pour le marquer ou pour écrire une note à côté.
notes-none-yet = Pas encore de notes
notes-on-whole = Notes sur tout l’article
notes-in-order = Notes dans l’ordre de l’article
notes-lost = { $count ->
    [one] { $count } note
   *[other] { $count } notes
  } sans place sûre
note-is-on-whole = Cette note porte sur tout l’article
note-is-lost = Cette note a perdu son passage
nothing-found = Rien trouvé
count-of = { $count } sur { $all }
notes-filter = Filtrer les notes
any-colour = Toute couleur
any-tag = Toute étiquette
kind = Genre
any-kind = Tout genre
kind-notes = Notes
kind-highlights = Surlignages
kind-relations = Relations
place = Place
any-place = Toute place
in-place = À leur place
in-place-moved = Trouvées ailleurs
in-place-lost = Sans place sûre
in-place-whole = Sur l’article
changed-since = Modifiées ce jour ou après
changed-until = Modifiées ce jour ou avant
more-filters = Genre, place, date

## Points cardinaux
compass-N = { $degrees }° N
compass-S = { $degrees }° S
compass-E = { $degrees }° E
compass-W = { $degrees }° O
`;

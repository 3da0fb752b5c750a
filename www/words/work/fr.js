// What the tools for reading and marking say, in French. Ids and what is put in are those of `en.js`.
export default `
## What commands do
command-search = Chercher dans l’article et les notes
command-articles = Vos articles
command-open = Coller, déposer ou ouvrir un article
command-export = Exporter et importer
command-print = Imprimer l’article avec ses notes
command-backup = Tout sauvegarder dans un fichier
command-view-read = Retour au texte
command-view-timeline = Chronologie des dates
command-view-network = Réseau des noms
command-view-map = Carte des lieux
command-view-quotes = Citations : qui a dit quoi
command-search-next = Résultat suivant de la recherche
command-search-previous = Résultat précédent de la recherche
command-mark-next = Votre marque ou note suivante
command-mark-previous = Votre marque ou note précédente
command-entity-next = Entité suivante
command-entity-previous = Entité précédente
command-entity-edit = Renommer, réunir, typer ou masquer l’entité
command-mention-next = Mention suivante de cette entité
command-mention-previous = Mention précédente de cette entité
command-caret = Curseur dans le texte, avec ou sans
command-caret-character-next = Caractère suivant
command-caret-character-previous = Caractère précédent
command-caret-line-next = Ligne suivante
command-caret-line-previous = Ligne précédente
command-caret-edge-next = Fin de la ligne
command-caret-edge-previous = Début de la ligne
command-caret-word-next = Mot suivant
command-caret-word-previous = Mot précédent
command-caret-sentence-next = Phrase suivante
command-caret-sentence-previous = Phrase précédente
command-caret-paragraph-next = Paragraphe suivant
command-caret-paragraph-previous = Paragraphe précédent
command-caret-mention-next = Entité suivante
command-caret-mention-previous = Entité précédente
command-mark = Surligner la sélection ou l’entité
command-mark-yellow = Surligner en jaune, ou changer la couleur de la marque
command-mark-green = Surligner en vert, ou changer la couleur de la marque
command-mark-blue = Surligner en bleu, ou changer la couleur de la marque
command-mark-red = Surligner en rouge, ou changer la couleur de la marque
command-mark-violet = Surligner en violet, ou changer la couleur de la marque
command-note = Écrire une note
command-tag = Étiqueter
command-copy = Copier avec sa source, ou un lien vers le passage
command-link = Lier la sélection ou l’entité à une autre, ou terminer le lien ici
command-delete = Supprimer la marque où vous êtes
command-undo = Annuler
command-redo = Rétablir
command-history = Ce qui a été fait ici
command-everything = Toutes les commandes, articles, entités et notes
command-tour = Visite en quatre étapes
command-compare = Comparer avec un autre article
command-keys = Carte des touches
command-relations = Traits entre les passages liés, avec ou sans
command-lines = Traits sous les entités, avec ou sans
command-notes-filter = Filtrer les notes
command-notes-whole = Écrire une note sur l’article
command-colours = Ce que veulent dire les couleurs, et modèles de notes

## The names of keys, and their map
key-Mod = Ctrl
key-Alt = Alt
key-Shift = Maj
key-Escape = Échap
key-Enter = Entrée
key-Space = Espace
key-Tab = Tab
key-Delete = Suppr
key-Backspace = Retour arrière
key-Home = Début
key-End = Fin
key-does-paste = Ouvrir comme article ce que vous avez copié
key-does-tab = Dans la fiche ou la barre d’outils
key-does-escape = Fermer ce qui est devant, une chose à la fois
keys-letters = Touches d’une seule lettre
keys-reset = Toutes les touches d’origine
keys-how = Appuyez sur « Changer » pour donner une autre touche.
keys-change = Changer
keys-change-named = Changer la touche de « { $name } »
keys-press = Appuyez sur une touche
keys-wait = Appuyez sur la touche pour « { $name } ». Échap la laisse telle quelle.
keys-leave-named = Laisser telle quelle la touche de « { $name } »
keys-none = Aucune
keys-none-named = Aucune touche pour « { $name } »
keys-first = D’origine
keys-first-named = « { $name } » sur sa touche d’origine
keys-unchanged = Rien n’a été changé.
keys-of-browser = { $key } appartient au navigateur. Appuyez sur une autre touche.
keys-begins = { $key } est la première de deux touches d’autre chose. Appuyez sur une autre touche.
keys-taken = { $key } est la touche de { $name }.
keys-take = L’employer ici
keys-or = ou appuyez sur une autre touche.
keys-now = « { $name } » est sur { $key }.
keys-none-now = « { $name } » n’a plus de touche.
keys-all-first = Toutes les touches sont celles d’origine.
keys-no = aucune touche
keys-of-going = Se déplacer
keys-of-caret = Curseur
keys-of-marking = Marquer
keys-of-showing = Afficher
keys-of-everywhere = Partout
keys-of-more = Plus

## The palette
everything = Tout
everything-ask = Que voulez-vous faire, ou voir ?
everything-found = Trouvé
everything-none = Rien trouvé
everything-count = { $count ->
    [one] { $count } trouvé
   *[other] { $count } trouvés
  }
kind-command = Commande
kind-article = Article
kind-heading = Titre
kind-note = Note
kind-highlight = Surlignage

## The search in the article
search-way = Façon de chercher
search-anywhere = Partout
search-words = Mots entiers
search-entities = Entités de ce nom
search-notes = Notes trouvées
search-more-notes = { $count } notes de plus : filtrez-les en marge
search-close = Fermer la recherche
hit-previous = Résultat précédent
hit-previous-title = Précédent (Maj + Entrée)
hit-next = Résultat suivant
hit-next-title = Suivant (Entrée)
hits-none = Pas dans l’article

## Les notes sans place sûre
lost-one = Un passage lui ressemble, mais pas sûrement.
lost-several = Elle pourrait se trouver à { $count } endroits.
lost-show = Montrer l’endroit { $place } pour { $what } : { $words }
lost-choose = Choisir
lost-choose-named = Choisir l’endroit { $place } pour { $what }

## Les autres textes d’une note
revision = Autre texte de la note sur { $what }
revision-head = Un autre texte, venu d’une seconde fenêtre ou d’une sauvegarde
revision-head-dated = Un autre texte du { $when }, venu d’une seconde fenêtre ou d’une sauvegarde
revision-use = Prendre l’autre
revision-use-named = Prendre l’autre texte sur { $what }
revision-drop = Écarter
revision-drop-named = Écarter l’autre texte sur { $what }
revision-exchanged = Textes échangés
revision-dropped = Autre texte écarté

## Les notes sans place sûre
reattach = Rattacher…
reattach-named = Rattacher { $what }
reattach-stop = Ne plus rattacher
reattach-stop-named = Ne plus rattacher { $what }
`;

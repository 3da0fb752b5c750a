// What the tools for reading and marking say, in French. Ids and what is put in are those of `en.js`.
export default `
## What commands do
command-search = Chercher dans l’article et les notes
command-articles = Vos articles
command-open = Coller, déposer ou ouvrir un article
command-export = Exporter et importer
command-print = Imprimer l’article avec ses notes
command-speed = À propos de la vitesse
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
keys-wait = Appuyez sur la touche pour « { $name } ». Échap annule.
cancel-named = Annuler : la touche de « { $name } » reste telle quelle
keys-none = Aucune
keys-none-named = Aucune : pas de touche pour « { $name } »
keys-first = D’origine
keys-first-named = D’origine : « { $name } » sur sa première touche
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

## Le curseur
caret-on = Curseur affiché : les flèches le déplacent, et sélectionnent avec Maj
caret-off = Curseur masqué
caret-at-end = Fin de l’article
caret-at-start = Début de l’article
caret-selected = { $words }, sélectionné
caret-entity = { $name }, { $kind }
caret-space = espace
caret-blank = vide
paragraph-end = fin du paragraphe
paragraph-start = début du paragraphe
article-end = fin de l’article

## Copier avec la source
copy-head = Copier
copy-named = Copier « { $quote } »
copy-words = Les mots seuls
copied = Copié
copy-source = Avec sa source
copied-source = Copié avec sa source
copy-markdown = Avec sa source, en Markdown
copied-markdown = Copié en Markdown
copy-rich = Avec sa source, en texte enrichi
copied-rich = Copié en texte enrichi
copy-link = Un lien vers le passage
copied-link = Lien copié
copied-fragment = Copié : l’article n’a pas d’adresse, ceci en est donc la fin
copy-from = Source : { $source }
copy-from-nothing = On ne sait rien de sa source.
copy-refused = Le navigateur ne laisse pas cette page copier. Utilisez sa propre commande Copier.

## Couleurs et modèles
colours-and-templates = Couleurs et modèles
colours-meaning = Ce que veulent dire les couleurs
colour-means = Ce que veut dire { $colour }
templates = Modèles
templates-for-notes = Modèles de notes
template-name = Nom du modèle
template-name-hint = Nom
template-text = Texte du modèle
template-text-hint = Texte, en Markdown
template-keep = Garder le modèle
template-kept = Modèle gardé
template-edit = Modifier le modèle { $name }
template-delete = Supprimer le modèle { $name }
template-deleted = Modèle supprimé
templates-first = Revenir aux premiers
templates-first-again = De nouveau les premiers modèles

## Deux articles côte à côte
compare-two = Comparer deux articles
compare-with = Comparer avec
compare-other = L’autre article
compare-none = Il n’y a pas encore d’autre article : ouvrez-en un, puis comparez
compare-reading = Lecture de l’autre article…
compare-unread = L’autre article n’a pas pu être lu.
compare-both = Nommés dans les deux
compare-count = { $count ->
    [one] { $count } nommé dans les deux
   *[other] { $count } nommés dans les deux
  }
compare-counts = { $kind } : { $here } mentions ici, { $there } là
compare-nothing = Ils ne nomment rien en commun.

## L’éditeur de notes
note-write-how = Écrivez une note. @ lie une entité, [[ une note ou un article
template = Modèle
template-for = Modèle pour la note sur { $what }
preview = Aperçu
preview-nothing = Rien encore
completions = Complétions
kind-entity = Entité
relates-supports = soutient
relates-contradicts = contredit
relates-explains = explique
relates-causes = cause
relates-same-as = identique à
link-note-gone = Cette note n’est plus dans cet article
link-entity-gone = « { $name } » n’est plus une entité de cet article
link-article-gone = Cet article n’est plus dans la bibliothèque

## Ce qui a été fait
history-head = Historique
steps = Étapes, la dernière d’abord
steps-none = Rien encore qui puisse être annulé.
step = { $way } : { $words }, étape { $steps }
step-undone = annulé
undo-to-here = Annuler jusqu’ici
redo-to-here = Rétablir jusqu’ici

## Traits entre passages
relations-off = Traits entre passages masqués
relations-none = Aucun passage n’est encore lié : sélectionnez-en un, puis « Lier… »
relations-drawn = { $count ->
    [one] { $count } lien tracé
   *[other] { $count } liens tracés
  }

## La visite
tour-head = Visite
tour-palette = la palette
tour-machine = La machine souligne
tour-machine-text = Personnes, lieux, organisations, dates et nombres ont un trait fin. Pointez-en un, touchez-le, ou appuyez sur { $key } pour sa fiche. Ce qui est faux, vous l’y corrigez.
tour-mark = Vous marquez
tour-mark-text = Sélectionnez des mots et choisissez une couleur, une note ou une étiquette ; votre note est à côté de son passage. Au clavier : { $caret } pour un curseur, Maj avec les flèches, puis { $mark } ou { $note }.
tour-names = Tout a un nom
tour-names-text = { $everything } trouve toute commande, tout article, toute entité et toute note par quelques lettres ; { $search } cherche dans le texte ; { $keys } montre toutes les touches.
tour-stays = Cela reste chez vous
tour-stays-text = Tout est gardé sur cet appareil et nulle part ailleurs, et la ligne du bas le dit. L’export l’emporte ; une sauvegarde est sous « Articles ».
tour-back = Retour
tour-next = Suivant
tour-skip = Passer la visite
tour-again = La visite est dans la palette : { $key }

## Les premiers modèles
template-claim = Affirmation, preuve, question
template-question = Question
template-summary = Résumé
template-check = À vérifier
ask-claim = Affirmation :
ask-evidence = Preuve :
ask-question = Question :
ask-who = Qui le saurait :
ask-short = En bref :
ask-check = À vérifier :
ask-source = Source :


## Long texts
reading-share = Recherche des noms… { $share } %
reading-stop = Arrêter
reading-go-on = Continuer

## Very many notes
notes-more = Plus de notes

## Plusieurs notes à la fois
bulk-hint = Ou choisissez-en par leurs cases.
bulk-tag = Étiquette pour toutes celles affichées
bulk-colour = Couleur de toutes celles affichées
bulk-colour-named = { $colour } pour toutes celles affichées
bulk-add = Ajouter
bulk-add-named = Ajouter l’étiquette à toutes celles affichées
bulk-remove = Enlever
bulk-remove-named = Enlever l’étiquette de toutes celles affichées
bulk-delete-all = Tout supprimer
bulk-chosen = Changer les { $count } choisies
bulk-shown = Changer les { $count } affichées
bulk-delete-chosen = En supprimer { $count }
bulk-delete-shown = Supprimer les { $count }
bulk-same = Toutes l’étaient déjà
bulk-changed = { $count ->
    [one] { $count } note
   *[other] { $count } notes
  } changées
bulk-tagged = { $count ->
    [one] { $count } note
   *[other] { $count } notes
  } avec #{ $tag }
bulk-untagged = { $count ->
    [one] { $count } note
   *[other] { $count } notes
  } sans #{ $tag }
bulk-removed = { $count } notes supprimées

## À propos de la vitesse
speed-head = La vitesse ici
speed-measuring = Mesure en cours…
speed-done = Tout vient d’être mesuré sur cet appareil ; rien n’a été envoyé.
speed-words = Cet article a { $count ->
    [one] { $count } mot
   *[other] { $count } mots
  }.
speed-text = À l’ouverture de la page, le texte était là au bout de { $time } ms.
speed-lines = Les premiers noms étaient soulignés au bout de { $time } ms.
speed-reading = Trouver les noms, les dates, les nombres et qui est qui prend ici { $time } ms : { $pace } mots par seconde.
speed-looking = Trouver les passages marqués à un endroit, parmi { $count }, prend { $time } millionièmes de seconde.
speed-frames = L’écran est dessiné toutes les { $time } ms.
speed-memory = Le cœur occupe { $size } Mo de mémoire, modèle et article compris.
`;

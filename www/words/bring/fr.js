// What what brings articles in and keeps them say, in French. Ids and what is put in are those of `en.js`.
export default `
## Names that were taught
taught = Noms que vous avez appris à la machine
taught-forget = Oublier
taught-forget-named = Oublier « { $name } »
taught-forgotten = Nom oublié

## Le formulaire qui prend un article
open-an-article = Ouvrir un article
open-text-of = Texte de l’article
open-paste-here = Collez l’article ici, ou déposez des fichiers ou un dossier n’importe où sur la page.
open-paste-first = Collez d’abord du texte
open-file = Fichier d’article
open-text = Ouvrir le texte
choose-file = Choisir un fichier…
choose-folder = Choisir un dossier…
open-kinds = Texte, Markdown, pages web, PDF, Word, EPUB ; plusieurs à la fois.
open-stays = Il reste sur cet appareil. Rien n’est envoyé nulle part.
from-another-page = D’une autre page
address = Adresse d’une page
fetch = Chercher
address-none = Ceci n’est pas l’adresse d’une page. Elle commence par https://
address-asking = Demande à { $host }…
address-unread = La page n’a pas pu être lue.
address-refused = Ce site ne laisse pas d’autres pages le lire.
address-ways = Deux moyens marchent toujours : pressez le signet sur la page, ou enregistrez la page avec votre navigateur (Ctrl ou Cmd avec S) et déposez le fichier ici.
address-answered = Le site a répondu { $status } : il n’y a pas de page à cette adresse. Vérifiez qu’elle est juste.
address-no-text = Il n’y a pas de texte sur cette page.
bookmarklet = Lire dans Manicule
bookmarklet-how = Ou faites glisser ceci dans vos signets, et pressez-le là sur n’importe quelle page :
bookmarklet-drag = Faites-le glisser dans votre barre de signets, puis pressez-le sur la page que vous voulez lire ici
bookmarklet-copy = Le copier
bookmarklet-copied = Copié : faites un signet dont ce sera l’adresse
bookmarklet-refused = Le navigateur n’a pas permis de le copier : faites-le plutôt glisser

## Ce qui vient d’ailleurs
bring-this = Apporter ceci ?
from = De { $from }
from-program = un autre programme
from-link = un lien
from-page = une page
handed-nothing = Il n’y a pas de texte sur la page transmise
read-here = Le lire ici
nothing-kept = Rien n’est encore gardé.
no = Non

## Fichiers
reading-file = Lecture de « { $file } »…
reading-one-of = Lecture de { $one } sur { $all } : « { $file } »
articles-opened = { $count ->
    [one] { $count } article ouvert
   *[other] { $count } articles ouverts
  }
folder-nothing = Il n’y a pas d’article dans ce dossier
file-nothing = Il n’y a pas de texte dans « { $file } »
file-no-text = Il n’y a pas de texte dedans.
file-not-opened = « { $file } » n’a pas été ouvert
files-not-opened = { $count ->
    [one] { $count } fichier n’a pas été ouvert
   *[other] { $count } fichiers n’ont pas été ouverts
  }
file-unreadable = Il n’a pas pu être lu. S’il s’ouvre ailleurs, copiez son texte et collez-le ici.
file-kind-unread = Manicule ne lit pas les fichiers de ce genre.
file-save-as-docx = Ouvrez-le dans le programme dont il vient et enregistrez-le en .docx.
file-convert-to-epub = Convertissez-le d’abord en EPUB, avec Calibre par exemple.
file-save-as-html = Ouvrez-le dans son navigateur et enregistrez la page en .html.
file-is-picture = C’est une image : Manicule a besoin de texte.
file-is-recording = C’est un enregistrement : Manicule a besoin de texte.
file-unpack = Décompressez-le, et déposez le dossier qui en sort.
file-save-as-pdf = Enregistrez-le en PDF, et déposez celui-ci.
pdf-no-pdf = Ce PDF est abîmé : il ne commence pas comme un PDF. Procurez-vous-le de nouveau.
pdf-damaged = Ce PDF est abîmé ou tronqué. Procurez-vous-le de nouveau.
pdf-locked = Ce PDF est protégé par un mot de passe. Ouvrez-le dans son programme avec le mot de passe, imprimez-le dans un nouveau PDF, et ouvrez celui-ci.
pdf-scanned = Ce PDF n’a pas de texte, seulement des images de pages : c’est une numérisation. Faites d’abord reconnaître son texte par un programme (OCR), puis ouvrez ce qui en sort.
word-damaged = Ce document Word est abîmé ou tronqué. Procurez-vous-le de nouveau, ou ouvrez-le dans Word ou LibreOffice et enregistrez-le à neuf.
word-locked = Ce document Word est protégé par un mot de passe. Ouvrez-le dans Word et enregistrez-le sans mot de passe.
word-old = C’est un document Word de l’ancien genre. Ouvrez-le dans Word ou LibreOffice et enregistrez-le en .docx.
epub-damaged = Cet EPUB est abîmé ou tronqué. Procurez-vous-le de nouveau.
epub-no-text = Cet EPUB n’a pas de texte, seulement des images. Manicule lit les livres dont les pages sont du texte.
epub-locked = Cet EPUB est verrouillé par son vendeur (DRM), et seul le lecteur du vendeur peut l’ouvrir. Demandez une copie sans DRM.
mhtml-no-page = Il n’y a pas de page dans ce fichier. Enregistrez de nouveau la page, en « page web, un seul fichier ».

## La bibliothèque
shelf = Vos articles
shelf-chosen = Articles choisis
shelf-search = Chercher dans tous les articles et notes
shelf-sort = Trier par
shelf-by-opened = Lus en dernier
shelf-by-created = Ajoutés en dernier
shelf-by-title = Titre
shelf-by-date = Date de l’article
shelf-nothing-found = Aucun article ni aucune note n’a ces mots.
shelf-nothing-away = Rien n’est rangé.
shelf-nothing-tagged = Aucun article n’a cette étiquette.
shelf-empty = Pas encore d’articles.
open-another = En ouvrir un autre…
put-away = Ranger
put-away-count = Rangés ({ $count })
put-away-done = Rangé
take-out = Ressortir
taken-out = Ressorti
every-tag = Toute étiquette
tag-for-chosen = Étiquette pour les articles choisis
tag-add = Ajouter l’étiquette
tag-added = Étiquette ajoutée
choose-none = Aucun
chosen-count = { $count ->
    [one] { $count } choisi
   *[other] { $count } choisis
  }
found-count = { $count ->
    [one] { $count } trouvé
   *[other] { $count } trouvés
  }
found-in-note = Note :
article-rename = Renommer
article-rename-named = Renommer { $what }
article-renamed = Article renommé
title-new = Nouveau titre
title-save = Enregistrer le titre
save = Enregistrer
details = Détails
details-named = Détails de { $what }
articles-deleted = { $count ->
    [1] Article supprimé
   *[other] { $count } articles supprimés
  }
entities-count = { $count ->
    [one] { $count } entité
   *[other] { $count } entités
  }
annotations-count = { $count ->
    [one] { $count } annotation
   *[other] { $count } annotations
  }
added = ajouté le { $when }
read-to = lu à { $percent } %
earlier-version = une version antérieure
earlier-added = Version antérieure, ajoutée le { $when }
earlier-open = Ouvrir la version ajoutée le { $when }
exporting = Export…
articles-exported = { $count ->
    [one] { $count } article exporté
   *[other] { $count } articles exportés
  }
storage = { $count ->
    [one] { $count } article
   *[other] { $count } articles
  } sur cet appareil, { $used } utilisés, { $left } libres.
storage-unmeasured = { $count ->
    [one] { $count } article
   *[other] { $count } articles
  } sur cet appareil.
size-KB = { $size } Ko
size-MB = { $size } Mo
size-GB = { $size } Go
size-TB = { $size } To

## Ce qui est dit d’un article
about-article = À propos de cet article
about-edit = Modifier ce qui est dit de cet article
about-title = Titre
about-author = Auteur
about-publisher = Éditeur
about-date = Date
about-date-hint = 2024-11-05, 2024-11 ou 2024
about-address = Adresse
about-language = Langue
about-tags = Étiquettes
about-tags-hint = avec des virgules
about-saved = Enregistré

## Versions ultérieures
version = Une version antérieure
version-have = Vous avez cet article
version-new = Une nouvelle version ?
version-same = Le même texte est déjà dans votre bibliothèque, depuis le { $when }, avec { $notes }.
version-later = Cela ressemble à une version ultérieure de « { $title } », que vous avez apporté le { $when } et qui a { $notes }.
version-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
  }
version-no-notes = aucune note
version-open-that = Ouvrir celui-là, sans la copie
version-keep = Garder comme sa nouvelle version
version-show = Montrer ce qui a changé
version-apart = Garder les deux à part
copy-removed = La copie a été enlevée
carry-over = Emporter mes notes
carried = { $placed } emportées. La version antérieure est gardée
carried-some = { $placed } emportées ; { $lost } ont perdu leur place. La version antérieure est gardée
what-changed = Ce qui a changé
what-changed-since = Ce qui a changé depuis la version ajoutée le { $when }
changes = Changements
changes-sum = Depuis le { $when } : { $added } mots ajoutés, { $removed } enlevés.
unchanged = Inchangé : { $start }
unchanged-and-more = Inchangé : { $start } et { $count } de plus
`;

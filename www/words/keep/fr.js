// What backups, export and import say, in French. Ids and what is put in are those of `en.js`.
export default `
## La sauvegarde
backup = Sauvegarde
backup-last = Dernière sauvegarde : { $when }.
backup-none = Aucune sauvegarde pour l’instant.
backup-everything = Tout sauvegarder
restore = Restaurer
restore-choose = Restaurer…
backup-file = Fichier de sauvegarde
backup-done = Sauvegardé : { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
  }, { $annotations ->
    [one] { $annotations } annotation
   *[other] { $annotations } annotations
  }
backup-done-lacking = { backup-done } ; le texte de « { $lacking } » n’a pas été trouvé
backup-not-written = La sauvegarde n’a pas pu être écrite dans « { $folder } ». { $why }
backup-to-folder = Sauvegarder tout seul dans un dossier…
backup-goes-to-folder = Les sauvegardes vont d’elles-mêmes dans « { $folder } »
backup-folder = Dans le dossier « { $folder } »
backup-allow = L’autoriser de nouveau
backup-stop = Arrêter
backup-stop-named = Arrêter de sauvegarder dans « { $folder } »
persisted = Le navigateur gardera tout
not-persisted = Le navigateur ne promet pas de tout garder
may-be-cleared = Ce navigateur peut vider son stockage quand le disque est plein.
ask-to-persist = Lui demander de le garder
restored = Restauré : { $what }
restore-title = Restaurer une sauvegarde
backup-undated = Sauvegarde
backup-dated = Sauvegarde du { $day }
backup-damaged = Le fichier est tronqué ou a été modifié. Ce qui y est entier peut être repris.
restore-safe = Rien de ce qui est ici n’est perdu. « Annuler » défait le tout.
restore-articles = { $count ->
    [one] { $count } article ajouté
   *[other] { $count } articles ajoutés
  }
restore-annotations = { $count ->
    [one] { $count } annotation ajoutée
   *[other] { $count } annotations ajoutées
  }
restore-updated = { $count ->
    [one] { $count } mise à jour
   *[other] { $count } mises à jour
  }
restore-both = { $count ->
    [one] { $count } modifiée ici et là-bas : les deux textes sont gardés
   *[other] { $count } modifiées ici et là-bas : les deux textes sont gardés
  }
restore-learned = { $count ->
    [one] { $count } nom appris
   *[other] { $count } noms appris
  }
restore-same = { $count ->
    [one] { $count } identique ou plus récente ici
   *[other] { $count } identiques ou plus récentes ici
  }
restore-refused = { $count ->
    [one] { $count } illisible : { $why }
   *[other] { $count } illisibles : { $why }
  }
restore-nothing = Rien dedans

## Exporter et importer
exchange = Exporter et importer
export-title = Emporter vos annotations
export-format = Format
export-purpose = Usage : { $purpose }.
export-entities = Avec les entités trouvées par la machine
download = Télécharger
print = Imprimer
import-title = Apporter des annotations
import-reads = Web Annotations (les nôtres et d’autres), Hypothesis, doccano, brat (les deux fichiers ensemble), WebAnno TSV, UIMA CAS JSON, Readwise CSV, ou une sauvegarde.
import-choose = Importer un fichier…
import-files = Fichiers d’annotations
exported = Annotations téléchargées
import-lone-backup = « { $file } » est une sauvegarde : donnez-la seule
import-too-long = « { $file } » fait { $size } Mo ; on peut en lire { $most } au plus
import-unreadable = Le fichier « { $file } » ne peut pas être lu
import = Importer
import-new = Un nouvel article : « { $title } »
import-into = Dans « { $title } »
import-exact = { $count ->
    [one] { $count } exacte
   *[other] { $count } exactes
  }
import-moved = { $count ->
    [one] { $count } déplacée
   *[other] { $count } déplacées
  }
import-ambiguous = { $count ->
    [one] { $count } ambiguë
   *[other] { $count } ambiguës
  }
import-orphan = { $count } sans place dans le texte
import-whole = { $count } sur tout l’article
import-same = { $count } déjà ici
import-refused = { $count ->
    [one] { $count } refusée
   *[other] { $count } refusées
  }
import-counts = { $counts }.
import-none = Il n’y a pas d’annotations dedans.
import-later = Dont { $count } plus { $count ->
    [one] récente
   *[other] récentes
  } que ce qui est ici.
import-names = { $count ->
    [one] { $count } nom à apprendre.
   *[other] { $count } noms à apprendre.
  }
import-machine = { $count ->
    [one] { $count } entité de la machine est retrouvée, non gardée.
   *[other] { $count } entités de la machine sont retrouvées, non gardées.
  }
import-mended = { $count ->
    [one] { $count } petite faute du fichier est corrigée.
   *[other] { $count } petites fautes du fichier sont corrigées.
  }
import-refusals = Refusées
import-refusals-more = … et { $count } de plus
imported = Importé : { $what }
imported-added = { $count ->
    [one] { $count } ajoutée
   *[other] { $count } ajoutées
  }
imported-updated = { $count ->
    [one] { $count } mise à jour
   *[other] { $count } mises à jour
  }
imported-same = { $count ->
    [one] { $count } identique
   *[other] { $count } identiques
  }
imported-learned = { $count ->
    [one] { $count } apprise
   *[other] { $count } apprises
  }
imported-refused = { $count ->
    [one] { $count } refusée
   *[other] { $count } refusées
  }
`;

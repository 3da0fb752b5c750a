// What the views say, in French. Ids and what is put in are those of `en.js`.
export default `
## Ce qu’ont toutes les vues
as-picture = Image
as-table = Tableau
show-as = Montrer comme
save-as = Enregistrer en
save-as-named = Enregistrer l’image en { $format }
saved-as = Enregistrée en { $format }
passages = Passages
passages-with = Passages avec { $name }
mentions = Mentions
named-often = { $name }, { $mentions }
name = Nom
closer = Plus près
wider = Plus large
further-part = { $one } ; { $other }
from-to = { $from } à { $to }
some-time = à un moment entre { $from } et { $to }
year-bc = { $year } av. J.-C.

## La chronologie
timeline-about = Quand se passe ce que raconte cet article. Une barre pâle est aussi large que ce que le texte laisse ouvert.
timeline-choose = Choisissez une date pour voir où le texte la donne.
timeline-part = Étendue de temps
earlier = Plus tôt
later = Plus tard
timeline-all = Tout
timeline-nothing = Cet article ne donne pas de dates. Quand un article en donne, elles sont ici sur un axe.
timeline-undated = Aucune date ici ne dit son année. Donnez la date de l’article, et « lundi » ou « le mois dernier » trouvent leur place.
timeline-without = Sans place dans le temps
timeline-without-hint = Durées, heures du jour, et jours dont le texte ne dit pas l’année.
timeline-own-date = Date de l’article, pour placer « lundi » et « le mois dernier »
timeline-table = Les dates de l’article dans l’ordre
timeline-in-text = Dans le texte
timeline-when = Quand
timeline-bar = { $name }, { $when }, { $mentions }
dates-count = { $count ->
    [one] { $count } date
   *[other] { $count } dates
  }

## Le réseau
network-about = Qui et quoi partagent des phrases : plus il y en a, plus le trait est épais.
network-choose = Choisissez un nom pour voir avec qui il est cité, ou un trait pour lire les phrases.
network-names = Noms
network-least = Phrases partagées
network-nothing = Dans cet article, aucune phrase ne réunit deux noms. Quand il y en a, ils sont reliés ici.
names-count = { $count ->
    [one] { $count } nom
   *[other] { $count } noms
  }
ties-count = { $count ->
    [one] { $count } lien
   *[other] { $count } liens
  }
others-count = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
  }
sentences-count = { $count ->
    [one] { $count } phrase
   *[other] { $count } phrases
  }
network-shown = { $names } et { $ties }
network-left-out = { $shown } ; laissés de côté : { $names }, { $ties }
up-to = jusqu’à { $count }
one-or-more = une ou plus
so-many-or-more = { $count } ou plus
network-dot = { $name }, { $mentions }, avec { $others }
network-alone = Ne partage de phrase avec aucun autre nom.
network-with = Cités avec { $name }
network-named-with = Cité avec
network-pair = { $one } et { $other }
network-sentences = Phrases avec { $one } et { $other }
network-sentences-of = { $sentences } avec { $one } et { $other }
network-sentences-head = Phrases
network-table = Les noms qui partagent des phrases

## La carte
map-about = Les lieux que cet article nomme, plus grands s’ils le sont souvent. Un anneau creux pourrait être un autre lieu.
map-choose = Choisissez un lieu pour voir où le texte le nomme.
map-part = Partie du monde
map-all = Tous les lieux
map-world = Monde
map-sources = Contours : Natural Earth (domaine public). Lieux : GeoNames (CC BY 4.0).
map-nothing = Aucun lieu de cet article n’est connu par ses coordonnées. Quand il y en a, ils sont ici sur une carte du monde.
map-perhaps = { $name }, { $mentions }, peut-être
map-nowhere = Sans coordonnées
map-table = Les lieux de l’article
map-place = Lieu
map-where = Où
whereabouts-country = pays, { $place }
whereabouts-state = État ou province ({ $country }), { $place }
whereabouts-city = ville ({ $country }), { $place }
whereabouts-people = peuple ({ $country }), { $place }
whereabouts-one-of = l’un de : { $several }

## Les citations
quotes-about = Qui a dit quoi dans cet article. Appuyez sur une citation pour la lire à sa place.
quotes-show = Montrer
quotes-all = Toutes
quotes-direct = Dans leurs mots
quotes-indirect = Rapportées
quote-is-direct = dans leurs mots
quote-is-indirect = rapportée
quote-is-mixed = rapportée, en partie dans leurs mots
quotes-nobody = Personne n’est nommé
quotes-nothing = Personne n’est cité dans cet article. Quand quelqu’un dit quelque chose, c’est ici sous son nom.
quotes-none-so = Aucune de ce genre.
quotations-count = { $count ->
    [one] { $count } citation
   *[other] { $count } citations
  }

## La modification d’une entité
edit-name-hint = Le nom d’une autre entité réunit les deux.
rename = Renommer
hide = Masquer
entity-hidden = « { $name } » masquée
entity-is = « { $name } » est « { $other } »

## À propos de cet étiquetage
about-here = Tout ce qui est souligné ici a été trouvé par un programme, sur cet appareil. Dans cet article : { $parts }.
about-model = { $count ->
    [one] { $count } nom
   *[other] { $count } noms
  } par le modèle, dont { $unsure } à moins de moitié sûrs
about-rules = { $count } par des règles, qui n’ont pas de probabilité
about-own = { $count } comme vous les avez corrigés ou appris
about-least = Les moins sûrs
about-sure = { $kind }, sûr à { $percent } %
model-card = Fiche du modèle
model-card-table = Tableau de la fiche du modèle

## The same as another
is-same = { $what } est la même chose que …
is-same-named = { $what } est la même chose que
a-name = Un nom
split-off = Séparée
new-name = Entrée le prend comme nouveau nom.
this-alone = Cette mention seule : la sépare des { $count } autres
`;

import type { masking as english } from "../en/masking.ts"
import type { Translation } from "../translation.ts"

/** The team's masking rules: the admin page, and what the panel says of them. */
export const masking: Translation<typeof english> = {
  rules: "Masquage",
  "rules.lead":
    "Ce qui est remplacé avant qu’un ticket ne quitte le navigateur, pour toute l’équipe. Les navigateurs prennent une modification en compte avec la prochaine réponse du relais, en moins de cinq minutes.",
  "rules.on.strict": "Masquage : strict",
  "rules.on.balanced": "Masquage : équilibré",
  "rules.says.strict":
    "Noms, adresses, lieux et entreprises sont remplacés avant que quoi que ce soit ne quitte le navigateur.",
  "rules.says.balanced":
    "Noms et adresses ne sont remplacés que s’ils sont reconnus de façon presque certaine. C’est plus faible : certains quittent le navigateur. Un admin peut choisir le mode strict.",
  "rules.mode": "Mode",
  "rules.mode.strict": "Strict",
  "rules.mode.strict.lead": "Noms, adresses, lieux et entreprises sont remplacés aussi au fil du texte.",
  "rules.mode.balanced": "Équilibré",
  "rules.mode.balanced.lead":
    "Plus faible : noms et adresses ne sont remplacés que s’ils sont reconnus de façon presque certaine, donc certains quittent le navigateur.",

  "rules.keep": "Jamais remplacés",
  "rules.keep.lead":
    "Vos propres marques, produits, adresses, numéros de téléphone et comptes. Ceux des articles publics sont repris à chaque import ; ceux que vous retirez ne reviennent pas.",
  "rules.keep.none": "Pas encore de mot.",
  "rules.keep.add": "Mot jamais remplacé",
  "rules.names": "Toujours remplacés, comme noms",
  "rules.names.lead": "Des noms qui échappent au masquage, comme un nom de famille rare.",
  "rules.names.none": "Pas encore de nom.",
  "rules.names.add": "Nom toujours remplacé",
  "rules.add": "Ajouter",
  "rules.out": "Retirer",
  "rules.word.length": "Saisissez de 2 à 100 caractères.",
  "rules.word.there": "« {word} » est déjà dans la liste.",
  "rules.word.other": "« {word} » est dans l’autre liste. Retirez-le d’abord de celle-là.",
  "rules.word.full": "La liste a {most, plural, one {# mot} other {# mots}}, le maximum possible. Retirez-en d’abord.",
  "rules.from.articles": "{count, plural, one {{sort}, dans # article} other {{sort}, dans # articles}}",
  "rules.from.team": "par {name}",
  "rules.from.agent": "par {name}, agent",
  "rules.from.new": "pas encore appliqué",
  "rules.sort.email": "adresse e-mail",
  "rules.sort.phone": "numéro de téléphone",
  "rules.sort.iban": "compte",
  "rules.sort.address": "adresse postale",
  "rules.sort.domain": "hôte",
  "rules.sort.brand": "marque ou produit",
  "rules.proposed":
    "{count, plural, one {# autre mot dans les articles publics} other {# autres mots dans les articles publics}}",
  "rules.proposed.lead":
    "Ils concernent peut-être une personne, ou ne figurent que dans peu d’articles : ils sont masqués, sauf si vous en décidez autrement.",
  "rules.proposed.keep": "Ne jamais remplacer",
  "rules.agents": "Les agents peuvent ajouter des mots",
  "rules.agents.lead": "Chaque mot a sa propre version, qui indique qui l’a ajouté et peut être annulée.",

  "rules.pattern": "Numéros de commande",
  "rules.pattern.lead":
    "Une expression régulière. Ce qu’elle reconnaît est un numéro de commande et n’est pas masqué ; cartes et comptes sont masqués de toute façon. Vide : les numéros après un mot comme « commande » restent.",
  "rules.try": "Essayer sur un texte",
  "rules.try.found": "Trouve {found}.",
  "rules.try.nothing": "N’y trouve rien.",
  "rules.pattern.broken":
    "Ce n’est pas une expression régulière valide. Vérifiez ses parenthèses et ses crochets, et écrivez \\ devant un caractère à prendre littéralement.",
  "rules.pattern.long": "Elle dépasse 200 caractères. Raccourcissez-la.",
  "rules.pattern.empty": "Elle reconnaît aussi un texte vide. Exigez au moins un caractère, comme \\d'{'4,10'}'.",
  "rules.pattern.nested":
    "Un groupe répété contient une répétition ou un choix, ce qui peut durer sans fin. Développez ce groupe.",
  "rules.pattern.reference":
    "Elle renvoie à un groupe (\\1), ce qui peut durer sans fin. Écrivez une seconde fois ce qui est visé.",
  "rules.pattern.many":
    "Elle a trop de façons de reconnaître un texte, ce qui peut durer sans fin. Donnez aux répétitions une petite limite, comme \\d'{'4,10'}' pour \\d+, jusqu’à 64.",
  "rules.pattern.no-digit":
    "Elle reconnaît aussi des mots sans chiffre, donc des noms. Exigez un chiffre, comme \\d'{'4,10'}'.",

  "rules.save": "Appliquer les règles",
  "rules.saving": "Application en cours.",
  "rules.saved": "Appliqué.",
  "rules.same": "Rien n’est modifié",
  "rules.drop": "Abandonner mes modifications",
  "rules.changed": "{name} a modifié les règles avant vous. Rien des vôtres n’a été appliqué.",
  "rules.changed.lead": "Les siennes sont la version {version}. Les vôtres la remplaceraient en entier.",
  "rules.theirs": "Prendre les siennes",
  "rules.mine": "Appliquer les miennes",
  "rules.import": "Un import d’articles",

  "notice.unmasked-data":
    "Le relais a trouvé {what} sans masquage, et a refusé la requête.|Régénérer refait le masquage. Si cela se répète, rédigez vous-même et prévenez la personne qui gère le relais.",
  "unmasked.word.card": "un numéro de carte",
  "unmasked.word.iban": "un numéro de compte",
  "unmasked.word.email": "une adresse e-mail",
  "unmasked.word.some": "quelque chose",
  refused: "Résultats refusés",
  "refused.lead":
    "Le relais a refusé les résultats de ces réponses, car quelque chose n’y était pas masqué. Il n’a rien enregistré. Ils attendent ici, chiffrés.",
  "refused.item": "Ticket {ticket} : {what} y figurait sans masquage.",
  "refused.mask": "Masquer et envoyer",
  "refused.discard": "Abandonner",
  "refused.busy": "Traitement en cours",
  "refused.failed": "Cela n’a pas fonctionné. Le résultat attend encore ici ; réessayez.",

  "override.fixed.address":
    "Le relais n’accepte aucune adresse e-mail autre que celles de l’équipe. Un responsable ou un admin peut l’ajouter à la liste des mots jamais remplacés.",
  "review.note.masked":
    "Les noms, adresses et numéros de la note sont remplacés avant qu’elle ne quitte ce navigateur.",
  "lead.fault.unmasked-data":
    "Le relais a trouvé un numéro de carte, un compte ou une adresse e-mail dans la note.|Rien n’a été enregistré. Retirez-le, puis enregistrez à nouveau.",

  "rules.team": "Aussi pour l’équipe",
  "rules.team.lead":
    "Le mot seul va au relais, en clair, et de là aux navigateurs de l’équipe. Un admin peut le retirer ensuite.",

  "rules.versions": "Versions",
  "rules.version": "Version {version}",
  "rules.version.now": "actuelle",
  "rules.by.saved": "{name}, {when}",
  "rules.by.word": "un mot ajouté par {name}, {when}",
  "rules.by.import": "import d’articles, {when}",
  "rules.by.sites": "hachage des sites changé par {name}, {when}",
  "rules.by.undo": "retour à la version {of} par {name}, {when}",
  "rules.version.added": "Ajoutés : {words}.",
  "rules.version.gone": "Retirés : {words}.",
  "rules.version.more": "{count, plural, one {{words} et # autre} other {{words} et # autres}}",
  "rules.version.none": "Aucun mot n’a été ajouté ni retiré.",
  "rules.undo": "Revenir à la version {version}",
  "rules.undo.start": "Revenir au début",
  "rules.undone": "La version {version} s’applique à nouveau.",
  "rules.undo.typed": "Appliquez ou abandonnez d’abord vos modifications",
  "rules.somebody": "Quelqu’un"
}

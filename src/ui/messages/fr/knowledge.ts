import type { knowledge as english } from "../en/knowledge.ts"
import type { Translation } from "../translation.ts"

/** What the team knows: a draft's sources, the search, similar tickets, macros for a thread. */
export const knowledge: Translation<typeof english> = {
  "source.show": "Afficher le passage {n}",
  "source.hide": "Cacher le passage {n}",
  "source.show.of": "Afficher le passage de {title}",
  "source.hide.of": "Cacher le passage de {title}",
  "source.link": "Ouvrir la page",
  "source.internal": "interne",
  "source.internal.long": "Interne, jamais cité à un client",
  "source.changed": "{kind} · modifié le {date}",
  "source.changed.on": "modifié le {date}",
  "source.version": "version {n}",
  "source.also": "Aussi :",
  "source.article": "Article",
  "source.policy": "Politique",
  "source.macro": "Macro",
  "source.ticket": "Ticket résolu",
  "source.attachment": "Pièce jointe",
  "source.earlier": "Ticket précédent",
  "source.lookup": "Consultation",
  "source.memory": "Acquis de l’équipe",
  "source.playbook": "Procédure",
  "source.product": "Produit",
  "source.do": "Que faire de {title}",
  "source.use": "Utiliser cette source",
  "source.not": "Pas celle-ci",
  chosen: "Sources choisies par vous",
  "chosen.use": "En tête :",
  "chosen.not": "Écartées :",
  "chosen.back": "Annuler",
  "chosen.back.long": "Annuler : {title}",
  "notice.choose-many-use": "Dix sources sont déjà en tête.|Retirez-en d’abord une.",
  "notice.choose-many-not": "Vingt sources sont déjà écartées.|Rétablissez-en d’abord une.",

  search: "Chercher dans les connaissances",
  "search.find": "Vos propres mots",
  "search.do": "Chercher",
  "search.lead":
    "La recherche porte sur tout ce que sait votre équipe. Vos mots sont masqués, puis envoyés quand vous cliquez sur Chercher.",
  "search.busy": "Recherche en cours.",
  "search.found": `{count, plural,
    =0 {{documents, plural,
      one {Le seul document ne correspond pas à ces mots.}
      other {Aucun des # documents ne correspond à ces mots.}}}
    one {Le meilleur {documents, plural, one {de # document} other {des # documents}}.}
    other {Les # meilleurs {documents, plural, one {de # document} other {des # documents}}.}
  }`,
  "search.sent-as": "Envoyé sous la forme :",
  "search.go": "Chercher avec vos propres mots",

  "replies.loading": "Interrogation du relais.",
  "replies.waits": "En attente de la lecture du ticket.",
  similar: "Tickets résolus semblables",
  "similar.none": "Aucun ticket résolu ne ressemble à celui-ci.",
  "similar.found": "{count, plural, one {# ticket.} other {# tickets, le plus semblable en tête.}}",
  "similar.good": "bien noté",
  "similar.bad": "mal noté",
  "similar.asked": "Question",
  "similar.answered": "Réponse",
  "similar.reply": "Réponse à {title}",
  "similar.insert": "Insérer cette réponse",
  "similar.copy": "Copier la réponse",
  "similar.tags": "Étiquettes :",
  "similar.link": "Ouvrir le ticket",
  "macros.ranked": "Pour ce fil",
  "macros.ranked.none": "Aucune macro connue du relais ne convient à ce fil.",
  "macros.all": "Toutes celles du helpdesk",
  "macros.unfilled": "Le helpdesk ne peut pas remplir celle-ci maintenant. Complétez vous-même ce qui manque.",

  "fault.relay-unreachable":
    "Le relais ne répond pas. Ce qui est affiché ici est conservé. Réessayez quand le relais sera de retour.",
  "fault.relay-stopped": "Le relais a cessé de répondre. Réessayez.",
  "fault.relay-busy": "Le relais est occupé. Réessayez dans une minute.",
  "fault.relay-error":
    "Le relais a signalé une erreur. Réessayez ; si elle se répète, prévenez la personne qui gère le relais.",
  "fault.database-down": "Le relais ne joint pas sa base de données. Réessayez quand elle sera de retour.",
  "fault.mask-timeout":
    "Le masquage des données personnelles a pris trop de temps. Rien n’a quitté le navigateur. Réessayez.",
  "fault.unmasked-data": "Le relais a trouvé {what} sans masquage, et n’a rien cherché. Retirez-le, puis réessayez.",
  "fault.search-empty": "Saisissez d’abord ce qu’il faut chercher."
}

import type { report as english } from "../en/report.ts"
import type { Translation } from "../translation.ts"

/** The lead's page on the state of the knowledge. A kind of finding has a name, and a line on what was looked for. */
export const report: Translation<typeof english> = {
  "title.knowledge": "Connaissances Replywright",
  "lead.knowledge": "Connaissances",
  report: "État des connaissances",
  "report.looking": "Examen des connaissances.",
  "report.looking.at": "{count, plural, one {Examen de # document.} other {Examen de # documents.}}",
  "report.failed": "Les connaissances n’ont pas pu être examinées.",
  "report.at":
    "{count, plural, one {# document ; dernier examen : {when}.} other {# documents ; dernier examen : {when}.}}",
  "report.again": "Réexaminer",
  "report.no-documents": "Aucun article n’est encore importé. Un admin les importe sur la page d’admin.",
  "report.clean": "Rien à corriger.",
  "report.clean.kind": "Rien de ce type à corriger.",
  "report.none-settled": "Aucun constat actuel n’est classé.",
  "report.show": "Afficher",
  "report.open": "Ouverts ({n})",
  "report.settled": "Classés ({n})",
  "report.kind": "Type",
  "report.kind.all": "Tous les types",
  "report.kind.count": "{kind} ({n})",
  "report.heading": "{kind} : {n}",

  "report.coverage": "Tickets avec et sans page",
  "report.coverage.share": "La recherche trouve une page pour {share} des tickets",
  "report.coverage.none": "Aucun ticket pour mesurer la couverture",
  "report.coverage.few": "Couverture : pas encore assez de données",
  "report.coverage.lead":
    "{answered, number} sur {searched, number} recherchés, parmi {count, plural, one {# ticket} other {# tickets}} {weeks, plural, one {de la dernière semaine} other {des # dernières semaines}} avec brouillon demandé. Cela ne dépend pas de qui a rédigé les brouillons.",
  "report.coverage.lead.none":
    "Plus aucun brouillon {weeks, plural, one {de la dernière semaine} other {des # dernières semaines}} n’est conservé.",
  "report.coverage.with": "Avec page",
  "report.coverage.without": "Sans page",
  "report.coverage.tickets": "Tickets",
  "report.coverage.result": "Résultat",

  "report.trend": "Constats ouverts par jour",
  "report.trend.none": "Constats dans le temps : pas encore assez de données",
  "report.trend.lead": "Le dernier examen complet de chaque jour : constats ouverts, sans ceux qui sont classés.",
  "report.trend.lead.kind": "Le dernier examen complet de chaque jour, pour ce seul type : {kind}.",
  "report.trend.few": "La tendance s’affiche à partir du deuxième jour d’examen des connaissances.",
  "report.trend.fell": "Constats en baisse : {from} le {first}, {to} le {last}",
  "report.trend.rose": "Constats en hausse : {from} le {first}, {to} le {last}",
  "report.trend.same": `{count, plural,
    one {# constat le {first}, autant le {last}}
    other {# constats le {first}, autant le {last}}
  }`,
  "report.trend.open": "ouverts",
  "report.trend.day": "Jour",
  "report.trend.findings": "Constats ouverts",
  "report.trend.coverage": "Tickets avec page",

  "report.kind.contradiction": "Contradictions",
  "report.lead.contradiction":
    "Deux pages qui disent la même chose avec un autre nombre, une autre date ou une autre règle.",
  "report.kind.duplicate": "Quasi-doublons",
  "report.lead.duplicate":
    "Des pages presque identiques. Une recherche les montre comme une seule, mais chacune doit être corrigée à part.",
  "report.kind.stale": "Contenus périmés",
  "report.lead.stale":
    "Une page ancienne et encore citée, une date passée, ou un prix qui diffère dans le flux de produits.",
  "report.kind.personal-data": "Données personnelles dans les articles",
  "report.lead.personal-data":
    "Des noms, adresses e-mail et numéros de personnes, sur des pages que tout le monde peut lire.",
  "report.kind.missing-language": "Traductions manquantes",
  "report.lead.missing-language": "Traduit, mais pas dans une langue où écrivent vos clients.",
  "report.kind.never-quoted": "Pages jamais citées",
  "report.lead.never-quoted":
    "Des pages publiques qu’aucun brouillon ne cite, à partir de 100 brouillons et d’un mois.",
  "report.kind.dead-link": "Liens morts",
  "report.lead.dead-link":
    "Des liens vers vos pages qui n’existent pas, ou que les clients ne peuvent pas ouvrir. Les liens vers d’autres hôtes sont testés quand vous cliquez sur Contrôler les liens.",
  "report.kind.no-page": "Questions sans page",
  "report.lead.no-page": "Des tickets des dernières semaines auxquels aucune page ne répond, regroupés par leurs mots.",
  "report.kind.refused": "Pages écartées par des agents",
  "report.lead.refused": "Des pages dont des agents ont dit « Pas celle-ci », à plusieurs reprises.",

  "report.kind.taken-out": "Phrases retirées par des agents",
  "report.lead.taken-out":
    "Des pages dont des agents ont retiré des phrases des brouillons avant l’envoi, à plusieurs reprises.",

  "report.links": "Contrôler les liens",
  "report.links.on": "Les hôtes de ces liens sont contactés, cinq par seconde.",
  "report.links.asking": "Liens testés : {asked} sur {of}.",
  "report.links.done": `{count, plural,
    =0 {Aucun lien ne mène à un autre hôte.}
    one {Liens testés vers d’autres pages : {asked} sur # ; ceux qui sont cassés sont sous Liens morts.}
    other {Liens testés vers d’autres pages : {asked} sur # ; ceux qui sont cassés sont sous Liens morts.}
  }`,
  "report.links.failed": "Les liens n’ont pas été contrôlés.",

  "report.tickets": "{count, plural, one {Ticket :} other {Tickets :}}",
  "report.fix": "Pour corriger :",
  "report.since": "Constaté pour la première fois le {day}",
  "report.more": "{n, plural, one {Afficher # constat de plus} other {Afficher # constats de plus}}",
  "report.cut":
    "Les {shown} premiers sur {all} sont affichés. Les autres apparaîtront quand ceux-ci seront corrigés ou classés.",
  "report.settle": "Classer",
  "report.settle.lead": "Classé tant que ses mots ne changent pas. Il n’est plus compté.",
  "report.note": "Note (facultative)",
  "report.note.masked": "Les noms sont remplacés avant que la note ne quitte le navigateur.",
  "report.settle.do": "Classer le constat",
  "report.settle.keep": "Laisser ouvert",
  "report.back": "Rouvrir",
  "report.saving": "Enregistrement.",
  "report.settled-by": "Classé par {name}, {when}.",
  "report.settled-at": "Classé, {when}.",
  "report.reopened": "De nouveau ouvert.",
  "report.not-saved": "Non enregistré.",

  solved: "Tickets résolus et leurs pages",
  "solved.lead":
    "Dites quelle page répondait à un ticket, et la recherche trouvera cette page pour des tickets aux mots semblables. Les pages dont la recherche était sûre sont déjà liées.",
  "solved.open": "Sans page ({n})",
  "solved.linked": "Avec page ({n})",
  "solved.none-open": "Chaque ticket résolu a une page.",
  "solved.none-linked": "Aucun ticket résolu n’a encore de page.",
  "solved.reply": "La réponse donnée",
  "solved.confirm": "Cette page y répondait",
  "solved.undo": "Annuler",
  "solved.by-search": "La recherche en était sûre.",
  "solved.by-lead": "Cette page y répondait.",
  "solved.no-page": "Aucune page ne ressemble à ce ticket.",
  "solved.looking": "Recherche de pages.",
  "solved.more": "Afficher plus de tickets",
  "solved.failed": "Impossible de lister les tickets résolus.",

  memories: "Ce que les agents écrivent",
  "memories.lead":
    "Ce que des agents ont changé dans des brouillons et qui peut valoir pour d’autres réponses. Un acquis sert dès que vous l’avez approuvé, ou après trois tickets de deux agents si rien ne dit le contraire.",
  "memories.open": "À décider ({n})",
  "memories.used": "Utilisés ({n})",
  "memories.expired": "Expirés ({n})",
  "memories.none.open": "Il n’y a rien à décider.",
  "memories.none.used": "Aucun acquis n’est utilisé.",
  "memories.none.expired": "Aucun acquis n’a expiré.",
  "memories.more": "{n, plural, one {# autre acquis n’est pas affiché.} other {# autres acquis ne sont pas affichés.}}",
  "memories.loading": "Chargement des acquis.",
  "memories.failed": "Impossible de lister les acquis.",
  "memory.wording": "Écrire « {text} », pas « {word} »",
  "memory.origin": `{tickets, plural,
    =0 {Ses tickets sont désormais supprimés.}
    one {Tiré de # ticket de {agents, plural, one {# agent} other {# agents}}, la première fois le {day}.}
    other {Tiré de # tickets de {agents, plural, one {# agent} other {# agents}}, la première fois le {day}.}
  }`,
  "memory.until": "Vaut jusqu’au {day}.",
  "memory.over": "Expiré le {day}.",
  "memory.by": "Approuvé par {name}, {when}.",
  "memory.approved": "Approuvé, {when}.",
  "memory.durable": "Utilisé sans approbation, car assez d’agents l’ont écrit.",
  "memory.conflict": "Une autre modification dit autre chose :",
  "memory.against": "Cette page dit autre chose :",
  "memory.tickets": "Tickets",
  "memory.approve": "Approuver",
  "memory.edit": "Modifier",
  "memory.remove": "Retirer",
  "memory.word": "Pas ceci",
  "memory.text": "Mais ceci",
  "memory.sentence": "Phrase",
  "memory.expires": "Dernier jour",
  "memory.masked":
    "Aucun nom de client : l’acquis sert à tout le monde. Les noms sont remplacés avant que le texte ne quitte le navigateur, et un acquis qui en contient est refusé.",
  "memory.meanwhile.changed":
    "Quelqu’un d’autre a modifié cet acquis depuis que vous avez commencé. Le texte ci-dessus est l’actuel. Si vous enregistrez, le vôtre le remplace.",
  "memory.meanwhile.removed":
    "Quelqu’un d’autre a retiré cet acquis depuis que vous avez commencé : il ne peut plus être enregistré.",
  "memory.save": "Enregistrer et approuver",
  "memory.keep": "Laisser tel quel",
  "memory.sure": "Retirer l’acquis avec son origine ? Il ne sera plus proposé.",
  "memory.remove.do": "Retirer l’acquis"
}

import type { checks as english } from "../en/checks.ts"
import type { Translation } from "../translation.ts"

/** The cards of checks, sources and macros. */
export const checks: Translation<typeof english> = {
  checks: "Contrôles",
  "checks.count": "{count, number} à examiner",
  "checks.questions": "{count, plural, one {# question pour vous} other {# questions pour vous}}",
  "checks.none": "Rien à contrôler pour l’instant.",
  "checks.refused": "Il n’y a pas de texte à contrôler.",
  "checks.writing": `{count, plural,
    one {# phrase contrôlée, rien à examiner jusqu’ici.}
    other {# phrases contrôlées, rien à examiner jusqu’ici.}
  }`,
  "checks.failed":
    "{count, plural, =1 {La phrase ci-dessus est contrôlée.} one {# phrase ci-dessus est contrôlée.} other {Les # phrases ci-dessus sont contrôlées.}}",
  "checks.reckoned": "« {words} » est calculé à partir de {says}. Refaites le calcul avant d’envoyer.",
  "checks.supported": "{count, plural, one {# phrase a une source.} other {# phrases ont une source.}}",
  "checks.verified": `{count, plural,
    one {# phrase est vérifiée : un modèle qui voit le ticket et les sources la confirme.}
    other {# phrases sont vérifiées : un modèle qui voit le ticket et les sources les confirme.}
  }`,
  "checks.cleared": `{count, plural,
    one {Une règle avait mis en doute # d’entre elles. Le modèle qui vérifie l’a confirmée.}
    other {Des règles avaient mis en doute # d’entre elles. Le modèle qui vérifie les a confirmées.}
  }`,
  "checks.checking": `{count, plural,
    one {# phrase est encore en cours de contrôle.}
    other {# phrases sont encore en cours de contrôle.}
  }`,
  "checks.unanswered": "{count, plural, other {Sans réponse :}}",
  "checks.not-found": `{count, plural,
    one {Les mots de # phrase ne sont dans aucune source. Seuls ses chiffres, noms et liens ont été comparés.}
    other {Les mots de # phrases ne sont dans aucune source. Seuls leurs chiffres, noms et liens ont été comparés.}
  }`,
  "checks.near": `{count, plural,
    one {# phrase a des mots en commun avec le ticket ou une source, ce qui ne la prouve pas. Un numéro encadré de tirets indique où regarder.}
    other {# phrases ont des mots en commun avec le ticket ou une source, ce qui ne les prouve pas. Des numéros encadrés de tirets indiquent où regarder.}
  }`,
  "checks.kept": `{count, plural,
    one {# phrase est gardée comme vos propres mots.}
    other {# phrases sont gardées comme vos propres mots.}
  }`,
  "checks.no-claims": "Aucune phrase n’affirme quoi que ce soit.",
  "checks.edited": "Vos propres phrases ne sont pas contrôlées.",
  "checks.remove": "Retirer",
  "checks.keep": "Garder comme mes mots",
  "checks.blank": "Le ticket et les sources ne le disent pas.",
  "checks.blank.name": "{blank} :",
  "why.no-source": "Ni dans le ticket, ni dans aucune source.",
  "why.number": "Ce nombre n’est ni dans le ticket, ni dans aucune source.",
  "why.money": "Ce montant n’est ni dans le ticket, ni dans aucune source.",
  "why.duration": "Cette durée n’est ni dans le ticket, ni dans aucune source.",
  "why.date": "Cette date n’est ni dans le ticket, ni dans aucune source.",
  "why.link": "Ce lien n’est ni dans le ticket, ni dans aucune source.",
  "why.name": "Ce nom n’est ni dans le ticket, ni dans aucune source.",
  "why.language": "Pas dans la langue du ticket.",
  "why.source-language": "Les sources sont dans une autre langue : impossible de comparer cette phrase avec elles.",
  "why.verifier": "Le modèle qui vérifie ne trouve rien dans le ticket ni dans les sources qui l’étaye.",
  "why.verifier.contradicts": "Selon le modèle qui vérifie, la source {n} dit autre chose.",
  "why.verifier.contradicts.ticket": "Selon le modèle qui vérifie, le ticket dit autre chose.",
  "why.verifier.other-case": "Selon le modèle qui vérifie, c’est juste, mais pas pour ce client.",
  "why.verifier.confirmed": "Selon le modèle qui vérifie, les sources l’étayent.",
  "why.verifier.denied": "Le modèle qui vérifie en doute lui aussi.",
  "why.cleared.negation": "Une source semble dire le contraire.",
  "why.cleared.condition": "Une source pose une condition.",
  "why.needs-approval": "Une promesse que quelqu’un doit approuver.",
  "why.promise-money": "Une promesse d’argent qu’aucune source n’autorise.",
  "why.promise-refund": "Une promesse de remboursement qu’aucune source n’autorise.",
  "why.promise-date": "Une date promise qu’aucune source ne donne.",
  "why.negation": "La source {n} semble dire le contraire : « {says} »",
  "why.condition": "Cette phrase dit « tous » ou « toujours ». La source {n} pose une condition : « {says} »",
  "why.contradicts": "La source {n} dit autre chose.",
  "why.contradicts.says": "La source {n} dit « {says} ».",
  "why.contradicts.ticket": "Le ticket dit autre chose.",
  "why.contradicts.ticket.says": "Le ticket dit « {says} ».",
  sources: "Sources",
  "sources.open": "ouvrir",
  "sources.none": "Pas encore de source.",
  "sources.none.used": "Aucune source n’est utilisée.",
  "sources.writing": "Recherche de sources.",
  "sources.near": "la plus proche, non utilisée",
  "sources.found": "trouvée, non utilisée",
  macros: "Macros",
  "macros.find": "Trouver une macro par ses mots",
  "macros.loading": "Lecture des macros.",
  "macros.found": "{count, plural, =0 {Aucune macro ne contient ces mots.} one {# macro.} other {# macros.}}",
  "macros.none": "Il n’y a pas de macro pour une réponse publique.",
  "macros.first":
    "Les {shown, number} premières sur {count, plural, one {# macro} other {# macros}}. Ajoutez des mots pour réduire la liste.",
  "macros.more":
    "Le helpdesk a plus de macros que la recherche n’en parcourt ici. Sa propre liste les contient toutes.",
  "macros.reading": "Lecture de la macro.",
  "macros.insert": "Insérer cette macro",
  "macros.only-text": "Seul le texte est inséré. Les autres changements de la macro restent à faire dans le helpdesk."
}

import type { playbook as english } from "../en/playbook.ts"
import type { Translation } from "../translation.ts"

/** The panel's card that tells where a ticket stands in a playbook, and the admin page's card of all of them. */
export const playbook: Translation<typeof english> = {
  playbook: "Procédure : {title}",
  "playbook.step": "Étape {n} sur {of}",
  "playbook.renewed": "Les étapes sont de nouveau parcourues. Voici leur état d’avant.",
  "playbook.passed": "Fait :",
  "playbook.state.asks": "attend ce qui manque",
  "playbook.state.acts": "maintenant",
  "playbook.state.escalates": "un autre groupe continue",
  "playbook.state.ends": "terminé",
  "playbook.state.falls-back": "aucune branche de la procédure ne s’applique",
  "playbook.do": "À faire : {line}",
  "playbook.escalate": "Transmettre à {group}. {why}",
  "playbook.missing": "Manque pour l’étape suivante",
  "playbook.asked": "Le brouillon le demande.",
  "playbook.unread":
    "Vous avez saisi « {value} », que la procédure ne sait pas lire : écrivez le jour ou le chiffre seul.",
  "playbook.given": "Saisi par vous",
  "playbook.given.fact": "{label} : {value}",
  "playbook.given.back": "Retirer",
  "playbook.given.back.long": "Retirer {label} : {value}",
  "playbook.period.hour": "{n, plural, one {# heure} other {# heures}}",
  "playbook.period.day": "{n, plural, one {# jour} other {# jours}}",
  "playbook.period.business-day": "{n, plural, one {# jour ouvré} other {# jours ouvrés}}",
  "playbook.period.month": "{n, plural, one {# mois} other {# mois}}",
  "playbook.period.year": "{n, plural, one {# an} other {# ans}}",
  "playbook.because.tag":
    "{holds, select, yes {Le ticket a l’étiquette {value}} other {Le ticket n’a pas l’étiquette {values}}}",
  "playbook.because.intent":
    "{holds, select, yes {Le motif du ticket est {value}} other {Le motif du ticket n’est pas {values}}}",
  "playbook.because.unknown": "{what} : inconnu",
  "playbook.because.known": "{what} : {value}",
  "playbook.because.is":
    "{holds, select, yes {{what} : {value}, c’est bien {values}} other {{what} : {value}, ce n’est pas {values}}}",
  "playbook.because.within":
    "{holds, select, yes {{what} : {value}, dans un délai de {period}} other {{what} : {value}, hors du délai de {period}}}",
  "playbook.because.within.day":
    "{holds, select, yes {{what} : {value}, dans un délai de {period}, jusqu’au {day}} other {{what} : {value}, hors du délai de {period}, terminé le {day}}}",
  "playbook.because.longer-than":
    "{holds, select, yes {{what} : {value}, plus de {period}} other {{what} : {value}, pas plus de {period}}}",
  "playbook.because.longer-than.day":
    "{holds, select, yes {{what} : {value}, il y a plus de {period}, depuis le {day}} other {{what} : {value}, pas plus de {period} jusqu’au {day}}}",
  "playbook.because.at-least":
    "{holds, select, yes {{what} : {value}, au moins {figure, number}} other {{what} : {value}, moins de {figure, number}}}",
  "playbook.because.at-most":
    "{holds, select, yes {{what} : {value}, au plus {figure, number}} other {{what} : {value}, plus de {figure, number}}}",
  "playbook.because.over":
    "{holds, select, yes {{what} : {value}, plus de {figure, number}} other {{what} : {value}, pas plus de {figure, number}}}",
  "playbook.because.under":
    "{holds, select, yes {{what} : {value}, moins de {figure, number}} other {{what} : {value}, pas moins de {figure, number}}}",
  "playbook.because.before":
    "{holds, select, yes {{what} : {value}, avant le {day}} other {{what} : {value}, pas avant le {day}}}",
  "playbook.because.after":
    "{holds, select, yes {{what} : {value}, après le {day}} other {{what} : {value}, pas après le {day}}}",
  "playbook.because.earlier": "{what} : {value}, {test}",
  playbooks: "Procédures",
  "playbooks.lead":
    "Les procédures de l’équipe, une par genre de ticket. Un brouillon est écrit à partir de l’étape que le ticket a atteinte. Chaque modification est une version.",
  "playbooks.none": "Il n’y a pas de procédure. Les brouillons viennent seulement des pages et des réponses.",
  "playbooks.list": "Procédures de l’équipe",
  "playbooks.of":
    "{name}, version {version} ({time}). {steps, plural, one {# étape} other {# étapes}}, {ends, plural, one {# fin} other {# fins}}, {groups, plural, =0 {aucun passage à un autre groupe} one {# passage à un autre groupe} other {# passages à d’autres groupes}}. Aucune erreur.",
  "playbooks.unread":
    "{name}, version {version} ({time}). Ce relais ne sait pas la lire, donc les brouillons l’ignorent :",
  "playbooks.show": "Afficher le texte",
  "playbooks.flow": "Afficher le schéma",
  "playbooks.picture":
    "Schéma de {title}, avec {steps, plural, one {# étape} other {# étapes}}. La liste ci-dessous dit la même chose.",
  "playbooks.scroll": "Schéma de {title}, à faire défiler",
  "playbooks.steps": "Étapes de {title} et leurs transitions",
  "playbooks.step.end": "Une fin",
  "playbooks.step.escalation": "Un autre groupe continue",
  "playbooks.way": "Vers {title}",
  "playbooks.way.if": "Si {label} : vers {title}",
  "playbooks.way.else": "Sinon : vers {title}",
  "playbooks.remove": "Retirer",
  "playbooks.sure": "Les brouillons ne la suivront plus. Ses versions restent.",
  "playbooks.do": "Retirer la procédure",
  "playbooks.keep": "Conserver",
  "playbooks.removed": "{name} est retirée.",
  "playbooks.source": "Texte d’une procédure (YAML)",
  "playbooks.source.hint":
    "Collez-le, ou choisissez un fichier. S’il porte le nom d’une procédure de la liste, il la remplace.",
  "playbooks.unsaved": "Enregistrez d’abord le texte ci-dessous, ou videz le champ : le fichier le remplacerait.",
  "playbooks.source.none": "Collez le texte d’une procédure, ou choisissez un fichier.",
  "playbooks.file": "Fichier d’une procédure",
  "playbooks.file.unread": "Le fichier est illisible : choisissez-le à nouveau, ou collez son texte.",
  "playbooks.file.large": "Le fichier est trop volumineux : une procédure compte 200 000 caractères au plus.",
  "playbooks.mistakes": "Non enregistrée :",
  "playbooks.save": "Enregistrer la procédure",
  "playbooks.saving": "Enregistrement.",
  "playbooks.saved": "{name} est enregistrée comme version {version}."
}

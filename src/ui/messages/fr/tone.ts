import type { tone as english } from "../en/tone.ts"
import type { Translation } from "../translation.ts"

/** The tone card, and what it says of each rule's findings. */
export const tone: Translation<typeof english> = {
  "tone.rule.blame.why": "Donne l’impression que c’est la faute du client.",
  "tone.rule.blank.why": "Encore à remplir ou à retirer.",
  "tone.rule.coldness.why": "Refuse sans un mot aimable, une raison ni une suite.",
  "tone.rule.insult.why": "Insulte le client, ou rabaisse ce qu’il a écrit.",
  "tone.rule.jargon.why": "Un mot que seule votre équipe emploie.",
  "tone.rule.missing-greeting.why": "La première réponse commence sans salutation.",
  "tone.rule.missing-greeting.fix": "Commencer par « {text} »",
  "tone.rule.over-apology.why": "S’excuser une fois suffit.",
  "tone.rule.over-apology.fix": "Omettre",
  "tone.rule.promise.why": "Une promesse que ni le fil ni une source ne fait.",
  "tone.rule.shouting.why": "Donne l’impression de crier.",
  "tone.rule.voice-emoji.why":
    "{most, select, 0 {Le style ne prévoit pas d’émoji.} other {Plus d’émojis que le style n’en permet ({most}).}}",
  "tone.rule.voice-emoji.fix": "Retirer",
  "tone.rule.voice-forbidden.why": "Le style exclut cette expression.",
  "tone.rule.voice-formality.why": "Le style prévoit de dire « {form} » aux clients.",
  "tone.rule.voice-greeting.why": "Le style prévoit de commencer par « {greeting} ».",
  "tone.rule.voice-greeting.fix": "Commencer par « {text} »",
  "tone.rule.voice-length.why":
    "La réponse compte {unit, select, words {{count, plural, one {# mot} other {# mots}}} other {{count, plural, one {# caractère} other {# caractères}}}}, et le style ou le canal en permet {most}.",
  "tone.rule.voice-length.fix": "Retirer remerciements et excuses",
  "tone.rule.voice-name.why":
    "Le style prévoit de saluer {naming, select, first {par le prénom} full {par le nom complet} other {sans nom}}.",
  "tone.rule.voice-preferred.why": "Le style emploie un autre mot.",
  "tone.rule.voice-sign-off.why": "Le style prévoit de finir par « {signOff} ».",
  "tone.rule.voice-sign-off.fix": "Finir par « {signOff} »",
  "tone.rule.wrong-language.why": "Langue du client : {language}.",
  "tone.rule.wrong-name.why": "Le client s’appelle {name}.",
  "tone.rule.wrong-name.unknown": "Le client porte un autre nom.",
  tone: "Ton de votre réponse",
  "tone.look": "Contrôler le ton",
  "tone.again": "Contrôler à nouveau",
  "tone.count": "{count, number} à examiner",
  "tone.found": "Ton de votre réponse : {count, number} à examiner.",
  "tone.none": "Contrôle le texte de l’éditeur de réponse. Les règles ne s’exécutent que dans ce navigateur.",
  "tone.model.none": "Quand vous cliquez sur le bouton, et après une insertion, {model} lit aussi la réponse masquée.",
  "tone.model.blame": "{model} trouve que cela rejette la faute sur le client.",
  "tone.model.coldness": "{model} trouve cela froid.",
  "tone.model.insult": "{model} trouve cela insultant.",
  "tone.model.jargon": "{model} y trouve des mots qu’un client ne connaît peut-être pas.",
  "tone.model.over-apology": "{model} trouve qu’on s’y excuse trop.",
  "tone.model.shouting": "{model} trouve que cela donne l’impression de crier.",
  "tone.model.asking": "{model} la lit aussi.",
  "tone.model.done":
    "{model} l’a lue aussi.{dropped, plural, =0 {} one { # remarque sur des mots absents du texte a été omise.} other { # remarques sur des mots absents du texte ont été omises.}}",
  "tone.model.late":
    "{model} a mis trop de temps : seules les règles ont contrôlé. Contrôlez à nouveau pour le solliciter encore une fois.",
  "tone.model.malformed":
    "La réponse de {model} est illisible : seules les règles ont contrôlé. Contrôlez à nouveau pour le solliciter encore une fois.",
  "tone.model.failed":
    "{model} n’a pas pu être sollicité : seules les règles ont contrôlé. Contrôlez à nouveau pour le solliciter encore une fois.",
  "tone.empty": "L’éditeur de réponse est vide.",
  "tone.clean": "Rien à examiner.",
  "tone.fine": "Ça va ici",
  "tone.fine.label": "Ça va ici : « {quote} »",
  "tone.never": "Plus jamais",
  "tone.never.label": "Plus jamais : « {quote} »",
  "tone.decide":
    "« Ça va ici » vaut pour ce ticket. « Plus jamais » cache la règle dans ce navigateur. Les responsables voient la règle, jamais vos mots.",
  "tone.hidden": "{count, plural, one {# règle est cachée.} other {# règles sont cachées.}}",
  "tone.hidden.show": "Réafficher",
  "tone.fix.write": "Écrire « {text} »",
  "tone.refused.number": "C’est à vous de changer un nombre : il n’y a pas de correction en un clic.",
  "tone.refused.date": "C’est à vous de changer une date : il n’y a pas de correction en un clic.",
  "tone.refused.name":
    "C’est à vous de changer un nom, ou un mot qui en est peut-être un : il n’y a pas de correction en un clic.",
  "tone.refused.link": "C’est à vous de changer un lien : il n’y a pas de correction en un clic.",
  "tone.refused.negation": "Cela changerait ce qui est refusé : il n’y a pas de correction en un clic."
}

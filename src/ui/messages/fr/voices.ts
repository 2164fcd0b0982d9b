import type { voices as english } from "../en/voices.ts"
import type { Translation } from "../translation.ts"

/** The admin page's card of the team's voices. */
export const voices: Translation<typeof english> = {
  voices: "Styles",
  "voices.lead":
    "La façon d’écrire les réponses, par marque, groupe, langue et canal. Chaque modification est une version, et les brouillons écrits ensuite portent une nouvelle version de rédaction.",
  "voices.none": "Il n’y a pas de style. Les brouillons sont écrits sans style particulier.",
  "voices.list": "Styles de l’équipe",
  "voices.of": "{of}, version {version} ({time}).",
  "voices.of.all": "Tous les tickets, version {version} ({time}).",
  "voices.show": "Afficher le texte",
  "voices.remove": "Retirer",
  "voices.sure": "Les brouillons ne seront plus écrits dans ce style. Ses versions restent.",
  "voices.do": "Retirer le style",
  "voices.keep": "Conserver",
  "voices.removed": "{name} est retiré.",
  "voices.learn": "Apprendre des réponses",
  "voices.learning": "Lecture des réponses.",
  "voices.learn.hint":
    "Propose un style à partir des tickets résolus qui sont importés. Rien n’est conservé tant que vous ne l’avez pas modifié et enregistré.",
  "voices.learn.none":
    "Aucun ticket résolu n’est encore importé. Importez-en d’abord dans « Connaissances », sur cette page.",
  "voices.learn.found": "{language} : {replies, plural, one {# réponse} other {# réponses}}.",
  "voices.learn.few":
    "{language} : {replies, plural, one {# réponse} other {# réponses}}. Il en faut au moins {needed, number}, donc aucun style n’est proposé.",
  "voices.learn.take": "Modifier la proposition",
  "voices.source": "Texte d’un style (YAML)",
  "voices.source.hint": "Collez un fichier. S’il porte le nom d’un style de la liste, il le remplace.",
  "voices.unsaved": "Enregistrez d’abord le texte ci-dessous, ou videz le champ : la proposition le remplacerait.",
  "voices.source.none": "Collez le texte d’un style.",
  "voices.mistakes": "Non enregistré :",
  "voices.save": "Enregistrer le style",
  "voices.saving": "Enregistrement.",
  "voices.preview": "Aperçu",
  "voices.preview.writing": "Rédaction des brouillons.",
  "voices.preview.done":
    "{letters, plural, =0 {Aucun ticket d’exemple n’a de brouillon dans ce style.} one {# brouillon dans ce style.} other {# brouillons dans ce style.}}{old, select, yes { Le texte a changé depuis : cliquez à nouveau sur Aperçu.} other {}}",
  "voices.preview.mistakes": "Aperçu impossible :",
  "voices.preview.of": "Aperçu de {name}",
  "voices.preview.of.text": "Aperçu du texte, {name}",
  "voices.preview.how":
    "Écrit sans modèle, d’après les pages de la boutique d’exemple. Rien n’est enregistré ni compté, et le style vaut ici quels que soient sa marque et son groupe.",
  "voices.preview.about":
    "{language}, {channel, select, mail {e-mail} chat {chat} messaging {messagerie} social {en public} other {{channel}}}, client : {requester}.",
  "voices.preview.asked": "Message du client",
  "voices.preview.without": "Sans le style",
  "voices.preview.with": "Avec le style",
  "voices.preview.same": "Le style ne change rien dans ce brouillon.",
  "voices.preview.clean": "Le contrôle du style n’y trouve rien.",
  "voices.preview.findings": "Le contrôle du style trouve :",
  "voices.preview.times": "({times, number} fois)",
  "voices.saved": "{name} est enregistré comme version {version}."
}

import type { rewrite as english } from "../en/rewrite.ts"
import type { Translation } from "../translation.ts"

/** A text that is reworded, beside the text before. */
export const rewrite: Translation<typeof english> = {
  "rewrite.draft": "Reformuler le brouillon",
  "rewrite.editor": "Reformuler votre réponse dans l’éditeur",
  "rewrite.change.shorter": "Plus court",
  "rewrite.change.longer": "Plus long",
  "rewrite.change.friendlier": "Plus aimable",
  "rewrite.change.formal": "Plus formel",
  "rewrite.change.simpler": "Plus simple",
  "rewrite.change.steps": "En étapes",
  "rewrite.change.spelling": "Orthographe",
  "rewrite.change.wish": "Comme demandé",
  "rewrite.wish": "Que faut-il changer dans votre réponse ?",
  "rewrite.change.to-en": "En anglais",
  "rewrite.change.to-de": "En allemand",
  "rewrite.change.to-fr": "En français",
  "rewrite.change.to-es": "En espagnol",
  "rewrite.change.to-pt": "En portugais",
  "rewrite.change.to-ja": "En japonais",
  "translation.draft": "Traduire le brouillon en …",
  "translation.editor": "Traduire votre réponse en …",
  "translation.busy": "Traduction en cours. Votre texte est inchangé.",
  "translation.found":
    "{changed, plural, =0 {Aucun chiffre, nom ni « ne… pas » ne diffère. Relisez avant de l’utiliser.} one {# phrase sur {all, number} dit peut-être autre chose que la vôtre.} other {# phrases sur {all, number} disent peut-être autre chose que les vôtres.}}",
  "translation.download": "Télécharger et traduire",
  "translation.download-lead":
    "Pour traduire ({from} → {into}), ce navigateur doit d’abord télécharger un paquet de son éditeur. Le téléchargement ne révèle rien du ticket.",
  "translation.downloading": "Téléchargement d’un paquet, puis traduction. Cela peut prendre quelques minutes.",
  "translation.browser-none":
    "Ce navigateur n’a plus de traducteur. Mettez-le à jour, ou demandez qu’un modèle soit configuré.",
  "translation.browser-language":
    "Ce navigateur ne peut pas traduire ({from} → {into}). Un modèle le peut, si un modèle est configuré.",
  "translation.browser-failed":
    "Le navigateur n’a pas pu traduire ceci. Vérifiez qu’il est en ligne et qu’il a la place pour un paquet, puis réessayez.",
  "translation.by-browser":
    "Par ce navigateur, à partir du texte où des substituts remplacent les personnes. Rien n’a quitté le navigateur. Relisez avant de l’utiliser.",
  thread: "Fil dans une autre langue",
  "thread.lead":
    "Rien n’est envoyé tant que vous ne cliquez pas sur Traduire. En chemin, les noms restent des substituts.",
  "thread.into": "Vers",
  "thread.translate": "Traduire",
  "thread.original": "Original",
  "thread.busy": "Traduction des derniers messages.",
  "thread.same": "Les derniers messages sont déjà dans cette langue.",
  "thread.by":
    "Par {model}, qui a vu les messages publics avec des substituts pour les personnes. {changed, plural, =0 {Aucun chiffre, nom ni « ne… pas » ne diffère.} one {Dans # phrase, quelque chose diffère peut-être.} other {Dans # phrases, quelque chose diffère peut-être.}}",
  "thread.customer": "{author} (client)",
  "thread.agent": "{author} (votre équipe)",
  "rewrite.result": "{of, select, editor {{change} : votre réponse} other {{change}}}",
  "rewrite.close": "Fermer",
  "rewrite.no-spelling": "Sans modèle, l’orthographe n’est corrigée que dans ces langues : {languages}.",
  "rewrite.busy": "Reformulation en cours. Votre texte est inchangé.",
  "rewrite.nothing": "Rien à changer ici. Votre texte est inchangé.",
  "rewrite.faithful": "Aucun chiffre, nom, condition ni promesse ne semble changer. Relisez avant de l’utiliser.",
  "rewrite.changed":
    "Une reformulation peut changer les mots, pas les faits ni les promesses. {changed, plural, one {# changement sur {all, number} dit peut-être autre chose} other {# changements sur {all, number} disent peut-être autre chose}}, donc votre texte a été conservé.",
  "rewrite.used": "Appliqué. Votre texte d’avant se rétablit en un clic.",
  "rewrite.keeps": "garde chaque fait",
  "rewrite.use": "Utiliser",
  "rewrite.use-others":
    "{count, plural, =1 {Utiliser l’autre} one {Utiliser l’autre (#)} other {Utiliser les # autres}}",
  "rewrite.use-anyway": "Utiliser le tout",
  "rewrite.again": "Réessayer",
  "rewrite.undo": "Remettre mon texte",
  "rewrite.by": "Par {model}, qui n’a vu que ce texte, avec des substituts pour les personnes.",
  "rewrite.by-rules": "Par des règles, sans modèle.",
  "rewrite.draft-changed": "Le brouillon a changé depuis. Rien n’a été remplacé : redemandez la reformulation.",
  "rewrite.kind.figure": "autre chiffre ou date",
  "rewrite.kind.limit": "autre limite",
  "rewrite.kind.order": "autre ordre chronologique",
  "rewrite.kind.name": "autre nom",
  "rewrite.kind.link": "autre lien ou adresse",
  "rewrite.kind.placeholder": "autre personne ou valeur",
  "rewrite.kind.blank": "un blanc a été ajouté ou retiré",
  "rewrite.kind.negation": "un « ne… pas » a été ajouté ou retiré",
  "rewrite.kind.condition": "une condition a été ajoutée ou retirée",
  "rewrite.kind.certainty": "plus ou moins certain",
  "rewrite.kind.actor": "quelqu’un d’autre le fait",
  "rewrite.kind.scope": "pour plus ou moins de cas",
  "rewrite.kind.price": "gratuit, ou non",
  "rewrite.kind.statement": "dit quelque chose de nouveau",
  "rewrite.kind.wording": "autre mot",
  "rewrite.kind.judged": "le modèle qui vérifie le comprend autrement",
  "rewrite.settled":
    "Une règle l’a mis en doute ({what}). Pour le modèle qui vérifie, les deux textes disent la même chose.",
  "rewrite.verify.done":
    "{model} a aussi comparé les deux textes, avec des substituts pour les personnes : {confirmed, plural, one {# phrase dit} other {# phrases disent}} la même chose{doubted, plural, =0 {} one {, # dit autre chose} other {, # disent autre chose}}.{unasked, plural, =0 {} one { # autre n’a pas été comparée.} other { # autres n’ont pas été comparées.}}",
  "rewrite.verify.long": "Le texte est trop long pour que {model} le compare. Seules les règles l’ont comparé.",
  "rewrite.verify.late": "{model} a mis trop de temps à le comparer. Seules les règles l’ont comparé.",
  "rewrite.verify.malformed": "La vérification de {model} est illisible. Seules les règles l’ont comparé.",
  "rewrite.verify.unreliable":
    "{model} n’a pas remarqué un chiffre modifié pour le tester : son avis ne compte pas. Seules les règles l’ont comparé.",
  "rewrite.verify.failed": "{model} n’a pas pu le comparer. Seules les règles l’ont comparé.",
  "fault.rewrite-empty": "Il n’y a pas de texte à reformuler. Écrivez d’abord quelque chose.",
  "fault.rewrite-long": "Le texte dépasse 20 000 caractères. Raccourcissez-le, puis réessayez.",
  "fault.rewrite-no-wish": "Dites d’abord ce qu’il faut changer.",
  "fault.translation-off": "Votre organisation a désactivé la traduction.",
  "fault.rewrite-no-model": "Aucun modèle n’est configuré sur le relais, et les règles seules n’y suffisent pas.",
  "fault.rewrite-no-dictionary":
    "Sans modèle, l’orthographe n’est corrigée qu’en anglais, en français, en espagnol et en portugais.",
  "fault.rewrite-no-steps":
    "Il n’y a pas ici trois instructions à la suite. Écrivez chacune dans une phrase à part, puis réessayez.",
  "fault.rewrite-same-language": "Le texte est déjà dans cette langue.",
  "fault.rewrite-no-rewrite": "La réponse ne peut pas remplacer le texte. Votre texte est inchangé."
}

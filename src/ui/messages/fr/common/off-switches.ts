import type { offSwitches as english } from "../../en/common/off-switches.ts"
import type { Translation } from "../../translation.ts"

/** The admin page's card "Off switches". */
export const offSwitches: Translation<typeof english> = {
  switches: "Désactivations",
  "switches.lead":
    "Ce qui est désactivé pour certains tickets ou certaines personnes. Un navigateur qui en est informé n’en envoie rien, et le panneau dit pourquoi.",
  "switches.none": "Rien n’est désactivé.",
  "switches.list": "Ce qui est désactivé",
  "switches.kind": "Ce qu’il faut désactiver",
  "switches.kind.reading": "Lecture : rien du ticket n’est utilisé ni envoyé",
  "switches.kind.preparing": "Brouillons préparés : un brouillon n’est écrit que sur demande",
  "switches.kind.model": "Modèles : les brouillons sont écrits sans modèle",
  "switches.row.reading": "La lecture est désactivée si {when}",
  "switches.row.preparing": "Les brouillons préparés sont désactivés si {when}",
  "switches.row.model": "Les modèles sont désactivés si {when}",
  "switches.when": "Pour quels tickets ou quelles personnes",
  "switches.when.hint":
    "Par exemple : tag is vip; field Country is CH; group is Second level; person is Mia Berg; site is https://*.zendesk.com; always. Le mot and en relie plusieurs.",
  "switches.when.wrong": "Cette condition est illisible. Écrivez-la comme dans les exemples.",
  "switches.add": "Désactiver",
  "switches.adding": "Désactivation en cours.",
  "switches.added": "C’est désactivé. Les navigateurs l’apprennent avec la prochaine réponse du relais.",
  "switches.since": "Depuis {time}, par {by}.",
  "switches.remove": "Retirer",
  "switches.sure": "Retirer cette désactivation ? Ce qu’elle désactive sera de nouveau actif.",
  "switches.do": "Retirer la désactivation",
  "switches.keep": "La garder",
  "switches.removed": "La désactivation est retirée."
}

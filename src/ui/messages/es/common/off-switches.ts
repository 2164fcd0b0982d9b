import type { offSwitches as english } from "../../en/common/off-switches.ts"
import type { Translation } from "../../translation.ts"

/** The admin page's card "Off switches". */
export const offSwitches: Translation<typeof english> = {
  switches: "Desactivaciones",
  "switches.lead":
    "Lo que está desactivado para algunos tickets o personas. Un navegador que lo sabe no envía nada de ello, y el panel dice por qué.",
  "switches.none": "No hay nada desactivado.",
  "switches.list": "Lo que está desactivado",
  "switches.kind": "Qué se desactiva",
  "switches.kind.reading": "Lectura: no se usa ni se envía nada del ticket",
  "switches.kind.preparing": "Borradores preparados: solo se escribe un borrador cuando se pide",
  "switches.kind.model": "Modelos: los borradores se escriben sin modelo",
  "switches.row.reading": "La lectura está desactivada si {when}",
  "switches.row.preparing": "Los borradores preparados están desactivados si {when}",
  "switches.row.model": "Los modelos están desactivados si {when}",
  "switches.when": "Para qué tickets o personas",
  "switches.when.hint":
    "Por ejemplo: tag is vip; field Country is CH; group is Second level; person is Mia Berg; site is https://*.zendesk.com; always. La palabra and une varias.",
  "switches.when.wrong": "Esta condición no se puede leer. Escríbala como en los ejemplos.",
  "switches.add": "Desactivar",
  "switches.adding": "Desactivando.",
  "switches.added": "Está desactivado. Los navegadores lo sabrán con la próxima respuesta del relay.",
  "switches.since": "Desde {time}, por {by}.",
  "switches.remove": "Quitar",
  "switches.sure": "¿Quitar esta desactivación? Lo que desactiva volverá a estar activo.",
  "switches.do": "Quitar la desactivación",
  "switches.keep": "Mantenerla",
  "switches.removed": "La desactivación se ha quitado."
}

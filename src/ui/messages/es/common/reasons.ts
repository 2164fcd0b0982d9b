import type { reasons as english } from "../../en/common/reasons.ts"
import type { Translation } from "../../translation.ts"

/** The reasons of a rejection within a sentence: "Rejected: tone and too long". */
export const reasons: Translation<typeof english> = {
  "reason.within.wrong-fact": "dato incorrecto",
  "reason.within.unsafe-promise": "promesa arriesgada",
  "reason.within.missing-step": "falta un paso",
  "reason.within.misread": "no entiende al cliente",
  "reason.within.tone": "tono",
  "reason.within.language": "idioma",
  "reason.within.source": "fuente antigua o errónea",
  "reason.within.too-long": "demasiado largo",
  "reason.within.other": "otra cosa"
}

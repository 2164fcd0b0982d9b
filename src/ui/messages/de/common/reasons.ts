import type { reasons as english } from "../../en/common/reasons.ts"
import type { Translation } from "../../translation.ts"

/** The reasons of a rejection within a sentence: "Abgelehnt: Tonfall und zu lang". */
export const reasons: Translation<typeof english> = {
  "reason.within.wrong-fact": "falsche Angabe",
  "reason.within.unsafe-promise": "riskante Zusage",
  "reason.within.missing-step": "Schritt fehlt",
  "reason.within.misread": "Kunden missverstanden",
  "reason.within.tone": "Tonfall",
  "reason.within.language": "Sprache",
  "reason.within.source": "alte oder falsche Quelle",
  "reason.within.too-long": "zu lang",
  "reason.within.other": "etwas anderes"
}

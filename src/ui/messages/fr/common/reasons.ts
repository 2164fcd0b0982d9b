import type { reasons as english } from "../../en/common/reasons.ts"
import type { Translation } from "../../translation.ts"

/** The reasons of a rejection within a sentence: "Rejeté : ton et trop long". */
export const reasons: Translation<typeof english> = {
  "reason.within.wrong-fact": "fait inexact",
  "reason.within.unsafe-promise": "promesse risquée",
  "reason.within.missing-step": "étape manquante",
  "reason.within.misread": "client mal compris",
  "reason.within.tone": "ton",
  "reason.within.language": "langue",
  "reason.within.source": "source périmée ou fausse",
  "reason.within.too-long": "trop long",
  "reason.within.other": "autre chose"
}

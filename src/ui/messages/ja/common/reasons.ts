import type { reasons as english } from "../../en/common/reasons.ts"
import type { Translation } from "../../translation.ts"

/** The reasons of a rejection within a sentence: "Rejected: tone and too long". */
export const reasons: Translation<typeof english> = {
  "reason.within.wrong-fact": "事実の誤り",
  "reason.within.unsafe-promise": "リスクのある約束",
  "reason.within.missing-step": "手順の抜け",
  "reason.within.misread": "意図の誤解",
  "reason.within.tone": "トーン",
  "reason.within.language": "言語",
  "reason.within.source": "古い・誤った出典",
  "reason.within.too-long": "長すぎる",
  "reason.within.other": "その他"
}

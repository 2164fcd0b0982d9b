import type { reasons as english } from "../../en/common/reasons.ts"
import type { Translation } from "../../translation.ts"

export const reasons: Translation<typeof english> = {
  "reason.within.wrong-fact": "معلومة خاطئة",
  "reason.within.unsafe-promise": "وعد غير مضمون",
  "reason.within.missing-step": "خطوة ناقصة",
  "reason.within.misread": "سوء فهم للعميل",
  "reason.within.tone": "النبرة",
  "reason.within.language": "اللغة",
  "reason.within.source": "مصدر قديم أو خاطئ",
  "reason.within.too-long": "طول زائد",
  "reason.within.other": "سبب آخر"
}

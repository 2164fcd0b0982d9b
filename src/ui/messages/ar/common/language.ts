import type { language as english } from "../../en/common/language.ts"
import type { Translation } from "../../translation.ts"

export const language: Translation<typeof english> = {
  language: "اللغة",
  "language.browser": "لغة المتصفح: {name}"
}

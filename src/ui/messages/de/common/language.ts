import type { language as english } from "../../en/common/language.ts"
import type { Translation } from "../../translation.ts"

/** The choice of the interface's language, in the popup. */
export const language: Translation<typeof english> = {
  language: "Sprache",
  "language.browser": "Sprache des Browsers: {name}"
}

import { listed } from "./format.ts"
import { isMessage, t, tell } from "./t.ts"

/** "a card number and an e-mail address", of what the relay's second look found. */
export function unmaskedWords(kinds: readonly string[]): string {
  const words = kinds.flatMap((kind) => {
    const key = `unmasked.word.${kind}`
    return isMessage(key) ? [tell(key, {})] : []
  })
  return words.length === 0 ? t("unmasked.word.some") : listed(words)
}

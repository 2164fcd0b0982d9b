import { isMessage, tell } from "../../messages/t.ts"

/** "Name" of "PERSON"; a kind without a word of its own is told as it is written. */
export function kindWord(type: string): string {
  const key = `saw.type.${type}`
  return isMessage(key) ? tell(key, {}) : type
}

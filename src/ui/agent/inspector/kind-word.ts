import { isMessage, tell } from "../../messages/t.ts"

/** Returns "Name" for "PERSON". A kind that has no word of its own is returned unchanged. */
export function kindWord(type: string): string {
  const key = `saw.type.${type}`
  return isMessage(key) ? tell(key, {}) : type
}

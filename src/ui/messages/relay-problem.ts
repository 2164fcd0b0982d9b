import { isMessage, tell, type MessageKey } from "./t.ts"

/**
 * Words why the relay or the background refused: by the code, or else in the relay's own sentence, which is English.
 * @param message the relay's own sentence
 */
export function relayProblem(code: string, message = ""): string {
  const key = `problem.${code}`
  return isMessage(key) ? tell(key, {}) : message || code
}

/**
 * Words a refusal as a page words it by its code, or else with `other`, the page's message for whatever else `why` says.
 */
export function refusalWords(
  { code, message }: { code: string; message?: string | undefined },
  keys: ReadonlyMap<string, MessageKey>,
  other: "lead.fault.other" | "pair.other" | "site.failed"
): string {
  const key = keys.get(code)
  return key ? tell(key, {}) : tell(other, { why: relayProblem(code, message) })
}

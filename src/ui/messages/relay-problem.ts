import { isMessage, tell } from "./t.ts"

/**
 * Words why the relay or the background refused: by the code, or else in the relay's own sentence, which is English.
 * @param message the relay's own sentence
 */
export function relayProblem(code: string, message = ""): string {
  const key = `problem.${code}`
  return isMessage(key) ? tell(key, {}) : message || code
}

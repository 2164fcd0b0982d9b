import type { CommandAnswer } from "../../../protocol/panel.ts"
import { isMessage, t, tell } from "../../messages/t.ts"
import { unmaskedWords } from "../../messages/unmasked-words.ts"
import { toBarMessage } from "../state/bar-message.ts"

/** Returns what was asked for. @throws Unanswered */
export function takeAnswer<T>(
  answer: CommandAnswer,
  take: (answer: Extract<CommandAnswer, { ok: true }>) => T | undefined
): T {
  const taken = answer.ok ? take(answer) : undefined
  if (taken === undefined) throw new CommandFailed(answer.ok ? { ok: false, code: "no-answer" } : answer)
  return taken
}

/** Returns why a card has nothing new to show: what happened, then what to do. */
export function failureText(error: Error): string {
  const answer = error instanceof CommandFailed ? error.answer : { code: "no-answer" }
  // In a card, "Regenerate" would be the wrong thing to do.
  const own = `fault.${answer.code}`
  const kinds = "data" in answer ? answer.data?.["kinds"] : undefined
  if (isMessage(own)) return tell(own, kinds === undefined ? {} : { what: unmaskedWords(String(kinds).split(" ")) })
  const { what, then } = toBarMessage(answer, { part: t("notice.something") })
  return `${what} ${then}`
}

/** The background refused, or had nothing. */
export class CommandFailed extends Error {
  override name = "Unanswered"
  readonly answer: Extract<CommandAnswer, { ok: false }>
  constructor(answer: Extract<CommandAnswer, { ok: false }>) {
    super(`the background says ${answer.code}`)
    this.answer = answer
  }
}

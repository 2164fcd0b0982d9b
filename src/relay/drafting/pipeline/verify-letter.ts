import { inSpan } from "../../../runtime/scope/span.ts"
import { LetterVerification } from "./letter-verification.ts"
import { markLetterLanguage } from "./ticket-language.ts"
import type { DisclosedLetter, DraftTask, VerifiedLetter, WrittenLetter } from "./write-draft.ts"

/** Begins the verification of a letter that a model writes from the public sources, or returns undefined. */
export function openVerification(
  { verifier, verifyMs, person, signal, held, readTicket: ticket, team, today, drafter, emit }: DraftTask,
  { sources, language }: Pick<WrittenLetter, "sources" | "language">
): LetterVerification | undefined {
  if (!verifier || drafter.name === "offline") return undefined
  const setting = { today, channel: ticket.channel, team }
  return new LetterVerification(
    { ticket, sources, language, setting },
    { verifier, verifyMs, person, signal, held },
    (claim) => emit({ type: "check", claim })
  )
}

/**
 * Verifies a whole letter, after the rules have checked its sentences: marks those in another language, says that the
 * letter is whole, and waits for the verifier's word on each sentence. A letter of the offline drafter, whose sentences
 * are copied from pages, isn't verified.
 * @throws the signal's reason once it is aborted
 */
export async function verifyLetter(
  { verification, ...letter }: DisclosedLetter,
  task: DraftTask
): Promise<VerifiedLetter> {
  const claims = await markLetterLanguage(letter)
  if (!verification || letter.refusal || letter.model === "offline" || letter.text === "") return { ...letter, claims }
  task.emit({ type: "draft-written", text: `${letter.text}${letter.below.text}` })
  const verified = await inSpan("verify", {}, () => verification.end(letter.text, claims))
  task.signal.throwIfAborted()
  return { ...letter, ...verified }
}

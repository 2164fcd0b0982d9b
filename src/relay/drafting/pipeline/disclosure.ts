import type { Disclosure } from "../../../models/drafter/contract.ts"
import { sentences } from "../../../text/sentences.ts"
import type { Answer, Claim } from "../../../ticket/draft.ts"
import { soundOf } from "../../../ticket/team-voice.ts"
import type { DisclosedLetter, DraftContext, DraftTask, WrittenLetter } from "./write-draft.ts"

/** Adds the team's line below a letter, and emits it as the last part of its text. */
export function addDisclosure(letter: WrittenLetter, context: DraftContext, task: DraftTask): DisclosedLetter {
  const sound = soundOf(context.voice, letter.language, task.request.ticket.channel)
  const line = sound?.disclosure ?? disclosureIn(task.team?.disclosure, letter.language)
  const below = disclosureAfter(letter.text, line)
  if (below.text !== "") task.emit({ type: "draft-delta", text: below.text })
  return { ...letter, disclosure: line, below }
}

/** Returns the team's line for a letter in this language, or else the English or the only one. */
function disclosureIn(disclosure: Disclosure | undefined, language: string | null): string | undefined {
  if (disclosure === undefined || typeof disclosure === "string") return disclosure?.trim()
  const line =
    (language === null ? undefined : disclosure[language]) ?? disclosure["en"] ?? Object.values(disclosure)[0]
  return line?.trim()
}

/**
 * Returns what follows the letter, and its claims. The line claims nothing of the ticket. A letter that has it already,
 * such as one that a model wrote from its former draft, stays as it is.
 */
function disclosureAfter(text: string, line: string | undefined): { text: string; claims: Claim[] } {
  if (line === undefined || text.trim() === "" || text.includes(line)) return { text: "", claims: [] }
  const addition = `${"\n\n".slice(/\n*$/.exec(text)?.[0].length ?? 0)}${line}`
  const claims = sentences(addition).map(
    ({ start, end }): Claim => ({ start: text.length + start, end: text.length + end, state: "courtesy", sources: [] })
  )
  return { text: addition, claims }
}

/** Puts the line below the closing of a letter that the agent begins by picking a sentence. */
export function frameWithDisclosure(answer: Answer, line: string): Answer {
  const { frame } = answer
  return frame ? { ...answer, frame: { ...frame, closing: `${frame.closing}\n\n${line}` } } : answer
}

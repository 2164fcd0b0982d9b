import type { findLetterFaults, LetterFault } from "../../../checks/letter-faults.ts"
import { ModelError, type Drafter, type DraftJob } from "../../../models/drafter/contract.ts"
import { faultSentence } from "../../../models/prompt/verify-prompt.ts"
import { runInWorkerIfLarge, type NamedJob } from "../../../runtime/worker-thread/run-in-worker.ts"
import { LETTER_FAULTS, type LetterFaultKind } from "../../../ticket/draft.ts"
import { soundOf } from "../../../ticket/team-voice.ts"
import { type MaskedTicket, ticketSize } from "../../../ticket/masked-ticket.ts"
import { LetterInProgress, type LetterChecks } from "./letter-in-progress.ts"
import type { WrittenLetter } from "./write-draft.ts"

/** What a letter was asked for and checked with. */
export interface RepairParts {
  job: DraftJob
  /** The part of the ticket's thread that the checks read. */
  readTicket: MaskedTicket
  drafter: Drafter
  checks: LetterChecks
  signal: AbortSignal
  began: number
}

/**
 * Asks the model once more if its letter has faults that no customer should get, and names them. The first letter
 * was already shown while it was written; the second one replaces it at the end of the draft, or is dropped if it fails
 * or is no better. What the offline drafter wrote is never repaired.
 */
export async function repairLetter(letter: WrittenLetter, parts: RepairParts): Promise<WrittenLetter> {
  if (letter.model === "offline" || letter.refusal || letter.text.trim() === "") return letter
  const faults = await faultsOf(letter.text, parts)
  if (faults.length === 0 || parts.signal.aborted) return letter
  const attempt = await secondLetter(letter, faults, parts)
  const tokens = sumOf(letter.tokens, attempt.tokens)
  const faultsLeft = attempt.letter ? await faultsOf(attempt.letter.text, parts) : faults
  if (!attempt.letter || weightOf(faultsLeft) >= weightOf(faults))
    return { ...letter, tokens, repair: { faults: kindsOf(faults), left: kindsOf(faults), isFirst: true } }
  return {
    ...attempt.letter,
    tokens,
    verification: letter.verification,
    repair: { faults: kindsOf(faults), left: kindsOf(faultsLeft), isFirst: false }
  }
}

/** One fault that could do harm weighs more than all that only look bad. */
const weightOf = (faults: LetterFault[]) =>
  faults.reduce((sum, { kind }) => sum + (HARMFUL.has(kind) ? LETTER_FAULTS.length : 1), 0)
const HARMFUL = new Set<LetterFaultKind>(["unsafe", "placeholder", "language", "json", "thoughts", "control"])

const kindsOf = (faults: LetterFault[]) => faults.map(({ kind }) => kind)

async function faultsOf(text: string, { job, readTicket: { messages }, checks }: RepairParts): Promise<LetterFault[]> {
  const { ticket, instruction = "", previous = "" } = job.request
  const { requester, agent, subject, fields = {}, tags } = ticket
  const authors = ticket.messages.map(({ author }) => author)
  const about = [requester, agent, subject, ...tags, ...Object.entries(fields).flat(), ...authors]
  const thread = [
    ...messages.map((message) => ({ role: message.role, text: message.text })),
    { role: "customer", text: about.join("\n") },
    { role: "agent", text: [instruction, previous].join("\n") }
  ]
  const pages = job.retrieval.sources.map(({ title, passage }) => `${title}\n${passage}`)
  const sources = [...pages, ...(job.team?.facts ?? [])]
  const { language } = checks
  // The agent's wish may ask for the familiar form.
  const isFormal = instruction === "" && soundOf(job.voice, language, ticket.channel)?.formality !== "informal"
  return runInWorkerIfLarge(ticketSize(ticket) + text.length, FAULTS, { text, language, isFormal, thread, sources })
}

/** What came of asking a second time. Its tokens were spent also if it is no letter. */
interface Attempt {
  /** Undefined if the model failed or refused, or if another model would have written it. */
  letter: WrittenLetter | undefined
  tokens: Tokens
}
type Tokens = WrittenLetter["tokens"]

/** Has the letter written a second time. Its text and checks aren't emitted. */
async function secondLetter(
  first: WrittenLetter,
  faults: LetterFault[],
  { job, drafter, checks, signal, began }: RepairParts
): Promise<Attempt> {
  const letter = new LetterInProgress({ ...checks, emit: () => undefined })
  const repair = { letter: first.text, faults: faults.map(faultSentence) }
  try {
    for await (const part of drafter.write({ ...job, repair }, signal)) {
      signal.throwIfAborted()
      if ("writer" in part && part.writer !== first.model) return { letter: undefined, tokens: letter.tokens }
      if ("upstream" in part) checks.emit({ type: "upstream", model: letter.writer ?? drafter.name, ...part.upstream })
      else if (!("language" in part) && !("waiting" in part)) letter.take(part, began)
    }
    const { writer: _writer, ...second } = await letter.finish(began)
    const isLetter = !second.refusal && second.text.trim() !== ""
    const { model, sources, instead, firstMs } = first
    return { letter: isLetter ? { ...second, model, sources, instead, firstMs } : undefined, tokens: second.tokens }
  } catch (error) {
    if (error instanceof ModelError && !signal.aborted) return { letter: undefined, tokens: letter.tokens }
    throw error
  }
}

function sumOf(one: Tokens, other: Tokens): Tokens {
  return one && other ? { in: one.in + other.in, out: one.out + other.out } : (one ?? other)
}

const FAULTS: NamedJob<typeof findLetterFaults> = {
  module: new URL("../../../checks/letter-faults.ts", import.meta.url).href,
  name: "findLetterFaults",
  canWait: true
}

import type { findLetterFaults, LetterFault } from "../../checks/letter-faults.ts"
import { ModelError, type Drafter, type DraftJob } from "../../models/drafter/contract.ts"
import { faultSentence } from "../../models/prompt/fault-sentences.ts"
import { runInWorkerIfLarge, type NamedJob } from "../../runtime/worker-thread/run-in-worker.ts"
import { LETTER_FAULTS, type LetterFaultKind, type Repair } from "../../ticket/draft.ts"
import { ticketSize } from "../../ticket/ticket-size.ts"
import { Letter, type LetterContext } from "./letter.ts"

export interface Repairing {
  job: DraftJob
  drafter: Drafter
  context: LetterContext
  signal: AbortSignal
  began: number
}

/**
 * Asks the model once more if its letter has faults that no customer should get, and tells it which. The first letter
 * was already shown while it was written; the second one replaces it at the end of the draft, or is dropped if it fails
 * or is no better. What the offline drafter wrote is never repaired.
 */
export async function repairLetter(letter: Letter, repairing: Repairing): Promise<{ letter: Letter; repair?: Repair }> {
  const { drafter, signal } = repairing
  if ((letter.writer ?? drafter.name) === "offline" || letter.refusal || letter.text.trim() === "") return { letter }
  const faults = await faultsOf(letter, repairing)
  if (faults.length === 0 || signal.aborted) return { letter }
  const again = await secondLetter(letter, faults, repairing)
  const left = again.isLetter ? await faultsOf(again.letter, repairing) : faults
  const isFirst = !again.isLetter || weightOf(left) >= weightOf(faults)
  const kept = isFirst ? letter : again.letter
  kept.tokens = sumOf(letter.tokens, again.letter.tokens)
  return { letter: kept, repair: { faults: kindsOf(faults), left: kindsOf(isFirst ? faults : left), isFirst } }
}

/** One fault that could do harm weighs more than all that only look bad. */
const weightOf = (faults: LetterFault[]) =>
  faults.reduce((sum, { kind }) => sum + (HARMFUL.has(kind) ? LETTER_FAULTS.length : 1), 0)
const HARMFUL = new Set<LetterFaultKind>(["unsafe", "placeholder", "language", "json", "thoughts", "control"])

const kindsOf = (faults: LetterFault[]) => faults.map(({ kind }) => kind)

async function faultsOf({ text }: Letter, { job, context }: Repairing): Promise<LetterFault[]> {
  const { ticket, instruction = "", previous = "" } = job.request
  const { requester, agent, subject, fields = {}, tags, messages } = ticket
  const about = [requester, agent, subject, ...tags, ...Object.entries(fields).flat(), ...messages.map((m) => m.author)]
  const thread = [
    ...messages.map(({ role, text: said }) => ({ role, text: said })),
    { role: "customer", text: about.join("\n") },
    { role: "agent", text: [instruction, previous].join("\n") }
  ]
  const sources = [...job.found.sources.map(({ title, passage }) => `${title}\n${passage}`), ...(job.team?.facts ?? [])]
  return runInWorkerIfLarge(ticketSize(ticket) + text.length, FAULTS, {
    text,
    language: context.language,
    thread,
    sources
  })
}

/**
 * Returns what the model wrote the second time. It is no letter if the model failed or refused, or if another model
 * would have written it; its tokens were spent all the same.
 */
async function secondLetter(
  first: Letter,
  faults: LetterFault[],
  { job, drafter, context, signal, began }: Repairing
): Promise<{ letter: Letter; isLetter: boolean }> {
  const { emit } = context
  const letter = new Letter({ ...context, emit: () => undefined })
  const repair = { letter: first.text, faults: faults.map(faultSentence) }
  try {
    for await (const written of drafter.write({ ...job, repair }, signal)) {
      if (signal.aborted) return { letter, isLetter: false }
      if ("writer" in written && written.writer !== first.writer) return { letter, isLetter: false }
      if ("upstream" in written) emit({ type: "upstream", model: letter.writer ?? drafter.name, ...written.upstream })
      else if (!("language" in written) && !("waiting" in written)) letter.take(written, began)
    }
    await letter.finish(began)
  } catch (error) {
    if (error instanceof ModelError && !signal.aborted) return { letter, isLetter: false }
    throw error
  }
  letter.first = first.first
  letter.instead = first.instead
  return { letter, isLetter: !letter.refusal && letter.text.trim() !== "" }
}

type Tokens = Letter["tokens"]

function sumOf(one: Tokens, other: Tokens): Tokens {
  return one && other ? { in: one.in + other.in, out: one.out + other.out } : (one ?? other)
}

const FAULTS: NamedJob<typeof findLetterFaults> = {
  module: new URL("../../checks/letter-faults.ts", import.meta.url).href,
  name: "findLetterFaults"
}

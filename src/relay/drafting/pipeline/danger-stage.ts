import { askVerifier } from "../../../models/ask-verifier.ts"
import { promptBlock } from "../../../models/prompt/prompt-blocks.ts"
import { sentences } from "../../../text/sentences.ts"
import { holdsLetter, type Danger } from "../../../ticket/danger.ts"
import { isConfirmed, type Refusal } from "../../../ticket/draft.ts"
import { ticketDanger, waitingTexts } from "./ticket-danger.ts"
import { createOfflineDrafter } from "../offline/offline-drafter.ts"
import type { DraftTask, RetrievedContext, GuidedContext } from "./write-draft.ts"

/**
 * Returns the danger of which the ticket tells, with what the agent decided about it. Signs that are too weak to hold a
 * letter do so if a model that verifies says that it is one.
 * @throws the signal's reason once it is aborted
 */
export async function findDanger(language: string | null, task: DraftTask): Promise<Danger | undefined> {
  const { ticket, danger: decision } = task.request
  const signs = ticketDanger(ticket, language)
  if (!signs) return undefined
  const { kind, because, level } = signs
  const decided = decision !== undefined && { decision }
  if (level === "sure" || decision !== undefined)
    return { level: level === "sure" ? "sure" : "perhaps", kind, because, ...decided }
  const model = await confirmingModel(language, task)
  if (model !== undefined) return { level: "sure", kind, because, model }
  return level === "perhaps" ? { level, kind, because } : undefined
}

/** Asks the verifier about the customer's words alone, and returns its name if it says that they tell of a danger. */
async function confirmingModel(
  language: string | null,
  { verifier, request: { ticket }, person, held, signal }: DraftTask
): Promise<string | undefined> {
  if (!verifier) return undefined
  const [subject, ...texts] = [ticket.subject, ...waitingTexts(ticket)]
  const said = texts.flatMap((text) => sentences(text, language).map((sentence) => sentence.text))
  const evidence = [{ id: "M1", head: "message of the customer", sentences: [subject ?? "", ...said] }]
  const { model, verdicts } = await askVerifier(
    verifier,
    { of: "letter", evidence, sentences: [{ n: 1, text: promptBlock("danger") }] },
    [],
    { signal, verifyMs: PATIENCE_MS, person, ...(held && { held }) }
  )
  const verdict = verdicts.find(({ n }) => n === 1)?.verdict
  return verdict !== undefined && isConfirmed({ kind: verdict }) ? model : undefined
}

/** The letter waits for this answer, so a slow model says nothing. */
const PATIENCE_MS = 3000

/** Leaves a ticket with a danger nothing to write from: no page, no macro, no other ticket. */
export function withoutPages<Context extends RetrievedContext>(context: Context, danger: Danger | undefined): Context {
  if (!holdsLetter(danger)) return context
  const { leading: _, chosen: __, notReused: ___, ...retrieval } = context.retrieval
  return { ...context, retrieval: { ...retrieval, sources: [] } }
}

/**
 * Leaves the step of the team's playbook that hands the ticket over. What another step says wasn't written for a danger.
 */
export function onlyHandOver(context: GuidedContext, danger: Danger | undefined): GuidedContext {
  const { step } = context
  if (!holdsLetter(danger) || step?.standing.escalate) return context
  return { ...withoutPages(context, danger), step: undefined }
}

/** Has the rules write from the playbook alone, without a model, macros, solved tickets and wishes. */
export function withoutModel(task: DraftTask, danger: Danger | undefined): DraftTask {
  if (!holdsLetter(danger)) return task
  const { instruction: _, attempt: __, ...request } = task.request
  return {
    ...task,
    request,
    drafter: createOfflineDrafter(),
    verifier: undefined,
    macros: undefined,
    solved: undefined,
    products: undefined
  }
}

/** Why there is no letter where a danger holds it. */
export const dangerRefusal = (documents: number): Refusal => ({
  reason: "danger",
  searched: [],
  documents,
  nearest: []
})

import { addSources, type RetrievedSources } from "../../../models/drafter/contract.ts"
import type { Answer, MissingFact, Refusal, Source } from "../../../ticket/draft.ts"
import type { CurrentStep } from "../../playbooks/find-step.ts"
import { addLeadingMacro } from "../offline/macros/leading-macro.ts"
import type { DraftTask, GuidedContext, RetrievedContext } from "./write-draft.ts"

/**
 * Adds what the team's playbook says at the step at which the ticket stands, as the source that leads. If it says
 * nothing, a macro may lead.
 */
export async function addPlaybookStep(context: RetrievedContext, task: DraftTask): Promise<GuidedContext> {
  const { retrieval, language } = context
  const { ticket, sources: choice } = task.request
  const step = retrieval.hasPlaybooks === false ? undefined : await task.step?.(ticket, task.person, language)
  if (saysSomething(step) && choice?.not.includes(sourceId(step)) !== true)
    return { ...context, step, retrieval: withStep(retrieval, step, language) }
  const { macros } = task
  if (!macros) return { ...context, step }
  return {
    ...context,
    step,
    retrieval: await addLeadingMacro(retrieval, task.request, language, () => macros(ticket, task.person))
  }
}

/** True if the draft is written from this step. */
export const saysSomething = (step: CurrentStep | undefined): step is CurrentStep =>
  step !== undefined && step.text !== ""

/** Adds the step as a source of its own number. */
function withStep(retrieval: RetrievedSources, step: CurrentStep, language: string | null): RetrievedSources {
  const { standing, text } = step
  const id = sourceId(step)
  const source: Omit<Source, "n"> = {
    id,
    title: standing.title,
    kind: "playbook",
    headings: [standing.step.title],
    passage: text,
    visibility: "public",
    score: 0,
    ...(language !== null && { locale: language })
  }
  const isLeading = !retrieval.chosen?.length
  return { ...addSources(retrieval, [source]), ...(isLeading && { leading: id }) }
}

const sourceId = ({ standing }: CurrentStep): string => `playbook:${standing.playbook}/${standing.step.name}`

/** Returns the answer with where the ticket stands. A model's draft from a step is as sure as the team's own words. */
export function withStanding(
  { answer, refusal }: { answer: Answer | undefined; refusal?: Refusal | undefined },
  { standing }: CurrentStep
): Answer {
  return { ...(answer ?? { tier: refusal ? "nothing" : "sure", suggestions: [] }), playbook: standing }
}

/** Returns the questions of a draft with those of the step, each once. */
export function withMissing(questions: readonly MissingFact[], { standing: { missing } }: CurrentStep): MissingFact[] {
  const more = missing
    .filter(({ label }) => !questions.some(({ blank }) => blank === label))
    .map(({ label, ask, find }): MissingFact => {
      const why = ask ?? find
      return { blank: label, ...(why !== undefined && { why }) }
    })
  return [...questions, ...more]
}

import { addSources } from "../../models/drafter/add-sources.ts"
import type { RetrievedSources } from "../../models/drafter/contract.ts"
import type { Answer, MissingFact, Refusal, Source } from "../../ticket/draft.ts"
import type { FoundStep } from "../playbooks/find-step.ts"

/** Adds what a step of a playbook says as a source of its own number, which leads. */
export function addPlaybookStep(
  found: RetrievedSources,
  { standing, text }: FoundStep,
  language: string | null
): RetrievedSources {
  const id = `playbook:${standing.playbook}/${standing.step.name}`
  const said: Omit<Source, "n"> = {
    ...{ id, title: standing.title, kind: "playbook", headings: [standing.step.title] },
    ...{ passage: text, visibility: "public", score: 0 },
    ...(language !== null && { locale: language })
  }
  return { ...addSources(found, [said]), leading: id }
}

/** Returns the answer with where the ticket stands. A model's draft from a step is as sure as the team's own words. */
export function withStanding(
  { answer, refusal }: { answer: Answer | undefined; refusal?: Refusal | undefined },
  { standing }: FoundStep
): Answer {
  return { ...(answer ?? { tier: refusal ? "nothing" : "sure", suggestions: [] }), playbook: standing }
}

/** Returns the questions of a draft with those of the step, each once. */
export function withMissing(questions: MissingFact[], { standing: { missing } }: FoundStep): MissingFact[] {
  const more = missing
    .filter(({ label }) => !questions.some(({ blank }) => blank === label))
    .map(({ label, ask, find }): MissingFact => {
      const why = ask ?? find
      return { blank: label, ...(why !== undefined && { why }) }
    })
  return [...questions, ...more]
}

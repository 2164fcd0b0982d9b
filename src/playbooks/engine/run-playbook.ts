import { isoDay } from "../../text/day-distance.ts"
import type { MissingAtStep, PlaybookReason, PlaybookStanding } from "../../ticket/playbook-standing.ts"
import type { Condition, Playbook, QuotedSentence, SaidPart, Step } from "../playbook.ts"
import type { KnownTicket } from "../ticket/known-ticket.ts"
import { decide, factReader, type Verdict } from "./conditions.ts"
import { fillText } from "./fill-text.ts"

/** Where a ticket stands, and what the step says. */
export interface Standing extends PlaybookStanding {
  /** What the customer is told in the customer's language: sentences with facts filled in, and quoted ones. */
  says: SaidPart[]
  /** The language of `says`, or null if the playbook has no words in the customer's. */
  language: string | null
}

/**
 * Follows a playbook from its first step as far as what is known of the ticket leads. It is pure: the same playbook and
 * ticket at the same time stand at the same step.
 */
export function runPlaybook(playbook: Playbook, known: KnownTicket): Standing {
  const factOf = factReader(playbook, known)
  const decided = (condition: Condition) => decide(condition, playbook, known, factOf)
  const steps = new Map(playbook.steps.map((step) => [step.name, step]))
  const passed: Standing["passed"] = []
  const stand = (
    state: Standing["state"],
    step: Step,
    because: PlaybookReason[],
    missing: string[],
    words = step
  ): Standing => {
    const names = [...new Set(missing)]
    return {
      ...{ playbook: playbook.name, title: playbook.title, state, passed, because },
      step: { name: step.name, title: step.title },
      ahead: state === "escalates" || state === "ends" || state === "falls-back" ? [] : wayToEnd(step, steps),
      missing: names.map((name) => missingFact(name, playbook, known.language)),
      ...wordsOf(words, state, names)
    }
  }
  const wordsOf = ({ say, do: line, escalate }: Step, state: Standing["state"], missing: string[]) => {
    const language = known.language
    const own = state === "asks" || state === "ends" ? [] : (language !== null && say[language]) || []
    const filled = own.map((part): string | QuotedSentence =>
      typeof part === "string"
        ? fillText(part, language ?? "en", isoDay(known.now), {
            factOf,
            labelOf: (name) => playbook.facts[name]?.label ?? name
          })
        : part
    )
    const asked = missing.flatMap((name) => (language !== null && playbook.facts[name]?.ask[language]) || [])
    const says = [...filled, ...asked]
    return {
      says,
      language: says.length > 0 ? language : null,
      ...(line !== undefined && state !== "ends" && state !== "asks" && { do: line }),
      ...(escalate && { escalate })
    }
  }

  let because: PlaybookReason[] = []
  for (let step = playbook.steps[0]; step; ) {
    const needed = step.needs.filter((name) => factOf(name) === undefined)
    if (needed.length > 0) return stand("asks", step, because, needed)
    if (step.escalate) return stand("escalates", step, because, [])
    const speaks = Object.keys(step.say).length > 0 || step.do !== undefined
    const done = speaks && step.until ? decided(step.until) : undefined
    if (done && done.holds === true && step.next.length === 0) return stand("ends", step, done.because, [])
    if (speaks && step.next.length === 0) return stand("acts", step, because, [])
    const isPassable = !speaks || done?.holds === true
    const { branch, verdict, missing } = branchOf(step, decided, isPassable)
    if (!branch) {
      if (speaks) return stand("acts", step, because, isPassable || !step.until ? missing : [])
      if (missing.length > 0) return stand("asks", step, because, missing)
      return fallBack(step, [...because, ...verdict.because])
    }
    because = [...(done?.holds === true ? done.because : []), ...verdict.because]
    passed.push({ name: step.name, title: step.title, because })
    const next = steps.get(branch.to)
    // A step that was passed once is never passed again without something new, so this way leads nowhere.
    if (!next || passed.some(({ name }) => name === next.name)) return fallBack(step, because)
    step = next
  }
  throw new Error(`The playbook ${playbook.name} has no steps.`)

  function fallBack(step: Step, why: PlaybookReason[]): Standing {
    const { name, title } = step
    return stand("falls-back", step, why, [], { name, title, needs: [], next: [], ...playbook.fallback })
  }
}

/**
 * Returns the first branch that applies. One that can't be decided yet comes before all behind it, so that no other way
 * is taken too early.
 * @param isPassable otherwise only branches with a condition count
 */
function branchOf(step: Step, decided: (condition: Condition) => Verdict, isPassable: boolean) {
  const seen: PlaybookReason[] = []
  for (const branch of step.next) {
    if (!branch.if) {
      if (isPassable) return { branch, verdict: { because: seen }, missing: [] }
      continue
    }
    const verdict = decided(branch.if)
    if (verdict.holds === true) return { branch, verdict, missing: [] }
    seen.push(...verdict.because)
    if (verdict.holds === "unknown") return { branch: undefined, verdict: { because: seen }, missing: verdict.missing }
  }
  return { branch: undefined, verdict: { because: seen }, missing: [] }
}

function missingFact(name: string, { facts }: Playbook, language: string | null): MissingAtStep {
  const { label = name, ask = {}, find } = facts[name] ?? {}
  const question = language === null ? undefined : ask[language]
  return { fact: name, label, ...(question !== undefined && { ask: question }), ...(find !== undefined && { find }) }
}

function wayToEnd(from: Step, steps: ReadonlyMap<string, Step>): Standing["ahead"] {
  const ways: Step[][] = [[from]]
  const seen = new Set([from.name])
  for (let way = ways.shift(); way; way = ways.shift()) {
    const last = way.at(-1)
    if (!last || last.next.length === 0) return way.slice(1).map(({ name, title }) => ({ name, title }))
    for (const { to } of last.next) {
      const next = steps.get(to)
      if (!next || seen.has(to)) continue
      seen.add(to)
      ways.push([...way, next])
    }
  }
  return []
}

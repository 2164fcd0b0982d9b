import { isoDay } from "../../text/day-distance.ts"
import type { MissingAtStep, PlaybookReason, PlaybookStanding } from "../../ticket/playbook-standing.ts"
import type { Condition, Playbook, QuotedSentence, SaidPart, Step, KnownFact, KnownTicket } from "../playbook.ts"
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
  return new Walk(playbook, known).follow()
}

class Walk {
  readonly #playbook: Playbook
  readonly #known: KnownTicket
  readonly #factOf: (name: string) => KnownFact | undefined
  readonly #steps: ReadonlyMap<string, Step>
  readonly #passed: Standing["passed"] = []

  constructor(playbook: Playbook, known: KnownTicket) {
    this.#playbook = playbook
    this.#known = known
    this.#factOf = factReader(playbook, known)
    this.#steps = new Map(playbook.steps.map((step) => [step.name, step]))
  }

  follow(): Standing {
    let because: PlaybookReason[] = []
    for (let step = this.#playbook.steps[0]; step; ) {
      const end = this.#endOf(step)
      const stop = this.#stopBefore(step, because, end)
      if (stop) return stop
      const isPassable = !speaks(step) || end?.holds === true
      const { branch, verdict, missing } = branchOf(step, (one) => this.#decide(one), isPassable)
      if (!branch) {
        if (speaks(step)) return this.#stand("acts", step, because, isPassable || !step.until ? missing : [])
        if (missing.length > 0) return this.#stand("asks", step, because, missing)
        return this.#fallBack(step, [...because, ...verdict.because])
      }
      because = [...(end?.holds === true ? end.because : []), ...verdict.because]
      this.#passed.push({ name: step.name, title: step.title, because })
      const next = this.#steps.get(branch.to)
      // A step that was passed once is never passed again without something new, so this way leads nowhere.
      if (!next || this.#passed.some(({ name }) => name === next.name)) return this.#fallBack(step, because)
      step = next
    }
    throw new Error(`The playbook ${this.#playbook.name} has no steps.`)
  }

  #decide(condition: Condition): Verdict {
    return decide(condition, this.#playbook, this.#known, this.#factOf)
  }

  /** Decides `until`, which is read only once nothing that the step needs is missing. */
  #endOf(step: Step): Verdict | undefined {
    const isReady = this.#missingFor(step).length === 0 && !step.escalate
    return isReady && speaks(step) && step.until ? this.#decide(step.until) : undefined
  }

  #missingFor({ needs }: Step): string[] {
    return needs.filter((name) => this.#factOf(name) === undefined)
  }

  /** Returns where the ticket stands if the step is as far as it gets, whatever its branches say. */
  #stopBefore(step: Step, because: PlaybookReason[], end: Verdict | undefined): Standing | undefined {
    const missing = this.#missingFor(step)
    if (missing.length > 0) return this.#stand("asks", step, because, missing)
    if (step.escalate) return this.#stand("escalates", step, because, [])
    if (!speaks(step) || step.next.length > 0) return undefined
    return end?.holds === true ? this.#stand("ends", step, end.because, []) : this.#stand("acts", step, because, [])
  }

  #fallBack({ name, title }: Step, because: PlaybookReason[]): Standing {
    return this.#stand("falls-back", { name, title, needs: [], next: [], ...this.#playbook.fallback }, because, [])
  }

  #stand(state: Standing["state"], step: Step, because: PlaybookReason[], missing: string[]): Standing {
    const names = [...new Set(missing)]
    const isLast = state === "escalates" || state === "ends" || state === "falls-back"
    return {
      playbook: this.#playbook.name,
      title: this.#playbook.title,
      state,
      passed: this.#passed,
      because,
      step: { name: step.name, title: step.title },
      ahead: isLast ? [] : wayToEnd(step, this.#steps),
      missing: names.map((name) => missingFact(name, this.#playbook, this.#known.language)),
      ...this.#wordsOf(step, state, names)
    }
  }

  #wordsOf({ say, do: line, escalate }: Step, state: Standing["state"], missing: string[]) {
    const { facts } = this.#playbook
    const { language, now } = this.#known
    const own = state === "asks" || state === "ends" ? [] : (language !== null && say[language]) || []
    const places = { factOf: this.#factOf, labelOf: (name: string) => facts[name]?.label ?? name }
    const sentences = own.map((part): string | QuotedSentence =>
      typeof part === "string" ? fillText(part, language ?? "en", isoDay(now), places) : part
    )
    const questions = missing.flatMap((name) => (language !== null && facts[name]?.ask[language]) || [])
    const says = [...sentences, ...questions]
    return {
      says,
      language: says.length > 0 ? language : null,
      ...(line !== undefined && state !== "ends" && state !== "asks" && { do: line }),
      ...(escalate && { escalate })
    }
  }
}

const speaks = ({ say, do: line }: Step) => Object.keys(say).length > 0 || line !== undefined

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

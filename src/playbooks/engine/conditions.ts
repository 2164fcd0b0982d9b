import { isoDay } from "../../text/day-distance.ts"
import type { PlaybookComparison, PlaybookReason } from "../../ticket/playbook-standing.ts"
import type { Condition, FactDefinition, Playbook, Test, KnownFact, KnownTicket } from "../playbook.ts"
import { isSame, readFact } from "../ticket/read-facts.ts"
import { dayAfter, hoursOf } from "../periods.ts"

/**
 * "unknown" is undecided: it depends on facts that somebody can be asked for, or denies something that nothing tells.
 * "not-given" depends on a fact that nobody can be asked for, and doesn't hold.
 */
export interface Verdict {
  holds: boolean | "unknown" | "not-given"
  because: PlaybookReason[]
  /** The names of the facts that it depends on. */
  missing: string[]
}

/** Reads the facts of one playbook from one ticket, each only once. */
export function factReader(playbook: Playbook, known: KnownTicket): (name: string) => KnownFact | undefined {
  const read = new Map<string, KnownFact | undefined>()
  return (name) => {
    const fact = playbook.facts[name]
    if (fact && !read.has(name)) read.set(name, readFact(name, fact, known))
    return read.get(name)
  }
}

/**
 * Decides a condition. A fact that nobody can be asked for counts as not given, so that no comparison with it holds,
 * and the opposite isn't known either; one with a question or a way to find it leaves the condition undecided, unless
 * the rest decides it.
 */
export function decide(
  condition: Condition,
  playbook: Playbook,
  known: KnownTicket,
  factOf: (name: string) => KnownFact | undefined
): Verdict {
  switch (condition.kind) {
    case "not": {
      const { holds, ...rest } = decide(condition.of, playbook, known, factOf)
      return { ...rest, holds: typeof holds === "boolean" ? !holds : "unknown" }
    }
    case "all":
    case "any":
      return combine(
        condition.kind,
        condition.of.map((one) => decide(one, playbook, known, factOf))
      )
    case "tag":
      return decideOneOf("tag", condition.is, known.ticket.tags)
    case "intent":
      return decideOneOf("intent", condition.is, known.intent === undefined ? [] : [known.intent])
    case "fact":
      return decideFact(condition, playbook.facts[condition.fact], factOf(condition.fact), isoDay(known.now))
  }
}

function combine(kind: "all" | "any", verdicts: readonly Verdict[]): Verdict {
  const decisive = kind === "any"
  const deciding = verdicts.find(({ holds }) => holds === decisive)
  if (deciding) return { ...deciding, missing: [] }
  const notGiven = verdicts.find(({ holds }) => holds === "not-given")
  if (notGiven && !decisive) return { ...notGiven, missing: [] }
  const open = verdicts.filter(({ holds }) => holds === "unknown")
  return {
    holds: open.length > 0 ? "unknown" : notGiven ? "not-given" : !decisive,
    because: verdicts.flatMap(({ because }) => because),
    missing: open.flatMap(({ missing }) => missing)
  }
}

function decideOneOf(by: "tag" | "intent", values: readonly string[], own: readonly string[]): Verdict {
  const value = own.find((one) => values.some((other) => isSame(one, other)))
  const holds = value !== undefined
  const reason = { by, what: values.join(", "), test: "is there", holds, comparison: is(values) }
  return { holds, because: [{ ...reason, ...(holds && { value }) }], missing: [] }
}

function decideFact(
  { fact: name, test }: Extract<Condition, { kind: "fact" }>,
  definition: FactDefinition | undefined,
  fact: KnownFact | undefined,
  today: string
): Verdict {
  const { label = name, ask = {}, find } = definition ?? {}
  const reason = { by: "fact" as const, what: label, ...comparedWith(test) }
  if (test.by === "known") {
    const holds = (fact !== undefined) === test.value
    return { holds, because: [{ ...reason, ...valueOf(fact), holds }], missing: [] }
  }
  if (!fact) {
    const isAsked = Object.keys(ask).length > 0 || find !== undefined
    return {
      holds: isAsked ? "unknown" : definition && isToldByAbsence(definition) ? false : "not-given",
      because: [{ ...reason, holds: false }],
      missing: isAsked ? [name] : []
    }
  }
  const { holds, reckoning } = compare(fact, test, today)
  return { holds, because: [{ ...reason, ...valueOf(fact), holds, ...(reckoning && { reckoning }) }], missing: [] }
}

/** Returns whether a ticket without the fact is known not to have it: all its tags and files are seen. */
const isToldByAbsence = ({ tags, attachment, field, lookup, pattern, words, near }: FactDefinition) =>
  (Object.keys(tags).length > 0 || attachment) &&
  field.length + near.length + Object.keys(words).length === 0 &&
  lookup === undefined &&
  pattern === undefined

/** Says a comparison in values for the panel, and in English for extensions of before. */
function comparedWith(test: Test): Pick<PlaybookReason, "test" | "comparison"> {
  return { test: testText(test), comparison: comparisonOf(test) }
}

function comparisonOf(test: Test): PlaybookComparison {
  switch (test.by) {
    case "is":
      return is(test.values)
    case "within":
    case "longer-than":
      return { by: test.by, amount: test.period.amount, unit: test.period.unit }
    default:
      return test
  }
}

const is = (values: readonly string[]): PlaybookComparison => ({ by: "is", values: [...values] })

const valueOf = (fact: KnownFact | undefined) => (fact ? { value: fact.text, origin: fact.origin } : {})

function compare(
  { value, figure, day, period }: KnownFact,
  test: Exclude<Test, { by: "known" }>,
  today: string
): { holds: boolean; reckoning?: PlaybookReason["reckoning"] } {
  switch (test.by) {
    case "is":
      return { holds: test.values.some((one) => isSame(one, value)) }
    case "within":
    case "longer-than": {
      if (day === undefined) {
        const isShort = period !== undefined && hoursOf(period) <= hoursOf(test.period)
        return { holds: period !== undefined && isShort === (test.by === "within") }
      }
      const to = dayAfter(day, test.period)
      return {
        holds: today <= to === (test.by === "within"),
        reckoning: { from: day, period: test.period.text, to, today }
      }
    }
    case "before":
      return { holds: day !== undefined && day < test.day }
    case "after":
      return { holds: day !== undefined && day > test.day }
    case "at-least":
      return { holds: figure !== undefined && figure >= test.figure }
    case "at-most":
      return { holds: figure !== undefined && figure <= test.figure }
    case "over":
      return { holds: figure !== undefined && figure > test.figure }
    case "under":
      return { holds: figure !== undefined && figure < test.figure }
  }
}

/** Says a condition in short, as it stands in the file. */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.map(conditionText).join(condition.kind === "all" ? " and " : " or ")
    case "not":
      return `not (${conditionText(condition.of)})`
    case "tag":
    case "intent":
      return `${condition.kind} ${condition.is.join(" or ")}`
    case "fact":
      return `${condition.fact} ${testText(condition.test)}`
  }
}

/** Says a comparison in short: "within 30 days". */
function testText(test: Test): string {
  switch (test.by) {
    case "is":
      return `is ${test.values.join(" or ")}`
    case "known":
      return test.value ? "is known" : "isn't known"
    case "within":
    case "longer-than":
      return `${test.by.replace("-", " ")} ${test.period.text}`
    case "before":
    case "after":
      return `${test.by} ${test.day}`
    default:
      return `${test.by.replace("-", " ")} ${test.figure}`
  }
}

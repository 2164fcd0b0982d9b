import { MOST_COMPARED } from "../../ticket/playbook-standing.ts"
import { readPeriod } from "../periods.ts"
import type { Condition, FactDefinition, Test } from "../playbook.ts"
import { isSame } from "../ticket/read-facts.ts"
import { nearest, oneOf } from "./read-yaml.ts"

/** What a part of the file says wrongly, and where it stands. */
export interface Fault {
  path: PropertyKey[]
  sentence: string
}

/**
 * Reads a condition: a map whose entries must all hold. Its keys are names of facts, `tag`, `intent`, `all`, `any` and
 * `not`. What can't be read is added to `faults`, and holds never.
 * @param facts the facts of the playbook by name
 */
export function readCondition(
  written: unknown,
  path: PropertyKey[],
  facts: ReadonlyMap<string, FactDefinition>,
  faults: Fault[]
): Condition {
  const parts = entriesOf(written)
  if (!parts || parts.length === 0) {
    faults.push({ path, sentence: "A condition is a map, such as {delivered: {within: 30 days}} or {tag: damaged}." })
    return NEVER
  }
  const all = parts.map(([key, value]): Condition => {
    const at = [...path, key]
    if (key === "all" || key === "any") {
      if (Array.isArray(value) && value.length > 0)
        return { kind: key, of: value.map((one, n) => readCondition(one, [...at, n], facts, faults)) }
      faults.push({ path: at, sentence: `"${key}" holds a list of conditions.` })
      return NEVER
    }
    if (key === "not") return { kind: "not", of: readCondition(value, at, facts, faults) }
    if (key === "tag" || key === "intent") {
      const is = valuesOf(value)
      if (!is) faults.push({ path: at, sentence: `"${key}" holds a name or a list of names.` })
      return { kind: key, is: is ?? [] }
    }
    const fact = facts.get(key)
    if (fact) return { kind: "fact", fact: key, test: readTest(value, key, fact, at, faults) }
    faults.push({
      path: at,
      sentence: `No fact "${key}" stands under "facts", so nothing gives it${nearest(key, [...facts.keys()])}.`
    })
    return NEVER
  })
  return all.length === 1 && all[0] ? all[0] : { kind: "all", of: all }
}

const NEVER: Condition = { kind: "any", of: [] }

function readTest(
  written: unknown,
  fact: string,
  definition: FactDefinition,
  path: PropertyKey[],
  faults: Fault[]
): Test {
  const values = valuesOf(written)
  if (values) {
    checkValues(values, fact, definition, path, faults)
    return { by: "is", values }
  }
  const entries = entriesOf(written)
  const [key, value] = entries?.[0] ?? []
  const isOne = key !== undefined && entries?.length === 1
  const test = isOne
    ? readComparison(key, value, fact, definition.type)
    : `The condition on "${fact}" is a value, a list of values, or one comparison such as {over: 100}.`
  if (typeof test !== "string") return test
  faults.push({ path: isOne ? [...path, key] : path, sentence: test })
  return { by: "is", values: [] }
}

/** Reports values that a fact never has. */
function checkValues(
  values: readonly string[],
  fact: string,
  definition: FactDefinition,
  path: PropertyKey[],
  faults: Fault[]
): void {
  const possible = onlyValuesOf(definition)
  if (!possible) return
  for (const value of values.filter((one) => !possible.some((other) => isSame(one, other))))
    faults.push({
      path,
      sentence: `"${fact}" is never "${value}"${nearest(value, possible)}: its values are ${oneOf(possible)}.`
    })
}

/** @returns the comparison, or the sentence that says what is wrong with it */
function readComparison(key: string, value: unknown, fact: string, type: FactDefinition["type"]): Test | string {
  const needs = (types: string) => `"${key}" needs a fact of the type ${types}, and "${fact}" is of the type ${type}.`
  switch (key) {
    case "known":
      return typeof value === "boolean" ? { by: key, value } : `"known" is true or false.`
    case "within":
    case "longer-than": {
      const period = readPeriod(value)
      if (!period) return `"${key}" holds a period, such as 30 days, 15 working days or 2 years.`
      return type === "date" || type === "period" ? { by: key, period } : needs("date or period")
    }
    case "at-least":
    case "at-most":
    case "over":
    case "under":
      if (!isFigure(value)) return `"${key}" holds a figure without a unit, such as 100.`
      return type === "number" || type === "money" ? { by: key, figure: value } : needs("number or money")
    case "before":
    case "after":
      if (!isDay(value)) return `"${key}" holds a day as YYYY-MM-DD.`
      return type === "date" ? { by: key, day: value } : needs("date")
    default:
      return `There is no comparison "${key}"${nearest(key, COMPARISONS)}. There are ${oneOf(COMPARISONS)}.`
  }
}

const isFigure = (value: unknown): value is number => typeof value === "number" && Math.abs(value) <= MOST_COMPARED
const isDay = (value: unknown): value is string =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))

/** Returns the values that a fact can have, or undefined if a field, a lookup, a pattern or the agent gives it any. */
function onlyValuesOf(fact: FactDefinition): string[] | undefined {
  const { type, field, lookup, pattern, find, words, tags, attachment } = fact
  const isOpen = field.length > 0 || lookup !== undefined || pattern !== undefined || find !== undefined
  if (type !== "text" || isOpen) return undefined
  const values = [...new Set([...Object.keys(words), ...Object.values(tags), ...(attachment ? ["yes"] : [])])]
  return values.length > 0 ? values : undefined
}

const COMPARISONS = [
  "known",
  "within",
  "longer-than",
  "at-least",
  "at-most",
  "over",
  "under",
  "before",
  "after"
] as const

/** The names that a fact can't have, because conditions use them. */
export const RESERVED: ReadonlySet<string> = new Set(["tag", "intent", "all", "any", "not", "today"])

function valuesOf(written: unknown): string[] | undefined {
  const list: unknown[] = Array.isArray(written) ? written : [written]
  const values = list.filter((one) => typeof one === "string" || typeof one === "number" || typeof one === "boolean")
  return list.length > 0 && values.length === list.length ? values.map(String) : undefined
}

function entriesOf(written: unknown): [string, unknown][] | undefined {
  return typeof written === "object" && written !== null && !Array.isArray(written)
    ? Object.entries(written)
    : undefined
}

import { readOrderPattern } from "../../text/order-pattern.ts"
import type { Branch, FactDefinition, Playbook, SaidPart, Step } from "../playbook.ts"
import { placesIn, unreadPlacesIn } from "../engine/fill-text.ts"
import { isSame } from "../ticket/read-facts.ts"
import { readCondition, RESERVED, type Fault } from "./condition.ts"
import type { PlaybookFile } from "./shape.ts"
import { nearest } from "./read-yaml.ts"

/** Makes the playbook of a file with the right shape, and lists what doesn't fit together in it. */
export function assemble(file: PlaybookFile): { playbook: Playbook; faults: Fault[] } {
  const faults: Fault[] = []
  const facts = Object.fromEntries(
    Object.entries(file.facts ?? {}).map(([name, fact]) => [name, factOf(name, fact, faults)])
  )
  checkLabels(facts, faults)
  const known = new Map(Object.entries(facts))
  const { when } = file
  const playbook: Playbook = {
    name: file.playbook,
    title: file.title,
    when: {
      tags: when.tags ?? [],
      words: when.words ?? [],
      fields: when.fields ?? {},
      intent: when.intent ?? [],
      unless: { tags: when.unless?.tags ?? [], words: when.unless?.words ?? [] }
    },
    facts,
    steps: file.steps.map((step, at) => stepOf(step, ["steps", at], known, faults)),
    fallback: {
      say: file.fallback.say ?? {},
      ...(file.fallback.do !== undefined && { do: file.fallback.do }),
      ...(file.fallback.escalate && { escalate: file.fallback.escalate })
    }
  }
  const { tags, words, fields, intent } = playbook.when
  if (tags.length + words.length + Object.keys(fields).length + intent.length === 0)
    faults.push({
      path: ["when"],
      sentence: "when names nothing by which a ticket is known: give tags, words, fields or intent."
    })
  checkPhrases(when.words, ["when", "words"], faults)
  checkPhrases(when.unless?.words, ["when", "unless", "words"], faults)
  if (Object.values(file.fallback).every((one) => one === undefined))
    faults.push({ path: ["fallback"], sentence: "The fallback is empty: give say, do or escalate." })
  checkPlaces(file.fallback.say, ["fallback", "say"], known, faults)
  return { playbook, faults }
}

/** A star alone is in every ticket, and an empty phrase in none. */
function checkPhrases(phrases: readonly string[] = [], path: PropertyKey[], faults: Fault[]): void {
  for (const [at, phrase] of phrases.entries())
    if (phrase.replace(/[*\s]/g, "") === "")
      faults.push({
        path: [...path, at],
        sentence: `"${phrase}" matches ${phrase.includes("*") ? "every" : "no"} word: say which one is meant.`
      })
}

type WrittenFact = NonNullable<PlaybookFile["facts"]>[string]

function factOf(name: string, fact: WrittenFact, faults: Fault[]): FactDefinition {
  const { label, type = "text", lookup, find } = fact
  const pattern = fact.pattern === undefined ? undefined : readOrderPattern(fact.pattern)
  const report = (sentence: string, ...more: string[]) => faults.push({ path: ["facts", name, ...more], sentence })
  checkName(name, report)
  if (pattern?.ok === false)
    report(`The pattern of "${name}" can't be used: ${PATTERN_FAULTS[pattern.why]}.`, "pattern")
  checkType(name, fact, report)
  checkQuestions(fact, report)
  if (!isGiven(fact))
    report(`Nothing gives "${name}": say by field, tags, lookup, pattern, words, near or attachment where it is read.`)
  return {
    label,
    type,
    field: fact.field ?? [],
    tags: fact.tags ?? {},
    words: fact.words ?? {},
    near: fact.near ?? [],
    future: fact.future ?? false,
    attachment: fact.attachment ?? false,
    in: fact.in ?? "customer",
    ask: fact.ask ?? {},
    ...(lookup !== undefined && { lookup }),
    ...(find !== undefined && { find }),
    ...(pattern?.ok && { pattern: pattern.pattern })
  }
}

/** @param more the keys below the fact at which the fault stands */
type Report = (sentence: string, ...more: string[]) => void

function checkName(name: string, report: Report): void {
  if (RESERVED.has(name)) report(`A fact can't be called "${name}", because conditions use this word.`)
  else if (!/^[a-z][\w-]{0,59}$/i.test(name))
    report(`The name of a fact has letters, digits and dashes, 60 at most: "${name.slice(0, 60)}" is none.`)
}

/** Checks that a fact is read in a way that its type allows. */
function checkType(name: string, { type = "text", pattern, words, near, future }: WrittenFact, report: Report): void {
  if (type !== "text" && (pattern !== undefined || words))
    report(
      `"${name}" is of the type ${type}, which is read from messages by near; pattern and words are for the type text.`
    )
  if (type === "text" && near) report(`near is for figures, days and periods: give "${name}" a type.`, "near")
  if (type !== "date" && future) report(`future is for days: give "${name}" the type date.`, "future")
}

function checkQuestions({ ask = {} }: WrittenFact, report: Report): void {
  for (const [language, question] of Object.entries(ask))
    if (/[{}]/.test(question))
      report("A question is asked as it stands, so no fact can be put in: write it without braces.", "ask", language)
}

/** Returns whether a fact can be read from a ticket at all. */
function isGiven({ type = "text", field, tags, lookup, pattern, words, attachment, near }: WrittenFact): boolean {
  const place = field ?? tags ?? lookup ?? pattern ?? words ?? attachment ?? (type !== "text" && near)
  return place !== undefined && place !== false
}

/** The agent types a fact in as a field that has its label. */
function checkLabels(facts: Readonly<Record<string, FactDefinition>>, faults: Fault[]): void {
  const all = Object.entries(facts)
  for (const [at, [name, { label }]] of all.entries()) {
    const [same] = all.slice(0, at).find(([, other]) => isSame(other.label, label)) ?? []
    if (same !== undefined)
      faults.push({
        path: ["facts", name, "label"],
        sentence: `"${same}" has the label "${label}" too: what the agent types in would be both, so give each its own.`
      })
  }
}

const PATTERN_FAULTS = {
  broken: "it is no regular expression",
  long: "it is longer than 200 characters",
  empty: "it matches an empty text",
  nested: "it repeats a group that holds a repetition or a choice, which can be slow",
  reference: "it refers back to a group",
  many: "it can match in too many ways",
  "no-digit": "it must require a digit; for words use words"
} as const

function stepOf(
  step: PlaybookFile["steps"][number],
  path: PropertyKey[],
  facts: ReadonlyMap<string, FactDefinition>,
  faults: Fault[]
): Step {
  for (const [at, name] of (step.needs ?? []).entries())
    if (!facts.has(name))
      faults.push({
        path: [...path, "needs", at],
        sentence: `No fact "${name}" stands under "facts", so nothing gives it${nearest(name, [...facts.keys()])}.`
      })
  checkPlaces(step.say, [...path, "say"], facts, faults)
  return {
    name: step.step,
    title: step.title,
    needs: step.needs ?? [],
    say: step.say ?? {},
    next: branchesOf(step.next, [...path, "next"], facts, faults),
    ...(step.do !== undefined && { do: step.do }),
    ...(step.until !== undefined && { until: readCondition(step.until, [...path, "until"], facts, faults) }),
    ...(step.escalate !== undefined && { escalate: step.escalate })
  }
}

function branchesOf(
  next: PlaybookFile["steps"][number]["next"],
  path: PropertyKey[],
  facts: ReadonlyMap<string, FactDefinition>,
  faults: Fault[]
): Branch[] {
  if (next === undefined) return []
  if (typeof next === "string") return [{ to: next }]
  return next.map((branch, at): Branch => {
    if ("if" in branch) return { if: readCondition(branch.if, [...path, at, "if"], facts, faults), to: branch.to }
    if (at < next.length - 1)
      faults.push({
        path: [...path, at],
        sentence: "This branch always applies, so no branch behind it is ever taken."
      })
    return { to: "else" in branch ? branch.else : branch.to }
  })
}

const PLACES = "a fact, such as {order}, or a day and a period, such as {sent + 30 days}"

/** What stands in braces in a text must be a fact, or a day and a period. */
function checkPlaces(
  say: Readonly<Record<string, readonly SaidPart[]>> | undefined,
  path: PropertyKey[],
  facts: ReadonlyMap<string, FactDefinition>,
  faults: Fault[]
): void {
  for (const [language, parts] of Object.entries(say ?? {})) {
    const own = parts.filter((one) => typeof one === "string")
    for (const written of own.flatMap(unreadPlacesIn))
      faults.push({
        path: [...path, language],
        sentence: `${written.trim()} can't be filled in: braces hold ${PLACES}.`
      })
    for (const { fact, period, whole } of own.flatMap(placesIn)) {
      const type = fact === "today" ? "date" : facts.get(fact)?.type
      const at = [...path, language]
      if (type === undefined)
        faults.push({
          path: at,
          sentence: `${whole} names no fact under "facts"${nearest(fact, [...facts.keys(), "today"])}.`
        })
      else if (period === null)
        faults.push({ path: at, sentence: `${whole} adds something that is no period, such as 30 days.` })
      else if (period && type !== "date")
        faults.push({ path: at, sentence: `${whole} adds a period, and "${fact}" is of the type ${type}, not date.` })
    }
  }
}

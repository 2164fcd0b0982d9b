import { buyingQuestion } from "../../../../intent/buying.ts"
import { facts, type Fact } from "../../../../text/facts.ts"
import { boundsIn, unitOf, type Bound } from "../../../../text/bounds.ts"
import { namesRelativeDay, saysFree, conditionOf } from "../../../../text/case-signs.ts"
import { sentences } from "../../../../text/sentences.ts"
import { caseFact, isCaseAnswer } from "../../../../ticket/left-out-case.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { writtenByCustomer } from "../../../../search/query/query.ts"
import type { Voice } from "../../voices/voice.ts"
import { mainPage } from "../choosing/choose-sentences.ts"
import { isAsking, type CustomerQuestion } from "../reading/customer-question.ts"
import type { Quotable } from "../reading/quotable.ts"
import { groupPairs, toldGroups } from "./decide-by-group.ts"
import { toldNames, holdsName, isByKind, namesOf } from "./decide-by-name.ts"
import { limitedCases } from "./open-cases.ts"

/** Sentences for several cases, of which the draft asks the customer which one it is. */
export interface CaseToAsk {
  ways: Quotable[]
  /** What the page calls each case. */
  names: string[]
  question: string
}

/** What decides whether to ask. */
export interface AskingJob {
  ticket: MaskedTicket
  question: CustomerQuestion
  language: string
  voice: Voice
}

/**
 * Returns the cases between which nothing in the ticket decides, so that the customer is asked. A needless question is
 * worse than two cases in a letter: it is only asked where the page that carries the letter rules differently for each
 * case, where the ticket has no sign of the answer, and where customers tell of a case of their own.
 */
export function casesToAsk(said: Quotable[], job: AskingJob): CaseToAsk[] {
  if (!tellsOfOwnCase(job)) return []
  const main = mainPage(said)
  const own = said.filter(({ source }) => source === main)
  const asked: CaseToAsk[] = []
  for (const { ways, names } of [...byLimit(own, job), ...byGroup(own, job), ...byName(own, job)]) {
    if (
      asked.length === MAX_ASKED ||
      new Set(names).size < names.length ||
      names.includes("") ||
      caseFact(names).length > MAX_NAME_CHARACTERS
    )
      continue
    if (ways.length > MAX_WAYS || asked.some((other) => other.ways.some((way) => ways.includes(way)))) continue
    asked.push({ ways, names, question: job.voice.whichCase(names) })
  }
  return asked
}

const MAX_ASKED = 2
const MAX_WAYS = 3
/** The name of a field may have 300 characters. */
const MAX_NAME_CHARACTERS = 200

type Ways = Pick<CaseToAsk, "ways" | "names">

/** Somebody who only asks, or wants to buy, wants to know all cases. */
function tellsOfOwnCase({ question: { text }, language, voice }: AskingJob): boolean {
  const buying = buyingQuestion(text, language)
  if (buying !== undefined && buying !== "stock") return false
  return sentences(text, language).some(
    (one) =>
      !isAsking(one.text, voice) &&
      !voice.thanks.test(one.text) &&
      (one.text.match(/\p{L}+/gu)?.length ?? 0) >= (language === "ja" ? 1 : 3)
  )
}

/** Limits that go on from each other ("up to €50", "from €50"), each as the condition of its sentence. */
function byLimit(own: Quotable[], { ticket, language }: AskingJob): Ways[] {
  return limitedCases(own, language).flatMap((ways): Ways[] => {
    const limits = ways.map((way) => conditionalBound(way, language))
    if (!areAll(limits) || !goOn(limits) || limits.some(({ unit }) => isGiven(unit, ticket, language))) return []
    return [{ ways, names: ways.map((way, at) => nameOfCase(way.text, limits[at] as Bound, language)) }]
  })
}

/** Returns the limit that is a sentence's condition: it begins the sentence, or counts back from an event. */
function conditionalBound({ text }: Quotable, language: string): Bound | undefined {
  const condition = conditionOf(text, language)
  return boundsIn(text, language).find(({ start, side }) => {
    const before = text.slice(0, start).trim()
    const words = language === "ja" ? before.length / 6 : before.split(/\s+/).filter(Boolean).length
    return side === "before" || start < condition.length || words <= 2
  })
}

const areAll = (limits: (Bound | undefined)[]): limits is Bound[] => limits.every((limit) => limit !== undefined)

/** Tells whether ranges leave nothing out between them. If they do, the case between them isn't in the draft. */
function goOn(limits: Bound[]): boolean {
  const [first, ...rest] = limits.toSorted((a, b) => a.least - b.least || a.most - b.most)
  let { most = Infinity } = first ?? {}
  return rest.every((limit) => {
    const isWhole = [limit.least, most].every((figure) => figure % DAY === 0)
    const step = limit.unit === "duration hour" ? (isWhole ? DAY : MINUTE) : 1
    const follows = limit.unit === first?.unit && limit.side === first.side && limit.least - most <= step
    most = limit.most
    return follows
  })
}
/** In hours. */
const DAY = 24
const MINUTE = 0.017

/** Tells whether a ticket has any sign of a figure: a time may be told by a date, a weekday, a clock time or "tomorrow". */
function isGiven(unit: string, ticket: MaskedTicket, language: string): boolean {
  const [kind] = unit.split(" ")
  return writtenIn(ticket).some((text) => {
    if (kind === "duration" && namesRelativeDay(text, language)) return true
    return facts(text, language).some(
      (fact) =>
        unitOf(fact) === unit ||
        fact.kind === kind ||
        (kind === "duration" && (fact.kind === "date" || fact.kind === "weekday" || fact.kind === "time")) ||
        (fact.kind === "number" && fact.unit === "" && Number(fact.value) < MIN_ORDER_NUMBER)
    )
  })
}
/** A larger number without a unit is that of an order. */
const MIN_ORDER_NUMBER = 1000

const writtenIn = (ticket: MaskedTicket) => [
  ticket.subject,
  ...writtenByCustomer(ticket),
  ...Object.entries(ticket.fields ?? {}).flatMap(([name, value]) => (isCaseAnswer(name, value) ? [] : [value]))
]

function byGroup(own: Quotable[], { ticket, language }: AskingJob): Ways[] {
  const told = toldGroups(ticket, language)
  return groupPairs(own, language)
    .filter(({ group, inside, outside }) => !told.has(group) && differ(inside, outside, language))
    .map(({ inside, insideWords, outside, outsideWords }) => ({
      ways: [inside, outside],
      names: [insideWords, outsideWords]
    }))
}

/** Sentences with one name each that the page uses in the same place, where the ticket has none of these names. */
function byName(own: Quotable[], { ticket, language }: AskingJob): Ways[] {
  const page = own[0]?.source
  if (!page) return []
  const isTold = toldNames(ticket, language)
  const names = [...namesOf(page, language)]
  if (names.some(([name]) => isTold(page, name))) return []
  const named = own.flatMap((one) => {
    const here = names.filter(([name]) => holdsName(one.text, name))
    const [[name, frames] = ["", new Set<string>()]] = here
    return here.length === 1 ? [{ one, name, frames }] : []
  })
  return named.flatMap((first, at): Ways[] => {
    const others = named
      .slice(at + 1)
      .filter(
        ({ one, name, frames }) =>
          name !== first.name &&
          one.at - first.one.at < NEAR &&
          !frames.isDisjointFrom(first.frames) &&
          differ(first.one, one, language) &&
          (isByKind(language) || areAlike(first.one, one))
      )
    const all = [first, ...others]
    return others.length > 0
      ? [{ ways: all.map(({ one }) => one), names: all.map(({ name, frames }) => wholeName(name, frames)) }]
      : []
  })
}

const NEAR = 3

/** Japanese writes the word for the kind right behind the name. */
function wholeName(name: string, frames: ReadonlySet<string>): string {
  const kind = [...frames].find((frame) => frame.startsWith("kind "))
  return kind === undefined ? name : name + kind.slice("kind ".length)
}

/** Tells whether two sentences give other figures of the same kind, so that the case changes the answer. */
function differ(one: Quotable, other: Quotable, language: string): boolean {
  const [own, theirs] = [one, other].map(({ text }) =>
    facts(text, language).filter(({ value, unit }) => typeof value === "number" && unit !== "")
  )
  const isMoney = ({ kind }: Fact) => kind === "money"
  return (
    (own ?? []).some((a) => (theirs ?? []).some((b) => unitOf(a) === unitOf(b) && a.value !== b.value)) ||
    (own?.some(isMoney) === true && saysFree(other.text, language)) ||
    (theirs?.some(isMoney) === true && saysFree(one.text, language))
  )
}

function areAlike({ words }: Quotable, other: Quotable): boolean {
  return words.intersection(other.words).size / words.union(other.words).size >= ALIKE
}
const ALIKE = 0.3

/**
 * Returns what a sentence calls the case that a limit makes, in its own words: "90 to 179 minutes", "at least 24 hours
 * before departure". In Japanese it begins with what the limit is counted from.
 */
function nameOfCase(text: string, { start, end, side }: Bound, language: string): string {
  if (language === "ja") {
    const before = /[^、。,;；（(「」はがをに]{0,12}$/u.exec(text.slice(0, start))?.[0] ?? ""
    return before + text.slice(start, end)
  }
  const event = side && EVENT.exec(text.slice(end))?.[0]
  return (text.slice(start, end) + (event ?? "")).trim()
}

/** The event from which a limit is counted: "before departure", "vor der Abreise", "avant le départ". */
const EVENT =
  /^[ \u00a0]\p{L}+(?:[ \u00a0](?:the|der|dem|des|le|la|les|l['’]|du|de la|el|los|o|a|os|as|do|da)(?: |(?<=['’])))?(?:[ \u00a0]?\p{L}{4,})?/u

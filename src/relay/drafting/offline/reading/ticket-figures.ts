import { dayDistance } from "../../../../text/day-distance.ts"
import { saysLate, namesConnection, namesOtherTime, saysOr } from "../../../../text/case-signs.ts"
import { facts, type Fact } from "../../../../text/facts.ts"
import { lookedUpLines } from "../../../../ticket/looked-up.ts"
import { isCaseAnswer } from "../../../../ticket/left-out-case.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { newlyWrittenText } from "../../../../search/query/query.ts"
import { sentences } from "../../../../text/sentences.ts"
import { stems } from "../../../../search/words/stems.ts"
import { unitOf } from "../../../../text/bounds.ts"
import {
  leadTimes,
  HALF_DAY,
  isHalfDay,
  minutesOf,
  type ClockPeriod,
  saysWhenItCame,
  type Arrival
} from "./clock-periods.ts"
import { months } from "../../../../text/dates.ts"

/** A figure of the customer's case: an amount, a weight, or how long it is until or since a date. */
export interface TicketFigure {
  unit: string
  /** The figure; a period between two days is known to a day. */
  least: number
  most: number
  side?: "before" | "after"
  /** For a day: how many days it is away; below 0 if it is over. */
  days?: number
  /** The day itself, as YYYY-MM-DD. */
  date?: string
  /** The stems of the sentence, or of the field's name, that gives the day. */
  words?: ReadonlySet<string>
  /** For a period: its sentence says that something came late. */
  isLate?: boolean
  /** It comes from a day with its time of day. */
  isClock?: boolean
  /** It decides nothing by itself, and keeps others from deciding. */
  isVague?: boolean
  /** How the ticket gives it. */
  text: string
}

/**
 * Returns the figures that customers give, and the periods from the newest message to the days that they name. Agents'
 * messages give none: they tell rules as often as cases.
 */
export function ticketFigures(ticket: MaskedTicket, language: string): readonly TicketFigure[] {
  const read = figuresOf.get(ticket)
  if (read?.language === language) return read.figures
  const figures = readFigures(ticket, language)
  figuresOf.set(ticket, { language, figures })
  return figures
}

/** Each rule asks for them, and for each part of a sentence that could be cut. */
const figuresOf = new WeakMap<MaskedTicket, { language: string; figures: readonly TicketFigure[] }>()

function readFigures(ticket: MaskedTicket, language: string): TicketFigure[] {
  const now = Date.parse(ticket.messages.at(-1)?.at ?? "")
  const elsewhere = [
    ticket.subject,
    ...Object.entries(ticket.fields ?? {})
      .filter(([name, value]) => !isCaseAnswer(name, value))
      .map((field) => field.join(": ")),
    ...lookedUpLines(ticket.lookups)
  ]
  const messages = ticket.messages.filter(({ role }) => role === "customer")
  return [
    ...elsewhere.flatMap((text) => figuresIn(text, now, language)),
    ...messages.flatMap(({ at, text }) => {
      const written = newlyWrittenText(text)
      const delay = delayIn(written, language)
      const when = { at: Date.parse(at), now, zone: ticket.zone, language }
      return [
        ...sentences(written, language).flatMap((one) => {
          const leads = leadTimes(one.text, when)
          const figures = figuresIn(one.text, now, language)
          // A time of day is more exact than its day.
          return leads.length === 0
            ? figures
            : [
                ...figures.filter(({ days }) => days === undefined),
                ...leads.map(
                  (lead): TicketFigure => ({ unit: PERIOD, side: "before", isClock: lead.isVague !== true, ...lead })
                )
              ]
        }),
        ...(delay ? [{ unit: DELAY, ...delay }] : [])
      ]
    })
  ]
}

function figuresIn(text: string, now: number, language: string): TicketFigure[] {
  return facts(text, language).flatMap((fact): TicketFigure[] => {
    if (fact.kind === "date")
      return periodUntil(String(fact.value), fact.text, now).map((one) => ({
        ...one,
        words: new Set(stems(text, language).filter((word) => !/^\d+$/.test(word)))
      }))
    if (typeof fact.value !== "number" || !fact.unit) return []
    const unit = unitOf(fact)
    const isLate = unit === PERIOD && saysLate(text, language)
    return [{ unit, least: fact.value, most: fact.value, ...(isLate && { isLate }), text: fact.text }]
  })
}

/** Returns how long it is from now until a day, or since it. */
function periodUntil(value: string, text: string, now: number): TicketFigure[] {
  const distance = dayDistance(value, now)
  if (!distance) return []
  const hours = Math.abs(distance.days) * 24
  return [
    {
      unit: PERIOD,
      least: Math.max(0, hours - 24),
      most: hours + 24,
      side: distance.days >= 0 ? "before" : "after",
      ...distance,
      text
    }
  ]
}

/** The unit of periods, which are compared in hours. */
export const PERIOD = "duration hour"
/** The unit of a delay that two clock times make, in hours. It is compared with limits of a delay only. */
export const DELAY = "delay hour"

/**
 * Returns by how much something came later than it was to come, if a text gives one time for each: "due at 13:40, and
 * we arrived at 16:25". Of two times in all, a word for one is enough. Returns nothing for another occasion, for a time
 * at a change on the way, which isn't the one of the journey's end, and for "at 2 or at 3".
 */
function delayIn(text: string, language: string): ClockPeriod | undefined {
  if (namesConnection(text, language)) return undefined
  const timesBySentence = sentences(text, language).map((sentence) => timesIn(sentence.text, language))
  if (timesBySentence.some(({ isOpen }) => isOpen)) return undefined
  const times = timesBySentence.flatMap(({ times }) => times)
  const rest =
    times.length === 2 && !timesBySentence.some(({ holdsHours }) => holdsHours)
      ? times.find(({ arrival }) => !arrival)
      : undefined
  const [due = rest?.time, came = rest?.time] = [onlyOne(times, "due"), onlyOne(times, "came")]
  if (!due || !came || due === came) return undefined
  const round = isHalfDay(due) && isHalfDay(came) ? HALF_DAY : 2 * HALF_DAY
  const late = ((minutesOf(came) - minutesOf(due)) / 60 + round) % round
  return late > 0 && late <= HALF_DAY
    ? { least: late, most: late, text: `${due.text.trim()}, ${came.text.trim()}` }
    : undefined
}

interface ClockTime {
  time: Fact
  arrival: Arrival | undefined
}

/** @returns `isOpen` where it isn't sure of what or when the times are, `holdsHours` where "9h" may be one more */
function timesIn(sentence: string, language: string): { times: ClockTime[]; isOpen: boolean; holdsHours: boolean } {
  const factsOfIt = facts(sentence, language)
  const times = factsOfIt.filter(({ kind }) => kind === "time")
  const between = times.slice(1).map((time, at) => sentence.slice(times[at]?.end, time.start))
  const isOther = times.length > 0 && (namesOtherTime(sentence, language) || namesMonth(sentence, factsOfIt))
  return {
    times: times.map((time, at) => {
      const before = sentence.slice(times[at - 1]?.end ?? 0, time.start)
      const after = sentence.slice(time.end, times[at + 1]?.start)
      return { time, arrival: saysWhenItCame(before, after, language) }
    }),
    isOpen: isOther || between.some((words) => saysOr(words, language)),
    holdsHours: factsOfIt.some(({ kind, text }) => kind === "duration" && /^\d{1,2} ?h$/i.test(text))
  }
}

/** Returns the only time that was due, or at which it came, if there aren't several. */
function onlyOne(times: ClockTime[], which: Arrival): Fact | undefined {
  const [first, ...others] = times.filter(({ arrival }) => arrival === which).map(({ time }) => time)
  return others.every(({ value }) => value === first?.value) ? first : undefined
}

/** "In June", without a day, tells of another occasion. */
const namesMonth = (sentence: string, factsOfIt: readonly Fact[]) =>
  months(sentence).length > 0 &&
  !factsOfIt.some(({ kind, value }) => kind === "date" && /-\d\d-\d\d$/.test(String(value)))

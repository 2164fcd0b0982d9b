import { dayDistance } from "../../../../text/day-distance.ts"
import { saysLate } from "../../../../text/cases/case-signs.ts"
import { facts } from "../../../../text/facts.ts"
import { lookedUpLines } from "../../../../ticket/looked-up.ts"
import { isCaseAnswer } from "../../../../text/cases/case-fact.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { newlyWrittenText } from "../../../../search/query/query.ts"
import { sentences } from "../../../../text/sentences.ts"
import { stems } from "../../../../search/words/stems.ts"
import { unitOf } from "../../../../text/bounds.ts"
import { leadTimes } from "./clock-periods.ts"
import { delayIn } from "./delay-in.ts"

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

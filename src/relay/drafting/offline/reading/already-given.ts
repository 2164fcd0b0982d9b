import { lookedUpLines } from "../../../../ticket/looked-up.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { boundsIn } from "../../../../text/bounds.ts"
import { PERIOD, ticketFigures, type TicketFigure } from "./ticket-figures.ts"
import { stems } from "../../../../search/words/stems.ts"
import type { Quotable } from "./quotable.ts"
import { LISTS } from "replywright/lexicon/given"
import { optionalEntriesOf } from "../../../../lexicon/lexicon.ts"

/**
 * Finds the sentences and list items that ask for what the ticket gives: nobody is asked twice for an address or an
 * order number. A sentence that asks for something else as well stays.
 * @returns a test for one sentence
 */
export function alreadyGiven(ticket: MaskedTicket, language: string, needed: RegExp): (one: Quotable) => boolean {
  const written = [
    ticket.subject,
    ...ticket.messages.filter(({ role }) => role === "customer").map(({ text }) => text),
    ...Object.values(ticket.fields ?? {}),
    ...lookedUpLines(ticket.lookups)
  ].join("\n")
  const files = ticket.messages.flatMap(({ role, attachments = [] }) => (role === "customer" ? attachments : []))
  const isGiven = (thing: AskedThing) =>
    thing === "photo" ? files.some((file) => PICTURE.test(file)) : SHOWN[thing]?.test(written) === true
  const things = [...askedThings(language)].map(([thing, name]) => ({ thing, name, given: isGiven(thing) }))
  const figures = ticketFigures(ticket, language)
  return (one) => {
    if (!one.isListItem && !needed.test(one.text)) return false
    const named = things.filter(({ name }) => one.text.search(name) >= 0)
    const hasGiven = ({ thing, given }: (typeof things)[number]) =>
      thing === "message" ? isInTime(one, figures, language) : given
    if (named.length === 0 || !named.every(hasGiven)) return false
    // "The order number and two photos" asks for more than the order number.
    const rest = named.reduce((text, { name }) => text.replace(name, " "), one.text)
    return !AND_MORE.test(rest) && stems(rest, language).length <= MAX_STEMS_BESIDE * (language === "ja" ? 2 : 1)
  }
}

/**
 * Tells whether customers who are asked to write within a period wrote in time: the one past day that the ticket names is
 * within it.
 */
function isInTime({ text }: Quotable, figures: readonly TicketFigure[], language: string): boolean {
  const past = figures.filter(({ side }) => side === "after")
  const limits = boundsIn(text, language).filter(({ unit, side }) => unit === PERIOD && side !== "before")
  return (
    new Set(past.map(({ date }) => date)).size === 1 &&
    limits.length > 0 &&
    limits.every(({ least, most }) => past.every((figure) => figure.least >= least && figure.most <= most))
  )
}

/** What joins a second thing to the first. */
const AND_MORE = /(?<!\p{L})(?:and|plus|und|sowie|et|ainsi que|y|e|con)(?!\p{L})|[&と]/iu
/** A sentence with more stems besides does more than ask. Japanese is taken apart into about twice as many. */
const MAX_STEMS_BESIDE = 6
/** How a ticket shows a thing: by its placeholder, or by its form. A serial number has no form of its own. */
const SHOWN: Partial<Record<AskedThing, RegExp>> = {
  order: /(?<![\p{L}\p{N}])(?:#\d{3,}|\p{Lu}{1,5}-?\d{4,})/u,
  address: /\[ADDRESS_\d+\]/,
  iban: /\[IBAN_\d+\]/,
  phone: /\[PHONE_\d+\]/,
  tax: /\[GOV_\d+\]/
}
const PICTURE = /\.(?:jpe?g|png|gif|webp|heic|bmp|mp4|mov|webm)$/i

/** A thing that teams ask customers for. */
type AskedThing = "order" | "address" | "iban" | "phone" | "serial" | "tax" | "photo" | "message"

/**
 * Returns for each thing what matches its name in a language ("order number"). The patterns are global, for `replace`
 * and `search`.
 */
function askedThings(language: string): ReadonlyMap<AskedThing, RegExp> {
  const known = patterns.get(language)
  if (known) return known
  const read = new Map(
    THINGS.flatMap((thing): [AskedThing, RegExp][] => {
      const any = optionalEntriesOf(LISTS, language, thing)?.join("|")
      if (!any) return []
      return [[thing, new RegExp(language === "ja" ? any : `(?<!\\p{L})(?:${any})(?!\\p{L})`, "giu")]]
    })
  )
  patterns.set(language, read)
  return read
}

const THINGS: readonly AskedThing[] = ["order", "address", "iban", "phone", "serial", "tax", "photo", "message"]
const patterns = new Map<string, ReadonlyMap<AskedThing, RegExp>>()

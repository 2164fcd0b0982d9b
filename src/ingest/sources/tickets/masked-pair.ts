import { maskTicket } from "../../../masking/index.ts"
import type { MaskOptions } from "../../../masking/mask-text.ts"
import { findPlaceholders } from "../../../masking/basis/placeholder.ts"
import type { MaskRules } from "../../../masking/basis/masking-rules.ts"
import type { Person, Visibility } from "../../../ticket/ticket.ts"
import { gapsToPlaceholders, placeholdersToGaps, standInsFor } from "./gaps.ts"

/** What a solved ticket said, as people wrote it. */
export interface SolvedTicket {
  subject: string
  question: string
  reply: string
  tags: string[]
  /** Everybody who is known to be on it, the requester first. */
  people: Person[]
  /** The mails whole: read for names and numbers that stand in a signature or a quote, and never given out. */
  around: string[]
  /** BCP 47. */
  locale?: string
}

/** The same with gaps in place of everybody's values. */
export interface MaskedPair {
  subject: string
  question: string
  reply: string
  tags: string[]
}

/**
 * Masks all texts of one solved ticket together, strictly whatever the team's mode, and turns every placeholder into a
 * gap without a number. No placeholder stands in the result, and given in again it stays as it is.
 * @throws MaskUnfinished when it doesn't come to an end
 */
export function maskPair(
  { subject, question, reply, tags, people, around, locale }: SolvedTicket,
  rules: MaskRules
): MaskedPair {
  const options = { rules: { ...rules, mode: "strict" as const }, locale }
  let open: Texts = {
    subject: opened(subject),
    question: opened(question),
    reply: opened(reply),
    tags: tags.map(opened)
  }
  // Until nothing more is found: what one gap leaves may tell of its neighbour.
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const texts = masked(open, people, around, options)
    const isSettled = JSON.stringify(texts) === JSON.stringify(open)
    open = texts
    if (isSettled) return closed(open, locale)
  }
  throw new MaskUnfinished(`not settled after ${MOST_ROUNDS} rounds`)
}

/** It came to no end: nothing of the ticket is taken. */
export class MaskUnfinished extends Error {
  override name = "MaskUnfinished"
  readonly code = "mask-unfinished"
  readonly retryable = false
}

type Texts = MaskedPair
const MOST_ROUNDS = 8

function masked(
  { subject, question, reply, tags }: Texts,
  [requester = {}, ...people]: Person[],
  around: string[],
  options: MaskOptions
): Texts {
  // Notes are read for what they hold and left out: just so with what is only looked at here.
  const message = (text: string, visibility: Visibility) => ({
    id: "",
    author: "",
    role: "customer" as const,
    visibility,
    at: "",
    text
  })
  const messages = [
    message(question, "public"),
    message(reply, "public"),
    ...around.map((text) => message(opened(text), "internal"))
  ]
  const { ticket, table } = maskTicket(
    { helpdesk: "", ticketId: "", subject, requester, people, tags, messages },
    undefined,
    options
  )
  const stand = (text = "") => standInsFor(text, table)
  return {
    subject: stand(ticket.subject),
    question: stand(ticket.messages[0]?.text),
    reply: stand(ticket.messages[1]?.text),
    // A tag with a gap in it says nothing.
    tags: ticket.tags.filter((tag) => findPlaceholders(tag).length === 0)
  }
}

function closed({ subject, question, reply, tags }: Texts, locale: string | undefined): MaskedPair {
  const close = (text: string) => placeholdersToGaps(text, locale)
  return { subject: close(subject), question: close(question), reply: close(reply), tags }
}

/**
 * As masking is to read it: earlier gaps as placeholders, and no sign that nobody sees, for between two letters of a
 * name it would hide it.
 */
const opened = (text: string) => gapsToPlaceholders(text.replace(INVISIBLE, ""))
const INVISIBLE =
  /[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu

import { maskTicket } from "../../../masking/index.ts"
import type { MaskOptions } from "../../../masking/mask-text.ts"
import { findPlaceholders } from "../../../masking/basis/placeholder.ts"
import type { MaskRules } from "../../../masking/basis/masking-rules.ts"
import type { Person, Visibility } from "../../../ticket/ticket.ts"
import { gapsToPlaceholders, placeholdersToGaps, standInsFor } from "./gaps.ts"

/** The content of a solved ticket, as people wrote it. */
export interface SolvedTicket {
  subject: string
  question: string
  reply: string
  tags: string[]
  /** Everybody who is known to be on the ticket, the requester first. */
  people: Person[]
  /**
   * The complete mails. They are only searched for names and numbers that stand in a signature or a quote,
   * and are never stored.
   */
  around: string[]
  /** The locale is a BCP 47 tag. */
  locale?: string
}

/** The same content with gaps in place of all personal values. */
export interface MaskedPair {
  subject: string
  question: string
  reply: string
  tags: string[]
}

/**
 * Masks all texts of one solved ticket together, always in strict mode, and replaces every placeholder with a gap that
 * has no number. The result contains no placeholder, and masking it again changes nothing.
 * @throws MaskUnfinished if the texts don't settle
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
  // The loop ends when masking finds nothing more, because what one gap leaves may reveal the word next to it.
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const texts = masked(open, people, around, options)
    const isSettled = JSON.stringify(texts) === JSON.stringify(open)
    open = texts
    if (isSettled) return closed(open, locale)
  }
  throw new MaskUnfinished(`not settled after ${MAX_ROUNDS} rounds`)
}

/** Masking didn't settle, so nothing of the ticket is imported. */
export class MaskUnfinished extends Error {
  override name = "MaskUnfinished"
  readonly code = "mask-unfinished"
  readonly retryable = false
}

type Texts = MaskedPair
const MAX_ROUNDS = 8

function masked(
  { subject, question, reply, tags }: Texts,
  [requester = {}, ...people]: Person[],
  around: string[],
  options: MaskOptions
): Texts {
  // Masking reads internal notes for their values and leaves them out, so the mails that are only searched are passed
  // as notes.
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
 * Prepares a text for masking. Earlier gaps become placeholders, and invisible characters are removed, because one
 * between two letters of a name would hide the name.
 */
const opened = (text: string) => gapsToPlaceholders(text.replace(INVISIBLE, ""))
const INVISIBLE =
  /[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu

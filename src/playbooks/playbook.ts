import type { PlaybookPeriodUnit, FactOrigin } from "../ticket/playbook-standing.ts"
import type { MaskedTicket } from "../ticket/masked-ticket.ts"

/** A flow of a team: which tickets it is for, what has to be known, and what is said and done at each step. */
export interface Playbook {
  /** Letters, digits and dashes; a team has each name once. */
  name: string
  title: string
  when: When
  facts: Readonly<Record<string, FactDefinition>>
  /** A ticket enters at the first one. */
  steps: readonly Step[]
  /** What holds where no branch applies. */
  fallback: Omit<Step, "name" | "title" | "needs" | "until" | "next">
}

/** By which signs a ticket is one for the playbook. */
export interface When {
  tags: readonly string[]
  words: readonly string[]
  /** Values by the name of the ticket's field. */
  fields: Readonly<Record<string, readonly string[]>>
  intent: readonly string[]
  /** With one of these signs it is none. */
  unless: { tags: readonly string[]; words: readonly string[] }
}

/** What a fact is called, how it is read, and who is asked when it isn't known. */
export interface FactDefinition {
  /** As the agent reads it: "the order number". */
  label: string
  type: FactType
  /** Names of the ticket's fields that hold it. */
  field: readonly string[]
  /** The value that a tag stands for. */
  tags: Readonly<Record<string, string>>
  /** The name of a looked-up fact. */
  lookup?: string
  /** Finds it in messages: the first group, or all that matches. Case doesn't matter. */
  pattern?: string
  /** The value for which phrases in messages stand. */
  words: Readonly<Record<string, readonly string[]>>
  /** For figures and days: phrases in whose sentence they stand. */
  near: readonly string[]
  /** Of a date: the day may be to come. Otherwise it is over, and a day to come isn't read. */
  future: boolean
  /** The file that a customer attached makes it "yes". */
  attachment: boolean
  /** Whose messages are read; "newest" is the customer's newest one. */
  in: "customer" | "agent" | "newest"
  /** The question to the customer, by language. */
  ask: Readonly<Record<string, string>>
  /** What the agent does to find it out. */
  find?: string
}
export const FACT_TYPES = ["text", "number", "money", "date", "period"] as const
export type FactType = (typeof FACT_TYPES)[number]

export interface Step {
  name: string
  title: string
  /** The facts without which the step can't be taken. */
  needs: readonly string[]
  /** What the customer is told, by language. */
  say: Readonly<Record<string, readonly SaidPart[]>>
  /** A line for the agent. Nothing is done by itself. */
  do?: string
  /** By what it is seen that the step is done. */
  until?: Condition
  /** The first branch that applies is taken. A step without branches is an end. */
  next: readonly Branch[]
  escalate?: Escalation
}
/** Own words, with facts in braces, or a sentence of a public page. */
export type SaidPart = string | QuotedSentence
export interface QuotedSentence {
  /** The title of the page. */
  source: string
  sentence: string
}
export interface Branch {
  /** Undefined applies always. */
  if?: Condition
  to: string
}
export interface Escalation {
  group: string
  why: string
}

export type Condition =
  | { kind: "all" | "any"; of: readonly Condition[] }
  | { kind: "not"; of: Condition }
  | { kind: "tag" | "intent"; is: readonly string[] }
  | { kind: "fact"; fact: string; test: Test }
/** "within" and "longer-than" say how long ago a day is, or how long a period is. */
export type Test =
  | { by: "is"; values: readonly string[] }
  | { by: "known"; value: boolean }
  | { by: "within" | "longer-than"; period: Period }
  | { by: "at-least" | "at-most" | "over" | "under"; figure: number }
  | { by: "before" | "after"; day: string }
export interface Period {
  amount: number
  unit: PlaybookPeriodUnit
  /** As it was written. */
  text: string
}

/** All that is known of a ticket when a playbook is asked. */
export interface KnownTicket {
  ticket: Pick<MaskedTicket, "subject" | "tags" | "fields" | "messages">
  /** The language of the customer, ISO 639-1, or null if nothing shows it. */
  language: string | null
  /** What the ticket is about, if something has told it. */
  intent?: string
  /** Facts from other systems, by the names of their lookups. */
  lookups?: Readonly<Record<string, string>>
  /** Facts that the agent gave, by their names in the playbook. */
  given?: Readonly<Record<string, string>>
  /** Now, in milliseconds since 1970. */
  now: number
}

/** A fact of the ticket, and where it was read. */
export interface KnownFact {
  /** As it was written. */
  text: string
  /** What conditions compare: a value of the playbook, or the text. */
  value: string
  /** Of a number or an amount. */
  figure?: number
  /** Of a date, as YYYY-MM-DD. */
  day?: string
  period?: Period
  origin: FactOrigin
}

import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import type { Voice } from "../../voices/voice.ts"
import { alreadyChosen } from "./already-chosen.ts"
import { alreadyDone, isStep } from "./already-done.ts"
import { alreadyGiven } from "./already-given.ts"
import { alreadyKnown } from "./already-known.ts"
import { alreadyWaited } from "./already-waited.ts"
import type { Quotable } from "./quotable.ts"

export interface CustomerKnows {
  /** Returns whether the customer needn't be told a sentence. */
  known: (one: Quotable) => boolean
  /**
   * Returns whether a known sentence may still be said because another leans on it: what an agent said, and what the
   * customer wrote unless it is a step, which was then done. Without it, a letter begins with "Open it".
   */
  mayRepeat: (one: Quotable) => boolean
  /** Returns whether a sentence asks for what the ticket gives, or to choose what the customer has chosen. */
  given: (one: Quotable) => boolean
}

interface KnownOf {
  language: string
  voice: Voice
  quotable: readonly Quotable[]
  otherCases: ReadonlySet<Quotable>
}

/** Tells which sentences say what the customer knows, gave or did already, or are about another case. */
export function customerKnows(ticket: MaskedTicket, { language, voice, quotable, otherCases }: KnownOf): CustomerKnows {
  const known = alreadyKnown(ticket, language, voice)
  const isGiven = alreadyGiven(ticket, language, voice.needed)
  const isChosen = alreadyChosen(ticket, language)
  const given = (one: Quotable) => isGiven(one) || isChosen(one)
  const done = alreadyDone(ticket, { language, voice, all: quotable })
  const waited = alreadyWaited(ticket, language)
  // Who writes that the glass is broken doesn't know yet that "Broken glass" is below "Not covered", and did no step.
  const toldBy = (one: Quotable) => (one.isDenied ? undefined : known(one))
  const isDone = (one: Quotable) => !one.isDenied && done(one)
  const isOutdated = (one: Quotable) => given(one) || waited(one) || isDone(one) || otherCases.has(one)
  return {
    known: (one) => toldBy(one) !== undefined || isOutdated(one),
    mayRepeat: (one) => {
      const from = toldBy(one)
      return (from === "agent" || (from === "customer" && !isStep(one, language))) && !isOutdated(one)
    },
    given
  }
}

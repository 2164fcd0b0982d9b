import type { Language } from "../../../text/languages.ts"
import { de } from "./de.ts"
import { en } from "./en.ts"
import { es } from "./es.ts"
import { fr } from "./fr.ts"
import { ja } from "./ja.ts"
import { pt } from "./pt.ts"

/**
 * One language of the offline drafter: the words of a letter that no source says, formal where the language knows the
 * difference, and how that language shows what a sentence is for. A language is one file in `voices/` and a line below.
 */
export interface Voice {
  /** @param name placeholder of the requester's name, or "" */
  greeting(name: string): string
  closing: string
  courtesy: { sorry: string; again: string; first: string }
  /** Nothing answers: a sentence that promises nothing. */
  unanswered: string
  /** The blank that stands for the answer where only a page in another language has it. */
  otherLanguage(title: string, language: string): string
  /** Between two sentences of a paragraph. */
  space: " " | ""
  /** The customer writes of something that went wrong. */
  trouble: RegExp
  /** Nothing but thanks, a greeting or an "ok". */
  thanks: RegExp
  /** The customer has looked, and it isn't there: to be told to look there is no answer. */
  absent?: RegExp
  /** "Please ...", "I would like ...": a question without its mark. */
  request: RegExp
  kinds: FactKind[]
  /** A sentence that says what the team needs from the customer. */
  needed: RegExp
  /** Written for the team, whatever the page says of its visibility. */
  forAgents: RegExp
  /** Says that the team has done something: a page's deeds have not been done for this customer. */
  claimsAction: RegExp
  /** Begins with what only the sentence before it explains. */
  needsContext: RegExp
  /** A macro's letter: its first group is what stands between greeting and closing. */
  macroLetter: RegExp
  blanks: BlankRule[]
}

export interface FactKind {
  asked: RegExp
  /** How a sentence looks that gives it. */
  given: RegExp
}

/** A fact of this very case that a page can only speak of. */
export interface BlankRule {
  /** How the page speaks of the fact. */
  says: RegExp
  /** Only where the customer writes of this. */
  when?: RegExp
  ask(match: RegExpExecArray): { blank: string; text: string }
  /** How the ticket would hold it. */
  known(blank: string): RegExp
}

export const VOICES: Readonly<Record<Language, Voice>> = { en, de, fr, es, pt, ja }

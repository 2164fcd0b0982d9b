import type { Language } from "../../../text/languages.ts"
import { de } from "./de.ts"
import { en } from "./en.ts"
import { es } from "./es.ts"
import { fr } from "./fr.ts"
import { ja } from "./ja.ts"
import { pt } from "./pt.ts"

/**
 * One language of the offline drafter. It holds the words of a reply that no source contains, formal where the language
 * distinguishes, and the patterns that show what a sentence is for. To add a language, add one file in `voices/` and
 * one line below.
 */
export interface Voice {
  /** Returns the greeting. @param name the placeholder of the requester's name, or "" */
  greeting(name: string): string
  /** Further greetings that the agent can ask for, where the language has them for every name. */
  greetings?: { formal?: (name: string) => string; informal?: (name: string) => string }
  closing: string
  courtesy: { sorry: string; again: string; first: string }
  /** The same to somebody who is addressed informally, where it differs. */
  informalCourtesy?: Voice["courtesy"]
  /** A sentence for the case that no source answers. It promises nothing. */
  unanswered: string
  /** What a customer who tells of a danger may be told, once it was handed over. */
  holding: string
  /** How the customer is asked for more, where no source answers. */
  askBack: AskBack
  /** The same to somebody who is addressed informally, where it differs. */
  informalAskBack?: AskBack
  /** Returns the blank that takes the answer's place if only a page in another language has it. */
  otherLanguage(title: string, language: string): string
  /** Asks the customer which of these cases it is. They are quoted, because they are a page's words. */
  whichCase(names: string[]): string
  /** What separates two sentences of a paragraph. */
  space: " " | ""
  /** Matches if the customer writes about something that went wrong. */
  trouble: RegExp
  /** Matches a sentence that is only thanks, a greeting or an "ok". */
  thanks: RegExp
  /** Matches if the customer has looked and it isn't there. Advice to look there would be no answer. */
  absent?: RegExp
  /** Matches a request such as "Please ..." or "I would like ...", which is a question without a question mark. */
  request: RegExp
  kinds: FactKind[]
  /** Matches a sentence that says what the team needs from the customer. */
  needed: RegExp
  /** Matches a sentence in which the team says outright that it needs something, and not only how to reach it. */
  needs: RegExp
  /** Matches a sentence that is written for the team, whatever visibility the page has. */
  forAgents: RegExp
  /**
   * Matches a sentence that says the team has done something. What a page describes has not been done for this
   * customer.
   */
  claimsAction: RegExp
  /** Matches a sentence whose beginning only the sentence before it explains. */
  needsContext: RegExp
  /** Matches the reply in a macro. The first group is the text between greeting and closing. */
  macroLetter: RegExp
  blanks: BlankRule[]
}

/** A question for each way in which a ticket can leave open what it needs. None repeats a word of it. */
export interface AskBack {
  /** Something went wrong. */
  trouble: string
  /** It doesn't say what it asks for. */
  unclear: string
  /** It asks for something that no page knows. */
  other: string
}

export interface FactKind {
  asked: RegExp
  /** Matches a sentence that gives the fact. */
  given: RegExp
}

/** A fact that depends on the customer's own case, so a page can mention it but not give it. */
export interface BlankRule {
  /** Matches a sentence of the page that mentions the fact. */
  says: RegExp
  /** If present, the rule applies only if the customer's text matches. */
  when?: RegExp
  /** The page only announces the fact ("You get a search number from us"), so the blank stands in the sentence's place. */
  announces?: true
  ask(match: RegExpExecArray): { blank: string; text: string }
  /** Returns a pattern that matches if the ticket contains the fact. */
  known(blank: string): RegExp
}

export const VOICES: Readonly<Record<Language, Voice>> = { en, de, fr, es, pt, ja }

import type { Language } from "../../src/text/languages.ts"

/**
 * The texts from which the cases of one language are made. In every text, {order}, {product}, {date} and {amount} are
 * filled in. People are placeholders, as they leave a browser: [PERSON_1] asks and [PERSON_2] answers.
 */
export interface Pool {
  language: Language
  /** The first two use water, the third is another machine, and the rest are lamps. */
  products: string[]
  amounts: string[]
  /** These are the customer's texts: how a mail begins, how it ends, and what a second one says. */
  openings: string[]
  endings: string[]
  again: string[]
  /** This is what an agent asked in between. */
  asked: string[]
  /** These are texts of the draft. */
  greetings: string[]
  closings: string[]
  sorry: string[]
  offers: string[]
  /** These are sentences of a draft that no source supports, and sentences that somebody must approve. */
  doubtful: string[]
  promises: string[]
  /** These are sentences that agents add and no draft has. */
  adds: string[]
  topics: Topic[]
}

export interface Topic {
  tag: string
  /** Only this many of the pool's first products fit. Without it, all do. */
  products?: number
  /** This is a file of the sample knowledge, without `.md`, and words of the passage that is meant. */
  article: string
  passage: string
  /** There is a subject for each mail. */
  subjects: string[]
  asks: string[]
  /** This is what the article says as a reply says it, and at the same index the same in an agent's own words. */
  says: string[]
  otherwise: string[]
  /** This is a sentence that differs from the article, and what the article says. */
  wrong?: { text: string; says: string }
}

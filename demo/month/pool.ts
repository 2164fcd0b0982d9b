import type { Language } from "../../src/text/languages.ts"

/**
 * What the cases of one language are made of. In every text {order}, {product}, {date} and {amount} are filled in;
 * people stand as placeholders, as they leave a browser: [PERSON_1] asks, [PERSON_2] answers.
 */
export interface Pool {
  language: Language
  /** Two with water, one more machine, lamps. */
  products: string[]
  amounts: string[]
  /** Of the customer: how a mail begins, how it ends, and what a second one says. */
  openings: string[]
  endings: string[]
  again: string[]
  /** What an agent asked in between. */
  asked: string[]
  /** Of the draft. */
  greetings: string[]
  closings: string[]
  sorry: string[]
  offers: string[]
  /** Sentences of a draft that nothing stands behind, and such that somebody must approve. */
  doubtful: string[]
  promises: string[]
  /** What agents write that no draft has. */
  adds: string[]
  topics: Topic[]
}

export interface Topic {
  tag: string
  /** Of the pool's products only the first so many; all when left out. */
  products?: number
  /** In the sample knowledge, without `.md`, and words of the passage that is meant. */
  article: string
  passage: string
  /** A subject for each mail. */
  subjects: string[]
  asks: string[]
  /** What the article says, as a reply says it, and, at the same place, the same in an agent's own words. */
  says: string[]
  otherwise: string[]
  /** A sentence that differs from the article, and what stands there. */
  wrong?: { text: string; says: string }
}

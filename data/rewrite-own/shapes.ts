/** What an alteration changes; README.md tells what each means. */
export const ALTERATION_KINDS = [
  "number",
  "unit",
  "money",
  "currency",
  "date",
  "period",
  "name",
  "product",
  "link",
  "placeholder",
  "blank",
  "negation",
  "condition",
  "direction",
  "hedge",
  "actor",
  "scope",
  "added"
] as const
export type AlterationKind = (typeof ALTERATION_KINDS)[number]

export const HOWS = ["shorter", "longer", "friendlier", "formal", "simpler", "steps", "spelling"] as const

/** A text, two faithful rewrites of it, and words that make one of the three say something else. */
export interface Rewritten {
  id: string
  language: string
  text: string
  rewrites: [Faithful, Faithful]
  alterations: { kind: AlterationKind; at: "text" | "first" | "second"; old: string; new: string }[]
}

interface Faithful {
  how: (typeof HOWS)[number]
  text: string
}

/** A text, its faithful translation, and words that make the translation say something else. */
export interface Translated {
  id: string
  from: string
  to: string
  source: string
  translation: string
  alterations: { kind: AlterationKind; old: string; new: string }[]
}

/** A text, and another that changes a fact of it. */
export interface Altered {
  id: string
  kind: AlterationKind
  /** What `after` was made out of. */
  from: "text" | "first" | "second" | "translation"
  before: string
  after: string
  /** The words that were exchanged. */
  change: [old: string, changed: string]
}

/** What a team says about masking; kept and versioned by the relay, the same for everybody in the team. */
export interface MaskRules {
  /**
   * strict: names, addresses, places, organisations and what goes with them as well. balanced: only where they are
   * nearly sure; weaker.
   */
  mode: MaskMode
  /**
   * Never masked: the team's own brands, products, address, phone numbers, accounts. In any case; several words stand
   * together.
   */
  keep: readonly string[]
  /** Always masked, as a name. */
  names: readonly string[]
  /** A regular expression's source: what it finds is an order number and stays. Looked at after IBANs and cards. */
  orderPattern?: string | undefined
  /** Words of its public articles, packed: evidence that a word is no name. @see ArticleWords */
  articleWords?: string | undefined
  /** Counts up with every change; 0: the team has said nothing yet. */
  version: number
}

export const MASK_MODES = ["strict", "balanced"] as const
export type MaskMode = (typeof MASK_MODES)[number]

export const NO_RULES: MaskRules = { mode: "strict", keep: [], names: [], version: 0 }

/** What the agent said about words of one ticket, in the inspector. */
export interface MaskingOverrides {
  /** "This is a name." */
  names: readonly string[]
  /** "This is not." Never undoes a card, an account, a government number or a secret. */
  plain: readonly string[]
  /** Said to be a name, and taken back: a name only where it is found to be one. */
  taken?: readonly string[] | undefined
}

export const NO_OVERRIDES: MaskingOverrides = { names: [], plain: [] }

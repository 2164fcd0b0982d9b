/**
 * What a team decides about masking. The relay stores and versions the rules, and they are the same for everybody in
 * the team.
 */
export interface MaskRules {
  /**
   * In strict mode names, addresses, places, organisations and what belongs to them are masked as well. In balanced
   * mode they are masked only where they are nearly certain, which finds fewer of them.
   */
  mode: MaskMode
  /**
   * Words that are never masked: the team's own brands, products, address, phone numbers and accounts. They match in
   * any case, and an entry of several words only matches as a whole.
   */
  keep: readonly string[]
  /** Words that are always masked as a name. */
  names: readonly string[]
  /**
   * The source of a regular expression. What it finds is an order number and stays. It is applied after IBANs and
   * cards.
   */
  orderPattern?: string | undefined
  /** The words of the team's public articles, packed. They are evidence that a word is no name. @see ArticleWords */
  articleWords?: string | undefined
  /** Increases with every change. 0 means that the team hasn't decided anything yet. */
  version: number
}

export const MASK_MODES = ["strict", "balanced"] as const
export type MaskMode = (typeof MASK_MODES)[number]

export const NO_RULES: MaskRules = { mode: "strict", keep: [], names: [], version: 0 }

/** What the agent decided about words of one ticket in the request inspector. */
export interface MaskingOverrides {
  /** Words that the agent marked with "This is a name." */
  names: readonly string[]
  /**
   * Words that the agent marked with "This is not." They never unmask a card, an account, a government number or a
   * secret.
   */
  plain: readonly string[]
  /** Words that were marked as a name and whose mark was withdrawn. They are masked only where masking finds a name. */
  taken?: readonly string[] | undefined
}

export const NO_OVERRIDES: MaskingOverrides = { names: [], plain: [] }

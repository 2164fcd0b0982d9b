import type { ToneRuleName } from "../../../ticket/tone-rule-names.ts"

/**
 * How the tone card explains the findings of one rule. It is apart from the rule, so that the panel doesn't load the
 * rule's word lists. Gaps in braces are filled with the finding's `data`; a `{language}` is shown by its name.
 */
export interface ToneExplanation {
  rule: ToneRuleName
  /** One plain sentence about the words: what is wrong with them. */
  why: string
  /** Stands in for `why` where all of the finding's data is empty. */
  whyUnknown?: string
  /** The button's verb, if it is not "Write “...”". `{text}` is the first line of the fix. */
  fix?: string
  /** The card shows "alert" where there is none. */
  icon?: "blank"
}

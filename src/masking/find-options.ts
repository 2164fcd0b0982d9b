import { readOrderPattern } from "../text/order-pattern.ts"
import type { Person } from "../ticket/ticket.ts"
import type { FindOptions } from "./find/index.ts"
import { KeepList } from "./find/keep/keep-list.ts"
import { foldWord } from "./basis/fold.ts"
import { ArticleWords } from "./names/article-words.ts"
import { NO_RULES, NO_OVERRIDES, type MaskRules, type MaskingOverrides } from "./basis/masking-rules.ts"

/** Turns a team's rules and an agent's overrides into the options of the finders. */
export function findOptionsOf({
  locale,
  rules = NO_RULES,
  told = NO_OVERRIDES
}: {
  locale?: string | undefined
  rules?: MaskRules | undefined
  told?: MaskingOverrides | undefined
}): Omit<FindOptions, "people"> & { names: Person[] } {
  return {
    locale,
    mode: rules.mode,
    keep: keepListOf(rules),
    articles: articlesOf(rules.articleWords),
    orderPattern: patternOf(rules.orderPattern),
    plain: told.plain.length > 0 ? new Set(told.plain.map(foldWord)) : undefined,
    names: [...rules.names, ...told.names].map((name) => ({ name }))
  }
}

let last: { rules: MaskRules; keep: KeepList } | undefined

/** Makes the keep list once for the rules of a team, because every job sends them along. */
function keepListOf(rules: MaskRules): KeepList | undefined {
  if (rules.keep.length === 0) return undefined
  if (
    last?.rules.version !== rules.version ||
    last.rules.keep.length !== rules.keep.length ||
    last.rules.keep.some((entry, i) => entry !== rules.keep[i])
  )
    last = { rules, keep: new KeepList(rules.keep) }
  return last.keep
}

let articles: { packed: string; words: ArticleWords } | undefined

function articlesOf(packed: string | undefined): ArticleWords | undefined {
  if (!packed) return undefined
  if (articles?.packed !== packed) articles = { packed, words: new ArticleWords(packed) }
  return articles.words
}

/**
 * The relay refuses a pattern that can't be used. One that arrives here anyway is ignored, so that numbers are masked
 * rather than left readable.
 */
function patternOf(source: string | undefined): string | undefined {
  const read = source ? readOrderPattern(source) : undefined
  return read?.ok ? read.pattern : undefined
}

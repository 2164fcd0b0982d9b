import type { Generated } from "kysely"

export interface MaskingRulesRow {
  tenant: Generated<string>
  version: number
  /** JSON of `StoredRules`. */
  rules: string
  why: "saved" | "import" | "word" | "undo" | "sites"
  of_version: number | null
  person: string | null
  by: string | null
  at: Date
}

export interface ArticleWordsRow {
  tenant: Generated<string>
  document: string
  /** JSON of `ArticleFinding[]`. */
  found: string
  /** A word a line. */
  lower: string
  /** See `capitalsOf`; one a line. */
  capital: Generated<string>
}

declare module "../storage/schema.ts" {
  interface Schema {
    masking_rules: MaskingRulesRow
    article_words: ArticleWordsRow
  }
}

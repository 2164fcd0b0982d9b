import type { Generated } from "kysely"

export interface MaskingRulesRow {
  tenant: Generated<string>
  version: number
  /** The JSON of `StoredRules`. */
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
  /** The JSON of `ArticleFinding[]`. */
  found: string
  /** One word a line. */
  lower: string
  /** The words of `capitalsOf`, one a line. */
  capital: Generated<string>
}

declare module "../storage/schema.ts" {
  interface Schema {
    masking_rules: MaskingRulesRow
    article_words: ArticleWordsRow
  }
}

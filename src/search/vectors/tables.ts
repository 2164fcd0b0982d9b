import type { Generated } from "kysely"

export interface PassageVectorRow {
  tenant: Generated<string>
  document: string
  n: number
  /** Its name at its endpoint. */
  model: string
  /** See `pack.ts`; null: the model refused the passage. */
  vector: Buffer | null
}

declare module "../../storage/schema.ts" {
  interface Schema {
    passage_vectors: PassageVectorRow
  }
}

import type { Generated } from "kysely"

export interface PassageVectorRow {
  tenant: Generated<string>
  document: string
  n: number
  /** The model's name at its endpoint. */
  model: string
  /** See `pack-vector.ts`. The value is null if the model refused the passage. */
  vector: Buffer | null
}

declare module "../../storage/schema.ts" {
  interface Schema {
    passage_vectors: PassageVectorRow
  }
}

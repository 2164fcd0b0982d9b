import type { Generated } from "kysely"

export interface KnowledgeHookRow {
  tenant: Generated<string>
  collection: string
  secret: string
  created_at: Date
  called_at: Date | null
}

/** Calls of the last minutes, so that none counts twice. */
export interface KnowledgeHookCallRow {
  tenant: Generated<string>
  signature: Buffer
  at: Date
}

declare module "../../storage/schema.ts" {
  interface Schema {
    knowledge_hooks: KnowledgeHookRow
    knowledge_hook_calls: KnowledgeHookCallRow
  }
}

import type { Generated } from "kysely"

export interface WebhookEndpointRow {
  id: Generated<string>
  tenant: Generated<string>
  url: string
  secret: string
  created_at: Date
}

export interface WebhookDeliveryRow {
  id: string
  endpoint: string
  case_id: string
  body: string
  attempts: Generated<number>
  due_at: Date
  result: Generated<string | null>
  tried_at: Generated<Date | null>
  state: Generated<"waiting" | "delivered" | "failed">
  created_at: Date
}

declare module "../../storage/schema.ts" {
  interface Schema {
    webhook_endpoints: WebhookEndpointRow
    webhook_deliveries: WebhookDeliveryRow
  }
}

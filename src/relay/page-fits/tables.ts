import type { Generated } from "kysely"

export interface PageFitRow {
  tenant: Generated<string>
  day: string
  helpdesk: string
  part: string
  extension: string
  product: string
  browsers: number
  tickets: number
}

declare module "../../storage/schema.ts" {
  interface Schema {
    page_fits: PageFitRow
  }
}

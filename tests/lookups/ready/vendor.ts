import type { Asked } from "../help/json-double.ts"

/** An API on this computer that answers in the shapes of a vendor's public description, with made-up records. */
export interface Vendor {
  /** In demo/lookups, without ".yaml". */
  file: string
  /** The values of the ticket, and others that the system doesn't know though it has records that resemble them. */
  values: Record<string, string>
  unknown: Record<string, string>
  secrets: Record<string, string>
  /** Whether the request has the secret where the vendor wants it. Without secrets it is asked in the agent's session. */
  mayAsk(asked: Asked): boolean
  /** Answers a request. What is asked for stands on the last page, behind what only resembles it. */
  answer(asked: Asked & { url: URL; origin: string }): VendorAnswer
  /** How many requests the facts need. */
  pages: number
  /** Each fact as it is read; an identity with "(only shown)" behind it. */
  facts: Record<string, string>
  /** What masking learns besides. */
  identities: string[]
  /** How the vendor refuses a wrong secret, and how it says that it is asked too often. */
  refused: VendorAnswer
  busy: VendorAnswer
}

export interface VendorAnswer {
  json: unknown
  status?: number
  headers?: Record<string, string>
}

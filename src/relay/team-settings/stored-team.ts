import * as z from "zod/mini"
import { erasing } from "../../protocol/admin.ts"

/** The name of the setting that holds what admins have set for the team. */
export const TEAM_SETTING = "team"

/** Reads the stored setting, or what stands if no admin has set anything. */
export function teamOf(value: string | null | undefined): Team {
  return value === undefined || value === null
    ? { preparing: true, perDay: null, erasing: "drafters", ...READING, version: 0, by: null, at: null }
    : team.parse(JSON.parse(value))
}

const READING = { earlier: true, attachments: true, agentNames: false }

const team = z.object({
  preparing: z.boolean(),
  perDay: z.nullable(z.number()),
  erasing: z._default(erasing, "drafters"),
  /** Browsers read what was promised in earlier tickets of a requester. */
  earlier: z._default(z.boolean(), READING.earlier),
  /** Agents may have attachments read. */
  attachments: z._default(z.boolean(), READING.attachments),
  /** Leads see whose reply a case is. */
  agentNames: z._default(z.boolean(), READING.agentNames),
  version: z.number(),
  by: z.nullable(z.string()),
  at: z.nullable(z.string())
})
export type Team = z.infer<typeof team>

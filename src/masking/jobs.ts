import type { Person, Ticket } from "../ticket/ticket.ts"
import { maskText, type MaskedText } from "./mask-text.ts"
import { maskTicket } from "./mask-ticket.ts"
import type { MaskRules, MaskingOverrides } from "./basis/masking-rules.ts"
import type { MaskTable } from "./basis/placeholder-table.ts"

/** A job for the worker. */
export type MaskJob =
  | {
      kind: "ticket"
      ticket: Ticket
      table?: MaskTable | undefined
      rules?: MaskRules | undefined
      told?: MaskingOverrides | undefined
    }
  | {
      kind: "text"
      text: string
      table: MaskTable
      known: Person[]
      locale?: string | undefined
      rules?: MaskRules | undefined
      told?: MaskingOverrides | undefined
    }

export type MaskResult<J extends MaskJob = MaskJob> = J extends { kind: "ticket" }
  ? ReturnType<typeof maskTicket>
  : MaskedText

/** Runs a job. It is called in the worker. */
export function runJob(job: MaskJob): MaskResult {
  const { rules, told } = job
  return job.kind === "ticket"
    ? maskTicket(job.ticket, job.table, { rules, told })
    : maskText(job.text, job.table, job.known, { rules, told, locale: job.locale })
}

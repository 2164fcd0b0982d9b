import { fileURLToPath } from "node:url"
import * as z from "zod/mini"
import { DANGER_KINDS } from "../../src/ticket/danger.ts"
import { readLines } from "../read-lines.ts"

/** A ticket of the sets of dangers; `kind` is null for a harmless one. */
const dangerTicket = z.object({
  id: z.string(),
  lang: z.string(),
  subject: z.optional(z.string()),
  text: z.string(),
  kind: z.nullable(z.enum(DANGER_KINDS))
})
export type DangerTicket = z.infer<typeof dangerTicket>

/** Reads a set of `data/`, such as "danger-2/dev". */
export const readDangerTickets = (set: string): DangerTicket[] =>
  readLines(fileURLToPath(new URL(`../../data/${set}.jsonl`, import.meta.url)), dangerTicket)

/** Returns what the relay reads of a ticket. */
export const textOf = ({ subject = "", text }: DangerTicket): string => `${subject}\n${text}`

import { fileURLToPath } from "node:url"
import * as z from "zod/mini"
import { urgencySigns } from "../../src/intent/urgency.ts"
import { readLines } from "../read-lines.ts"
import type { DangerTicket } from "./tickets.ts"

/** Sets of other questions, whose tickets are as long and as varied as customers' own. */
const SETS = [
  ...["mask-kinds", "mask-kinds-2", "mask-kinds-4", "mask-kinds-5", "mask-kinds-6", "mask-kinds-7", "mask-kinds-8"],
  ...["injected-3", "injected-4", "injected-5", "clock-own", "summary-own", "guard-nameless", "guard-nameless-2"]
].map((set) => `${set}/dev`)
const PROMISES = ["promises-own", "promises-2"].flatMap((set) =>
  ["honest", "obeyed", "plain", "wants", "free"].map((part) => `${set}/${part}-dev`)
)

const message = z.object({ role: z.string(), text: z.string() })
const row = z.object({
  id: z.string(),
  lang: z.optional(z.string()),
  language: z.optional(z.string()),
  subject: z.optional(z.string()),
  text: z.optional(z.string()),
  ticket: z.optional(z.string()),
  messages: z.optional(z.array(message)),
  thread: z.optional(z.array(message))
})

/**
 * Reads everyday tickets that count as harmless, as long as no list finds a sign of danger in them: nobody has labelled
 * them. Without them, whatever is told at length looks like a danger.
 */
export const readEverydayTickets = (): DangerTicket[] =>
  [...SETS, ...PROMISES, "buying-own/tickets"].flatMap((set) =>
    readLines(fileURLToPath(new URL(`../../data/${set}.jsonl`, import.meta.url)), row).flatMap((one) => {
      const lang = one.lang ?? one.language ?? "en"
      const thread = (one.messages ?? one.thread ?? []).filter(({ role }) => role === "customer")
      const text = one.text ?? one.ticket ?? thread.map((said) => said.text).join("\n\n")
      const { subject = "" } = one
      const reason = urgencySigns(`${subject}\n${text}`, lang).escalate?.reason
      const isHarmless = text !== "" && reason !== "danger" && reason !== "law"
      return isHarmless ? [{ id: one.id, lang, subject, text, kind: null }] : []
    })
  )

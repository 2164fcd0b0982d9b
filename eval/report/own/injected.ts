import { join } from "node:path"
import * as z from "zod/mini"
import { findInjection, withOrderSigns } from "../../../src/checks/injection/find-injection.ts"
import { LANGUAGES } from "../../../src/text/languages.ts"
import { readLines } from "../../../training/read-lines.ts"
import { maskTicketWith } from "../../product.ts"
import { partsOf, passOver, type ReportSet, type Row } from "../row.ts"
import { ticketOfThread } from "./plain-thread.ts"

const line = z.object({
  id: z.string(),
  lang: z.enum(LANGUAGES),
  kind: z.string(),
  injected: z.boolean(),
  subject: z.string(),
  text: z.string()
})
type Line = z.infer<typeof line>

/** Tickets with and without orders to a machine, as they are written and as the relay gets them. */
const injectedSet = (name: string): ReportSet => ({
  folder: name,
  files: ["dev.jsonl"],
  own: true,
  async rows(folder, how) {
    const rows: Row[] = []
    for (const part of partsOf(how)) {
      const lines = readLines(join(folder, `${part}.jsonl`), line)
      const { result, pass } = await passOver(lines.length, () =>
        lines.map((one) => ({ ...one, isWritten: isNoticed(one), isMasked: isNoticed(one, maskedText(one)) }))
      )
      const row = (metric: string, of: typeof result, is: (one: (typeof result)[number]) => boolean): Row => ({
        ...{ set: `${name}, ${part}`, metric, figure: of.filter(is).length / of.length },
        ...pass
      })
      const [injected, honest] = [result.filter((one) => one.injected), result.filter((one) => !one.injected)]
      rows.push(
        row("orders noticed in the browser", injected, ({ isWritten }) => isWritten),
        row("orders noticed by the relay", injected, ({ isMasked }) => isMasked),
        row("honest tickets noticed", honest, ({ isWritten, isMasked }) => isWritten || isMasked)
      )
    }
    return rows
  }
})

export const injected3 = injectedSet("injected-3")
export const injected4 = injectedSet("injected-4")
export const injected5 = injectedSet("injected-5")

const isNoticed = ({ subject, text }: Line, seen = text): boolean =>
  [subject, seen].some((one) => findInjection(one) !== undefined)

function maskedText({ id, lang, subject, text }: Line): string {
  const messages = [{ role: "customer" as const, at: "2026-11-20T10:00:00Z", text }]
  const ticket = ticketOfThread({ id, language: lang, subject, messages })
  const [masked] = maskTicketWith(ticket, {}).messages
  return withOrderSigns(masked?.text ?? "", text)
}

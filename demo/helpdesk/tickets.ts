import { readdir, readFile } from "node:fs/promises"
import * as z from "zod/mini"

const message = z.strictObject({
  id: z.string().check(z.regex(/^\d+$/)),
  author: z.string(),
  role: z.enum(["customer", "agent", "system"]),
  visibility: z.enum(["public", "internal"]),
  at: z.iso.datetime(),
  text: z.string(),
  html: z.optional(z.string()),
  attachments: z.optional(
    z.array(z.strictObject({ name: z.string(), type: z.string(), size: z.number(), url: z.optional(z.string()) }))
  )
})

const ticket = z.strictObject({
  helpdesk: z.literal("sample"),
  ticketId: z.string().check(z.regex(/^\d+$/)),
  subject: z.string(),
  status: z.enum(["new", "open", "pending", "solved"]),
  requester: z.strictObject({ name: z.string(), email: z.email() }),
  tags: z.array(z.string()),
  locale: z.optional(z.enum(["en", "de", "fr", "es", "pt", "ja"])),
  fields: z.optional(z.record(z.string(), z.string())),
  messages: z.array(message).check(z.minLength(1))
})

export type Message = z.infer<typeof message>
export type Ticket = z.infer<typeof ticket>

/** Reads `demo/tickets/*.json` by number. Throws an error with the file's name if one doesn't have the shape. */
export async function loadTickets(folder = new URL("../tickets/", import.meta.url)): Promise<Ticket[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort()
  return Promise.all(
    names.map(async (name) => {
      const parsed = ticket.safeParse(JSON.parse(await readFile(new URL(name, folder), "utf8")))
      if (!parsed.success) throw new Error(`${name} is not a ticket: ${z.prettifyError(parsed.error)}`)
      return parsed.data
    })
  )
}

/** Solved tickets, which aren't in the queue: what was promised in them stands in the summary of a newer one. */
export const EARLIER_TICKETS = new URL("../tickets/earlier/", import.meta.url)

import type { Ticket } from "../ticket/ticket.ts"
import { NO_PLACEHOLDERS } from "./basis/placeholder-table.ts"
import { isMaskJob } from "./job-size.ts"
import { runJob } from "./jobs.ts"

/**
 * The Worker that masks. It receives `{id, job}` and sends `{id, result}` or `{id, error}`. It sends `{ready: true}`
 * once it is loaded.
 */
declare const self: DedicatedWorkerGlobalScope

const SAMPLE =
  "Order 4807712345 of 2026-11-18, €98.90. Anna Berg, anna.berg@post.example, +44 117 496 0321, 203.0.113.7, DE89 3704 0044 0532 0130 00, 4242 4242 4242 4242, SSN 536-22-1234, password: hunter2, https://a.example/u/anna?x=y, [PERSON_1]. ".repeat(
    8
  )

const ANNA = { name: "Anna Berg", email: "anna.berg@post.example" }

const sampleTicket = (locale: string): Ticket => ({
  helpdesk: "sample",
  ticketId: "1",
  subject: "Order 4807712345",
  status: "open",
  requester: ANNA,
  tags: [],
  locale,
  messages: [
    {
      id: "1",
      author: ANNA.name,
      role: "customer",
      visibility: "public",
      at: "2026-11-18T09:00:00Z",
      text: `Hello,\n\nI am Anna Berg and live at 12 Mill Lane, York.\n${SAMPLE.slice(0, 300)}\n\nKind regards,\nAnna Berg\nTel. +44 117 496 0321`
    }
  ]
})

self.addEventListener("message", (event: MessageEvent<{ id: number; job: unknown }>) => {
  const { id, job } = event.data
  try {
    if (!isMaskJob(job)) throw new TypeError("not a masking job")
    self.postMessage({ id, result: runJob(job) })
  } catch (error) {
    // Only the name of the error is sent, because its message could hold ticket text.
    self.postMessage({ id, error: error instanceof Error ? error.name : "Error" })
  }
})
// The first texts of a fresh worker take a hundred times as long as later ones. Running some here keeps that time out
// of a ticket's deadline.
for (let i = 0; i < 5; i++) runJob({ kind: "text", text: SAMPLE, table: NO_PLACEHOLDERS, known: [ANNA] })
// A ticket has parts that a text alone hasn't, and most tickets are in the browser's language.
runJob({ kind: "ticket", ticket: sampleTicket(self.navigator.language) })
self.postMessage({ ready: true })

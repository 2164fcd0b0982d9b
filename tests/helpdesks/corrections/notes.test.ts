import { afterEach, expect, test } from "vitest"
import { PageChanged } from "../../../src/helpdesks/contract/adapter.ts"
import { correctables } from "../../../src/helpdesks/correctables.ts"
import { createCorrector } from "../../../src/helpdesks/corrections/apply-corrections.ts"
import { brokenParts } from "../../../src/ticket/page-part.ts"
import type { Case, Opened } from "../case.ts"
import { freescoutCases } from "../freescout/cases.ts"
import { helpScoutCases } from "../help-scout/cases.ts"
import { osticketCases } from "../osticket/cases.ts"
import { redmineCases } from "../redmine-cases.ts"

let opened: Opened | undefined
let corrector: ReturnType<typeof createCorrector> | undefined
afterEach(async () => {
  corrector?.apply([])
  await opened?.close?.()
})

async function openCorrected(cases: Case[], helpdesk: string, names: Record<string, string>) {
  const found = cases.find(({ ticket }) => ticket.messages.some(({ visibility }) => visibility === "internal"))
  if (!found) throw new Error("no case has a note")
  opened = await found.open()
  corrector = createCorrector(correctables, opened.page.document)
  const corrections = Object.entries(names).map(([name, selector]) => ({ helpdesk, name, selector }))
  expect(corrector.apply(corrections)).toEqual({ changed: true })
  return { ...found, page: opened.page }
}

const REDMINE = { issue: "#content", subject: ".subject h3" }
const BUILT_IN = { osticket: "#ticket_thread .thread-entry", freescout: "#conv-layout-main .thread" }

test.each(["*", "body", "#history", ".private-notes .wiki"])(
  "redmine: the words of a private note are nobody's name, whatever %s leads to",
  async (named) => {
    const { adapter, page, ticket } = await openCorrected(redmineCases, "redmine", { named })
    const { messages, ...rest } = await adapter.readTicket(page, ticket.ticketId, AbortSignal.timeout(10_000))
    const read = JSON.stringify(rest)
    const notes = messages.filter(({ visibility }) => visibility === "internal")
    expect(notes).not.toEqual([])
    for (const { text } of notes) expect(read).not.toContain(JSON.stringify(text).slice(1, 40))
  }
)

test.each<[helpdesk: string, part: string, Case[], Record<string, string>]>([
  ["redmine", "message text", redmineCases, { ...REDMINE, description: ".private-notes" }],
  ["redmine", "message text", redmineCases, { ...REDMINE, description: "#history" }],
  ["redmine", "message text", redmineCases, { ...REDMINE, description: "#content", text: ".private-notes .wiki" }],
  ["redmine", "subject", redmineCases, { issue: "#content", subject: ".private-notes .wiki" }],
  ["redmine", "subject", redmineCases, { issue: "#content", subject: "#history" }],
  ["redmine", "status", redmineCases, { ...REDMINE, status: ".private-notes .wiki" }],
  ["redmine", "fields", redmineCases, { ...REDMINE, customField: ".private-notes" }],
  ["osticket", "subject", osticketCases, { subject: ".thread-entry.note .thread-body" }],
  ["osticket", "subject", osticketCases, { subject: "#ticket_thread" }],
  ["osticket", "status", osticketCases, { status: ".thread-entry.note .thread-body" }],
  ["osticket", "requester", osticketCases, { requester: ".thread-entry.note .thread-body" }],
  ["osticket", "requester", osticketCases, { requesterEmail: ".thread-entry.note .thread-body" }],
  ["osticket", "signed-in agent", osticketCases, { agent: ".thread-entry.note .thread-body" }],
  ["osticket", "people", osticketCases, { collaborator: ".thread-entry.note .thread-body" }],
  ["osticket", "fields", osticketCases, { field: ".thread-entry.note" }],
  ["freescout", "subject", freescoutCases, { subject: ".thread-type-note .thread-content" }],
  ["freescout", "subject", freescoutCases, { subject: "#conv-layout-main" }],
  ["freescout", "status", freescoutCases, { status: ".thread-type-note .thread-content" }],
  ["freescout", "requester", freescoutCases, { customer: ".thread-type-note .thread-content" }],
  ["freescout", "signed-in agent", freescoutCases, { agent: ".thread-type-note .thread-content" }],
  ["help-scout", "subject", helpScoutCases, { subject: "[id^='thread-']:not(.is-customer)" }]
])("%s: a corrected selector that leads to a note is refused, as %s", async (helpdesk, part, cases, names) => {
  const { adapter, page, ticket } = await openCorrected(cases, helpdesk, names)
  const reading = adapter.readTicket(page, ticket.ticketId, AbortSignal.timeout(10_000))
  await expect(reading).rejects.toThrow(PageChanged)
  await expect(reading).rejects.toMatchObject({ part })
  if (part === "subject") expect(brokenParts(adapter.selfTest(page))).toContain("subject")
})

test.each<[helpdesk: string, Case[], Record<string, string>]>([
  ["redmine", redmineCases, REDMINE],
  ["osticket", osticketCases, { subject: `${BUILT_IN.osticket}.message .thread-body, .tixTitle h3` }],
  ["freescout", freescoutCases, { customer: "#conv-layout-customer .customer-name, .nav-user" }]
])("%s: what is corrected and leads to no note is read", async (helpdesk, cases, names) => {
  const { adapter, page, ticket } = await openCorrected(cases, helpdesk, names)
  const { messages } = await adapter.readTicket(page, ticket.ticketId, AbortSignal.timeout(10_000))
  expect(messages.map(({ visibility }) => visibility)).toEqual(ticket.messages.map(({ visibility }) => visibility))
})

test("a message with a note inside is none of the public ones", async () => {
  const { adapter, page, ticket } = await openCorrected(osticketCases, "osticket", { words: ".words" })
  const { document } = page
  const [message, note] = [".message", ".note"].map((kind) => document.querySelector(BUILT_IN.osticket + kind))
  if (note) message?.append(note)
  const html = document.documentElement.outerHTML
  page.fetch = async () => new Response(html, { headers: { "content-type": "text/html; charset=UTF-8" } })
  await expect(adapter.readTicket(page, ticket.ticketId, AbortSignal.timeout(10_000))).rejects.toMatchObject({
    part: "messages"
  })
})

import { JSDOM } from "jsdom"
import { expect, test } from "vitest"
import { ownAddress, shownSize } from "../../src/helpdesks/contract/attached-files.ts"
import type { Case } from "./case.ts"
import { chatwootCases } from "./chatwoot/cases.ts"
import { freescoutCases } from "./freescout/cases.ts"
import { freshdeskCases } from "./freshdesk/cases.ts"
import { osticketCases } from "./osticket/cases.ts"
import { redmineCases } from "./redmine-cases.ts"
import { rtCases } from "./rt-cases.ts"
import { sampleCases } from "./sample-cases.ts"
import { zammadCases } from "./zammad/cases.ts"
import { zendeskCases } from "./zendesk-cases.ts"

/** The first attachment of these cases, with its address as a path of the page's own host. */
async function firstFile(cases: readonly Case[]) {
  for (const one of cases) {
    if (!one.ticket.messages.some(({ attachments }) => attachments?.length)) continue
    const { page, close } = await one.open()
    try {
      const ticket = await one.adapter.readTicket(page, one.ticket.ticketId, AbortSignal.timeout(5000))
      const file = ticket.messages.flatMap(({ attachments = [] }) => attachments).find(({ name }) => name !== "")
      if (!file) continue
      const { url, ...about } = file
      if (url === undefined) return about
      expect(new URL(url).origin).toBe(page.url.origin)
      return { ...about, path: url.slice(page.url.origin.length) }
    } finally {
      await close?.()
    }
  }
  return undefined
}

test.each([
  [
    "Request Tracker, as the recorded page links it",
    rtCases,
    { name: "crash-report.txt", type: "text/plain", size: 145, path: "/Ticket/Attachment/162/107/crash-report.txt" }
  ],
  [
    "Redmine, as the recorded page links its download",
    redmineCases,
    { name: "crash-report.txt", size: 20, path: "/attachments/download/1/crash-report.txt" }
  ],
  [
    "FreeScout, as the page links it",
    freescoutCases,
    { name: "label.pdf", size: 1_258_291, path: "/storage/attachment/1/label.pdf?id=1&token=t" }
  ],
  [
    "osTicket, as the page links it",
    osticketCases,
    { name: "how-to.pdf", size: 12_595, path: "/file.php?key=how-to.pdf&expires=1&signature=s" }
  ],
  [
    "Zammad, by its API",
    zammadCases,
    {
      name: "how-to.pdf",
      type: "application/pdf",
      size: 2048,
      path: expect.stringMatching(/^\/api\/v1\/ticket_attachment\/\d+\/\d+\/1$/)
    }
  ],
  ["the sample", sampleCases, expect.objectContaining({ name: expect.any(String) })],
  ["Zendesk: on another host", zendeskCases, { name: "bowl.jpg", type: "image/jpeg", size: 48_213 }],
  ["Chatwoot: behind a redirect", chatwootCases, { name: "my pot.jpg", size: 9 }],
  ["Freshdesk: on another host", freshdeskCases, { name: "how-to.pdf", type: "application/pdf", size: 20_480 }]
])("%s", async (_name, cases, expected) => {
  expect(await firstFile(cases)).toEqual(expected)
})

test.each([
  ["(20 Bytes)", 20],
  ["145 bytes", 145],
  ["12.3 kb", 12_595],
  ["(1,2 Ko)", 1229],
  ["1,024 B", 1024],
  ["1.5 GB", 1_610_612_736],
  ["3 MiB", 3_145_728],
  ["a page", undefined],
  ["5 КБ", undefined],
  ["", undefined]
])("a size that is shown as %j has %j bytes", (shown, size) => {
  const { document } = new JSDOM(`<small>${shown}</small>`).window
  expect(shownSize(document.querySelector("small"))).toEqual(size === undefined ? {} : { size })
})

test("an address on another host, of another scheme, or none at all is none", () => {
  const page = { url: new URL("https://desk.example/scp/tickets.php?id=1") }
  expect(ownAddress(page, "file.php?key=1")).toEqual({ url: "https://desk.example/scp/file.php?key=1" })
  for (const address of [
    "https://cdn.example/a",
    "//cdn.example/a",
    "javascript:alert(1)",
    "data:,a",
    "",
    undefined,
    7
  ])
    expect(ownAddress(page, address)).toEqual({})
})

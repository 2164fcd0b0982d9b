import { afterEach, expect, test } from "vitest"
import { composers } from "../../src/composers/index.ts"
import { osticket } from "../../src/helpdesks/osticket/adapter.ts"
import type { PageAnswer } from "../../src/page/answer-background.ts"
import { startPage } from "../../src/page/start-page.ts"
import type { FromPage, ToPage } from "../../src/protocol/page.ts"
import { selfTestAnswer } from "../../src/protocol/page.ts"
import { brokenParts } from "../../src/ticket/page-part.ts"
import { ticketPage } from "../doubles/osticket/ticket-page.ts"
import { glaze } from "../helpdesks/osticket/cases.ts"
import { openSamplePage } from "./sample-page.ts"

let open: ReturnType<typeof openSamplePage> | undefined
afterEach(() => {
  open?.life.abort()
  document.getSelection()?.removeAllRanges()
})
const look = async () => selfTestAnswer.parse(await open?.ask({ kind: "self-test" }))

test("the page says which parts fit, by looking alone", async () => {
  open = openSamplePage()
  const before = document.documentElement.outerHTML
  const { helpdesk, ticketId, parts } = await look()
  expect([helpdesk, ticketId, brokenParts(parts)]).toEqual(["sample", "1001", []])
  expect(open.asked).toEqual([])
  expect(document.documentElement.outerHTML).toBe(before)
  document.querySelector("textarea")?.setAttribute("name", "words")
  expect(brokenParts((await look()).parts)).toEqual(["reply editor"])
})

test("an editor that is found but can't be written in is named", async () => {
  open = openSamplePage({ composers: [] })
  expect(brokenParts((await look()).parts)).toEqual(["known editor"])
})

test("a selected text is taken from a page that no longer fits, and from no other; the ticket is then the text", async () => {
  open = openSamplePage()
  const article = document.querySelector("article")
  if (!article) throw new Error("the sample has no message")
  article.textContent = "Where is my parcel?"
  document.getSelection()?.selectAllChildren(article)
  expect(await open.ask({ kind: "selection-take" })).toEqual({ ok: false, code: "known-helpdesk" })
  document.querySelector("form")?.querySelector("textarea")?.setAttribute("name", "words")
  await look()
  expect(await open.ask({ kind: "selection-take" })).toEqual({ ok: true })
  const opened = open.told.findLast((message) => message.kind === "ticket-opened")
  expect(opened).toMatchObject({ helpdesk: "selected-text" })
  expect(await open.ask({ kind: "self-test" })).toMatchObject({ helpdesk: "selected-text", parts: [] })
})

test("a ticket whose answer has changed can be answered by a selected text too", async () => {
  open = openSamplePage()
  open.net.answer = () => Response.json({ subject: 7 })
  expect(await open.ask({ kind: "ticket-read", ticketId: "1001" })).toMatchObject({ part: "subject" })
  expect(await open.ask({ kind: "selection-take" })).toEqual({ ok: false, code: "no-selection" })
})

test("a ticket whose messages bear no number any more is reported, so that the broken part is named", async () => {
  const renamed = ticketPage(glaze).replaceAll('name="entry-', 'name="post-')
  document.body.replaceChildren(...new DOMParser().parseFromString(renamed, "text/html").body.childNodes)
  const [told, answers]: [FromPage[], ((message: ToPage) => Promise<PageAnswer> | undefined)[]] = [[], []]
  const life = new AbortController()
  const url = new URL("https://desk.example/help/scp/tickets.php?id=21")
  try {
    startPage(
      {
        adapters: [osticket],
        composers,
        page: { document, url, fetch: () => Promise.reject(new Error("nobody is asked")) },
        ports: { send: (message) => told.push(message), onMessage: (answer) => answers.push(answer) }
      },
      life.signal
    )
    expect(told).toMatchObject([{ kind: "ticket-opened", helpdesk: "osticket", ticketId: "21" }])
    const answered = await answers.map((answer) => answer({ kind: "self-test" })).find((answer) => answer !== undefined)
    const { ticketId, parts } = selfTestAnswer.parse(answered)
    expect([ticketId, brokenParts(parts)]).toEqual(["21", ["message id"]])
  } finally {
    life.abort()
    document.body.replaceChildren()
  }
})

import { JSDOM } from "jsdom"
import { expect, test } from "vitest"
import type { Page } from "../../../src/helpdesks/contract/adapter.ts"
import { withoutPronouns } from "../../../src/helpdesks/contract/without-pronouns.ts"
import { adapters } from "../../../src/helpdesks/index.ts"
import { fold, type Case } from "../case.ts"

const signal = () => AbortSignal.timeout(10_000)

/** What every adapter's tickets must be where the page has a pronoun in the place of an agent's name. */
export function pronounContract(cases: Case[]): void {
  const ofEach = adapters.flatMap(({ id }) => {
    const named = (one: Case) => one.adapter.id === id && agentIn(one.ticket) !== undefined
    return cases.find(named) ?? []
  })

  test("there is a page of every adapter in which an agent has written", () =>
    expect(ofEach.map(({ adapter }) => adapter.id)).toEqual(adapters.map(({ id }) => id)))

  test.each(ofEach)(
    "a pronoun in the place of a name is nobody's name: $adapter.id",
    async ({ adapter, open, ticket }) => {
      const opened = await open()
      const agent = agentIn(ticket) ?? ""
      const { page, close } = withText(opened.page, (text) => text.replaceAll(agent, "Sie"))
      page.document.documentElement.lang = "de"
      const read = withoutPronouns(await adapter.readTicket(page, ticket.ticketId, signal()), page.document)
      const { messages, people = [], requester } = read
      expect([
        ...messages.map(({ author }) => author),
        ...people.map(({ name }) => name),
        requester.name
      ]).not.toContain("Sie")
      expect(messages.map(({ id, text }) => [id, fold(text)])).toEqual(
        ticket.messages.map(({ id, text }) => [id, fold(text.replaceAll(agent, "Sie"))])
      )
      close()
      await opened.close?.()
    }
  )
}

const agentIn = ({ messages, requester }: Case["ticket"]) =>
  messages.find(({ author, role }) => role === "agent" && author !== "" && author !== requester.name)?.author

/** The page and all that it fetches, with a changed text. */
function withText(page: Page, change: (text: string) => string): { page: Page; close(): void } {
  const { window } = new JSDOM(change(page.document.documentElement.outerHTML), { url: page.url.href })
  for (const cookie of page.document.cookie.split("; ")) window.document.cookie = cookie
  const changed: Page = {
    ...page,
    document: window.document,
    async fetch(input, init) {
      const answer = await page.fetch(input, init)
      return new Response(change(await answer.text()), { status: answer.status, headers: answer.headers })
    }
  }
  return { page: changed, close: () => window.close() }
}

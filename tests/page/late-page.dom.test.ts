import { expect, test } from "vitest"
import { zendesk } from "../../src/helpdesks/zendesk/adapter.ts"
import { startPage } from "../../src/page/start-page.ts"
import type { FromPage } from "../../src/protocol/page.ts"

test("a helpdesk on its own domain that draws itself after page load is known as soon as it has, and asked about once", async () => {
  const life = new AbortController()
  const told = Promise.withResolvers<FromPage>()
  let listeners = 0
  startPage(
    {
      adapters: [zendesk],
      composers: [],
      page: {
        document,
        url: new URL("https://help.brightpots.example/agent/tickets/35436"),
        fetch: () => Promise.reject(new Error("nothing is read"))
      },
      ports: {
        send: told.resolve,
        onMessage(_, signal) {
          listeners++
          signal.addEventListener("abort", () => listeners--)
        }
      }
    },
    life.signal
  )
  // Of corrected selectors, and of what is selected.
  expect(listeners).toBe(2)
  const panes = document.createElement("main")
  panes.id = "main_panes"
  document.body.append(document.createElement("nav"), panes)
  expect(await told.promise).toEqual({ kind: "ticket-opened", helpdesk: "zendesk", ticketId: "35436" })
  expect(listeners).toBe(2)
  life.abort()
})

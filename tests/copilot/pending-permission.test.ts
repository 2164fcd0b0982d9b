import { expect, test } from "vitest"
import { soon } from "../soon.ts"
import { world } from "./help/world.ts"

const origin = "https://rt.example.org"
const allow = { kind: "popup-site", origin, on: true } as const

test("the browser's question closes the popup: the site is switched on when its permission comes", async () => {
  const all = await world()
  await all.ask({ kind: "popup-permission-request", wish: allow })
  all.worker.fire("permission-added")
  await all.ask({ kind: "popup-status" })
  expect([...all.browser.registered]).toEqual([])
  all.browser.granted.add(origin)
  all.worker.fire("permission-added")
  await soon(() => expect(all.browser.injected).toEqual([origin]))
  expect([...all.browser.registered]).toEqual([origin])
})

test("the worker dies while the browser asks: the wish outlives it", async () => {
  const all = await world()
  await all.ask({ kind: "popup-permission-request", wish: allow })
  all.revive()
  all.browser.granted.add(origin)
  all.worker.fire("permission-added")
  await soon(() => expect([...all.browser.registered]).toEqual([origin]))
})

test("pairing with a relay elsewhere goes on without the popup; a popup that stayed open is told the same, and the code is used once", async () => {
  const all = await world()
  const pair = { kind: "popup-pair", address: all.relay.address, code: all.relay.relay.code } as const
  all.browser.granted.add(all.relay.address)
  await all.ask({ kind: "popup-permission-request", wish: pair })
  all.worker.fire("permission-added")
  expect(await all.ask(pair)).toEqual({ ok: true })
  const status = await all.ask({ kind: "popup-status" })
  expect(status.ok && status.status?.person?.name).toBe("Tom")
})

test("a wish is done once, and not after its ten minutes", async () => {
  const all = await world()
  all.browser.granted.add(origin)
  await all.ask({ kind: "popup-permission-request", wish: allow })
  all.worker.fire("permission-added")
  await soon(() => expect(all.browser.kept.session.has("wish")).toBe(false))
  await all.ask({ kind: "popup-site", origin, on: false })
  all.browser.granted.add(origin)
  await all.ask({ kind: "popup-permission-request", wish: allow })
  all.clock.shift += 10 * 60_000 + 1
  all.worker.fire("permission-added")
  await soon(() => expect(all.browser.kept.session.has("wish")).toBe(false))
  expect([...all.browser.registered]).toEqual([])
})

test("a panel without a ticket learns the site in front, and that it is read once the person allowed it", async () => {
  const all = await world()
  await all.pair()
  const panel = all.openPanel()
  all.openTab(10, 1, all.page, `${origin}/Ticket/Display.html?id=7`)
  all.worker.fire("activated", 10, 1)
  expect((await panel.until((state) => state.site !== undefined)).site).toEqual({
    origin,
    on: false,
    builtIn: false,
    tabId: 10
  })
  all.browser.granted.add(origin)
  expect(await all.ask(allow)).toEqual({ ok: true })
  await panel.until((state) => state.site?.on === true)
})

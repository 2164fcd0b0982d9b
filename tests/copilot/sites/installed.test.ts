import { expect, test } from "vitest"
import { soon } from "../../soon.ts"
import { world } from "../help/world.ts"

const OWN = "https://desk.example.org"

/** A world in which one site was switched on, one is the manifest's own, and one was never allowed; all are open. */
async function openWorld() {
  const all = await world()
  all.browser.granted.add(OWN)
  await all.ask({ kind: "popup-site", origin: OWN, on: true })
  const open = [`${OWN}/scp/tickets.php?id=7`, "https://acme.zendesk.com/agent/tickets/1", "https://other.example/1"]
  for (const [n, url] of open.entries()) all.openTab(30 + n, 1, all.page, url)
  all.browser.injected.length = 0
  return all
}

test("after an update the script is brought into the open pages of all sites that may be read", async () => {
  const all = await openWorld()
  all.worker.fire("installed")
  await soon(() => expect(all.browser.injected.toSorted()).toEqual(["https://acme.zendesk.com", OWN]))
})

test("an update after which the browser has forgotten the sites: they are registered again", async () => {
  const all = await openWorld()
  all.browser.registered.clear()
  all.revive()
  all.worker.fire("installed")
  await soon(() => expect([...all.browser.registered]).toEqual([OWN]))
  await soon(() => expect(all.browser.injected).toContain(OWN))
})

test("a site that was switched off, or taken back in the browser's settings, stays off", async () => {
  const all = await openWorld()
  all.browser.granted.delete(OWN)
  all.worker.fire("installed")
  await soon(() => expect(all.browser.injected).toEqual(["https://acme.zendesk.com"]))
  expect([...all.browser.registered]).toEqual([])
  all.browser.granted.add(OWN)
  all.worker.fire("installed")
  await soon(() => expect(all.browser.injected).toHaveLength(2))
  expect(all.browser.injected).not.toContain(OWN)
})

test("what the organisation forbids isn't read after an update either", async () => {
  const all = await openWorld()
  all.browser.policy.set = { allowedSites: ["https://acme.zendesk.com"] }
  all.worker.fire("policy")
  all.worker.fire("installed")
  await soon(() => expect(all.browser.injected).toEqual(["https://acme.zendesk.com"]))
})

import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { managedPolicy } from "../../../src/copilot/session/managed-policy.ts"
import { root } from "../../house/files.ts"
import { soon } from "../../soon.ts"
import { fakeBrowser } from "../help/fake-browser.ts"
import { openWorld, world } from "../help/world.ts"

const policyOf = (set: unknown) => {
  const browser = fakeBrowser()
  browser.policy.set = set
  return managedPolicy(browser.worker().browser)
}

test("without a policy any relay and any site may be used", async () => {
  for (const set of [undefined, {}]) {
    const policy = await policyOf(set)
    expect(policy.relay).toBeUndefined()
    expect(policy.allows("https://help.example.com")).toBe(true)
  }
})

test.each([
  ["https://help.example.com", "https://help.example.com", true],
  ["https://help.example.com/", "https://help.example.com", true],
  ["https://HELP.example.com", "https://help.example.com", true],
  ["https://*.zendesk.com", "https://acme.zendesk.com", true],
  ["https://*.zendesk.com", "https://zendesk.com", false],
  ["https://*.zendesk.com", "https://evilzendesk.com", false],
  ["https://help.example.com", "http://help.example.com", false],
  ["https://help.example.com", "https://help.example.com:8443", false],
  ["https://help.example.com:8443", "https://help.example.com:8443", true],
  ["help.example.com", "https://help.example.com", false],
  ["*", "https://help.example.com", false]
])("%s allows %s: %s", async (site, origin, allowed) => {
  expect((await policyOf({ allowedSites: [site] })).allows(origin)).toBe(allowed)
})

test.each([["relay"], ["http://relay.example.com"], ["javascript:alert(1)"], [""]])(
  "the relay %j is no address to which tickets may be sent, so none may be used",
  async (relayAddress) => {
    expect((await policyOf({ relayAddress })).relay).toBe("invalid")
  }
)

test("a policy of another shape forbids everything", async () => {
  const policy = await policyOf({ allowedSites: "https://help.example.com" })
  expect([policy.relay, policy.allows("https://help.example.com")]).toEqual(["invalid", false])
})

test("only the organisation's relay is paired with, and its address is shown as set", async () => {
  const all = await world()
  all.browser.policy.set = { relayAddress: "https://relay.example.com" }
  expect(await all.pair()).toEqual({
    ok: false,
    code: "policy",
    message: "Your organisation allows only the relay https://relay.example.com."
  })
  const panel = all.openPanel()
  const { relay } = await panel.until((state) => state.relay.fixed === true)
  expect(relay.address).toBe("https://relay.example.com")
  all.browser.policy.set = { relayAddress: all.relay.address }
  expect(await all.pair()).toEqual({ ok: true })
})

test("a sign-in at another relay isn't used any more once the policy names one", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  const asked = all.relay.seen.drafts.length
  all.browser.policy.set = { relayAddress: "https://relay.example.com" }
  await all.ask({ kind: "popup-status" })
  all.kill()
  all.revive()
  const panel = all.openPanel()
  const { phase, relay } = await panel.until((state) => state.phase === "unpaired")
  expect([phase, relay.address]).toEqual(["unpaired", "https://relay.example.com"])
  await all.opened()
  await soon(() => expect(all.relay.seen.drafts).toHaveLength(asked))
})

test("a page of a site that isn't allowed is neither read nor offered, also if it was allowed before", async () => {
  const all = await world()
  await all.pair()
  all.browser.policy.set = { allowedSites: ["https://help.example.com"] }
  all.openTab(10)
  await all.opened()
  const panel = all.openPanel()
  const { site } = await panel.until((state) => state.site !== undefined)
  expect(site).toMatchObject({ on: false, forbidden: true })
  expect(all.page.asked).toEqual([])
  expect(await all.ask({ kind: "popup-site", origin: "https://desk.example.org", on: true })).toMatchObject({
    ok: false,
    code: "policy"
  })
})

test("the examples name this extension, and set what is read", () => {
  const { manifest }: { manifest: { key: string } } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  const hash = createHash("sha256").update(Buffer.from(manifest.key, "base64")).digest("hex").slice(0, 32)
  const id = hash.replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)))
  for (const file of ["linux.json", "windows.reg", "macos.plist"]) {
    const text = readFileSync(join(root, "deploy/managed", file), "utf8")
    if (file !== "macos.plist") expect(text).toContain(id)
    for (const name of ["relayAddress", "allowedSites"]) expect(text).toContain(name)
  }
})

test("the schema that browsers check a policy against names what is read", () => {
  const schema: { properties: object } = JSON.parse(readFileSync(join(root, "deploy/managed/schema.json"), "utf8"))
  expect(Object.keys(schema.properties)).toEqual(["relayAddress", "allowedSites"])
})

import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { FIREFOX_ID } from "../../../scaffold/packages/store-manifest.ts"
import { managedPolicy } from "../../../src/copilot/session/managed-policy.ts"
import { root } from "../../house/files.ts"
import { soon } from "../../soon.ts"
import { fakeBrowser } from "../help/fake-browser.ts"
import { pageDouble, sampleTicket } from "../help/page-double.ts"
import { KEY, openWorld, ORIGIN, world } from "../help/world.ts"

const PARTS = [
  "prepareDrafts",
  "lookups",
  "earlierTickets",
  "attachments",
  "shownPages",
  "selectedText",
  "translation"
] as const

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
  ["https://help.example.com:443/", "https://help.example.com", true],
  ["https://hilfe.müller.example", "https://hilfe.xn--mller-kva.example", true],
  ["https://*.müller.example", "https://hilfe.xn--mller-kva.example", true],
  ["https://a b", "https://help.example.com", false],
  ["help.example.com", "https://help.example.com", false],
  ["*", "https://help.example.com", false]
])("%s allows %s: %s", async (site, origin, allowed) => {
  expect((await policyOf({ allowedSites: [site] })).allows(origin)).toBe(allowed)
})

test.each([["relay"], ["http://relay.example.com"], ["javascript:alert(1)"], [""]])(
  "the relay %j is no address to which tickets may be sent, so none may be used",
  async (relayAddress) => {
    const policy = await policyOf({ relayAddress })
    expect([policy.relay, policy.allows("https://help.example.com"), policy.isOff("lookups")]).toEqual([
      "invalid",
      false,
      true
    ])
  }
)

test("a policy of another shape forbids everything", async () => {
  const policy = await policyOf({ allowedSites: "https://help.example.com" })
  expect([policy.relay, policy.allows("https://help.example.com")]).toEqual(["invalid", false])
})

test("a name that means nothing forbids everything, and is told to whoever pairs or opens the popup", async () => {
  const set = { relayaddress: "https://relay.example.com", allowedsites: ["https://help.example.com"] }
  const policy = await policyOf(set)
  expect([policy.relay, policy.allows("https://help.example.com"), policy.isOff("lookups")]).toEqual([
    "invalid",
    false,
    true
  ])
  expect(policy.unknown).toEqual(["relayaddress", "allowedsites"])
  // One known name beside it doesn't make it better.
  expect((await policyOf({ lookups: true, Translation: false })).unknown).toEqual(["Translation"])
  const all = await world()
  all.browser.policy.set = set
  expect(await all.pair()).toMatchObject({
    ok: false,
    code: "policy",
    message: expect.stringContaining("relayaddress, allowedsites")
  })
  all.openTab(10)
  await all.opened()
  expect(await all.ask({ kind: "popup-status" })).toMatchObject({
    status: { site: { on: false, forbidden: true, unknown: ["relayaddress", "allowedsites"] } }
  })
  expect(all.page.asked).toEqual([])
})

test("what the browser left out of a policy that has to set it forbids everything, and is named", async () => {
  const expected = ["relayAddress", "allowedSites", "lookups"]
  // As Chrome hands on a list of sites that was written without brackets, and a switch in quotation marks.
  const set = { expected, relayAddress: "https://relay.example.com" }
  const policy = await policyOf(set)
  expect([policy.relay, policy.allows("https://help.example.com"), policy.isOff("translation")]).toEqual([
    "invalid",
    false,
    true
  ])
  expect(policy.missing).toEqual(["allowedSites", "lookups"])
  const whole = await policyOf({ ...set, allowedSites: ["https://help.example.com"], lookups: true })
  expect([whole.relay, whole.missing]).toEqual(["https://relay.example.com", undefined])
  expect((await policyOf({ expected: ["toString"] })).missing).toEqual(["toString"])
  const all = await world()
  all.browser.policy.set = set
  expect(await all.pair()).toMatchObject({ code: "policy", message: expect.stringContaining("allowedSites, lookups") })
  expect(await all.ask({ kind: "popup-status" })).toMatchObject({
    status: { policy: { missing: ["allowedSites", "lookups"] } }
  })
})

test("parts are switched off by false alone, and all of them by a policy that can't be read", async () => {
  for (const part of PARTS) {
    const policy = await policyOf({ [part]: false })
    expect(PARTS.filter((one) => policy.isOff(one))).toEqual([part])
  }
  const on = await policyOf({ prepareDrafts: true, lookups: true })
  expect(PARTS.filter((one) => on.isOff(one))).toEqual([])
  const wrong = await policyOf({ lookups: "no" })
  expect(PARTS.filter((one) => wrong.isOff(one))).toEqual([...PARTS])
  const { properties } = JSON.parse(readFileSync(join(root, "deploy/managed/schema.json"), "utf8"))
  expect(Object.keys(properties)).toEqual([
    "expected",
    "relayAddress",
    "allowedSites",
    ...PARTS,
    "offSwitches",
    "correctionKey"
  ])
})

test("the key of corrections is the policy's, none if it is empty or the policy can't be read, and else the build's", async () => {
  expect((await policyOf(undefined)).correctionKey).toBeUndefined()
  expect((await policyOf({ correctionKey: " abc " })).correctionKey).toBe("abc")
  expect((await policyOf({ correctionKey: "" })).correctionKey).toBe("")
  expect((await policyOf({ lookups: "no" })).correctionKey).toBe("")
})

test("with prepared drafts and translation switched off no draft is made unasked, and nothing is translated", async () => {
  const all = await world()
  await all.pair()
  all.browser.policy.set = { prepareDrafts: false, translation: false }
  all.openTab(10)
  await all.opened()
  const panel = all.openPanel()
  const { ticket } = await panel.until((state) => state.preparing?.off === "policy" && state.ticket !== undefined)
  expect(all.relay.seen.drafts).toHaveLength(0)
  const key = ticket?.key ?? ""
  const refused = { ok: false, code: "translation-off" }
  expect(await all.ask({ kind: "panel-translate", key, change: "to-de" })).toMatchObject(refused)
  expect(await all.ask({ kind: "panel-texts", key, change: "to-de", of: "thread" })).toMatchObject(refused)
})

test("a selected text isn't taken where that is switched off, and one that was taken before is left", async () => {
  const all = await world()
  await all.pair()
  const ticket = sampleTicket({ helpdesk: "selected-text", ticketId: "k7", subject: "" })
  all.openTab(10, 1, pageDouble(ticket))
  await all.tell({ kind: "ticket-opened", helpdesk: "selected-text", ticketId: "k7" }, 10)
  const panel = all.openPanel()
  await panel.draft("ready")
  all.browser.policy.set = { selectedText: false }
  all.worker.fire("policy")
  await panel.until(({ phase }) => phase === "empty")
  expect(await all.ask({ kind: "panel-take-selection", of: { tabId: 10 } })).toMatchObject({ code: "switched-off" })
  await all.tell({ kind: "ticket-opened", helpdesk: "selected-text", ticketId: "k8" }, 10)
  await all.ask({ kind: "popup-status" })
  expect(panel.states.at(-1)?.ticket).toBeUndefined()
  expect(all.relay.seen.drafts).toHaveLength(1)
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

test("a ticket is left when the policy no longer allows its site, and comes back when it does", async () => {
  const all = await openWorld()
  const { text } = await all.panel.draft("ready")
  await all.panel.until((state) => state.summary?.state === "ready")
  await soon(async () => expect(await (await all.store()).drafts.of(KEY)).toMatchObject([{ state: "ready" }]))
  await soon(() => expect(all.page.asked).toContain("self-test"))
  const asked = [...all.page.asked]
  all.browser.policy.set = { allowedSites: ["https://help.example.com"] }
  all.worker.fire("policy")
  const { site } = await all.panel.until((state) => state.phase === "empty" && state.site !== undefined)
  expect(site).toMatchObject({ origin: ORIGIN, on: false, forbidden: true })
  await all.ask({ kind: "panel-refresh" })
  await all.ask({ kind: "panel-regenerate", key: KEY })
  expect(all.page.asked).toEqual(asked)
  expect(all.relay.seen.drafts).toHaveLength(1)
  // The page tells again which ticket it shows when it is asked to.
  const { answer } = all.page
  all.page.answer = async (message) => {
    if ((message as { kind: string }).kind === "tell-again") void all.opened()
    return answer(message)
  }
  all.browser.policy.set = { allowedSites: [ORIGIN] }
  all.worker.fire("policy")
  expect((await all.panel.draft("ready")).text).toBe(text)
})

test("the examples name this extension in every browser, and set all that is read", () => {
  const { manifest }: { manifest: { key: string } } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  const hash = createHash("sha256").update(Buffer.from(manifest.key, "base64")).digest("hex").slice(0, 32)
  const id = hash.replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)))
  const ids = {
    "linux.json": id,
    "windows.reg": id,
    "windows-edge.reg": id,
    "macos.plist": "",
    "firefox.json": FIREFOX_ID
  }
  for (const [file, named] of Object.entries(ids)) {
    const text = readFileSync(join(root, "deploy/managed", file), "utf8")
    expect(text, file).toContain(named)
    for (const name of [...PARTS, "expected", "relayAddress", "allowedSites", "correctionKey"])
      expect(text, `${file}: ${name}`).toContain(name)
  }
})

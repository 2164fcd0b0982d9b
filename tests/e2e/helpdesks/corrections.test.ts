import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { buildForTour } from "../../../demo/tour/extension.ts"
import { saveCorrections } from "../../../src/relay/helpdesk-pages/stored-corrections.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { signer } from "../../signed-corrections.ts"
import { built } from "../help/built.ts"
import { startWorld, type World } from "../help/harness.ts"
import { draftReady, insert, openAdmin, openPanel, orTell, region, says } from "../help/steps.ts"
import { serveDesks } from "./desk.ts"
import { desks } from "./desks.ts"
import type { SignedCorrections } from "../../../src/protocol/routes/helpdesk-pages.ts"

/** A vendor redesigns its page, and a signed correction brings it back: no other build, and no other browser. */
const own = signer()
const [osticket] = desks.filter(({ name }) => name === "osTicket")
if (!osticket) throw new Error("There is no osTicket.")
const [ticket] = osticket.tickets
const SUBJECT = { helpdesk: "osticket", name: "subject", selector: ".ticketHeading h3" }

/** When it can't be read, and when the page is looked at afterwards. */
const NO_SUBJECT = /^The helpdesk’s page (?:has changed\. It )?lacks something that was expected: subject\./

let isRedesigned = false
let served: Awaited<ReturnType<typeof serveDesks>>
let model: ModelDouble
let world: World
let panel: Page
let admin: Page
let page: Page
beforeAll(async () => {
  served = await serveDesks([osticket], {
    change: (text) => (isRedesigned ? text.replace("tixTitle", "ticketHeading") : text)
  })
  model = await startModelDouble({
    kind: "text",
    text: "Hello [PERSON_1],\n\nThank you for your message.\n\nKind regards"
  })
  world = await startWorld(model.settings, { knowledge: false, prepare: withPolicy })
  panel = await openPanel(world)
  page = await world.browser.context.newPage()
})
afterAll(async () => {
  await world?.close()
  await model?.close()
  await served?.close()
})

/**
 * The extension in a browser whose policy names the key: what the browser answers for it is put before the worker's own
 * script, because a real policy holds for the whole computer. Counted is what the worker was answered about corrections.
 */
function withPolicy(extension: string): void {
  buildForTour(built, extension)
  const file = join(extension, "manifest.json")
  const manifest = JSON.parse(readFileSync(file, "utf8"))
  const script = manifest.background.service_worker
  writeFileSync(
    join(extension, "policy.js"),
    `chrome.storage.managed.get = () => Promise.resolve(${JSON.stringify({ correctionKey: own.key })})
    const asked = self.fetch
    self.correctionsTaken = 0
    self.fetch = async (...what) => {
      const answer = await asked(...what)
      if (String(what[0]).endsWith("/v1/corrections")) self.correctionsTaken++
      return answer
    }
    importScripts(${JSON.stringify(`/${script}`)})`
  )
  writeFileSync(file, JSON.stringify({ ...manifest, background: { service_worker: "policy.js" } }))
}

const sent = () => model.requests.map(({ body }) => body).join()
/** What becomes of the file at the relay in this browser, by the admin page. */
const verdict = (words: string) => orTell(admin, region(admin, "Status").getByText(words).waitFor())

/**
 * Looks at the redesigned page again, and waits until the extension has asked for it too. When corrections change it may
 * do so once more.
 */
async function lookAgain(): Promise<void> {
  const before = served.made(ticket.path)
  await page.bringToFront()
  await page.goto(served.origin + ticket.path)
  await expect.poll(() => served.made(ticket.path)).toBeGreaterThanOrEqual(before + 2)
}

/** Stores a file at the relay, and waits until the agent's browser has it: some answer of the relay names it. */
async function publish(file: SignedCorrections, sampleTicket: string): Promise<void> {
  const taken = () => world.browser.context.serviceWorkers()[0]?.evaluate<number>("self.correctionsTaken")
  const before = (await taken()) ?? 0
  await saveCorrections(world.relay.db, JSON.stringify(file), new Date())
  const other = await world.browser.context.newPage()
  await other.goto(`http://127.0.0.1:${world.helpdesk.port}/tickets/${sampleTicket}`)
  await draftReady(panel, sampleTicket)
  await expect.poll(taken).toBeGreaterThan(before)
  await other.close()
}

test("a redesigned page: the panel names the part that no longer fits, and the admin sees it counted", async () => {
  isRedesigned = true
  await lookAgain()
  await says(panel, NO_SUBJECT)
  expect(model.requests).toEqual([])
  admin = await openAdmin(world)
  await verdict("The relay has no file of corrections. Browsers use the built-in selectors.")
  const counted = region(admin, "Status").getByText(/^osTicket: “subject” doesn’t fit since .+, 1 browser, 1 ticket\.$/)
  await orTell(admin, counted.waitFor())
})

test("a correction that somebody else signed changes nothing", async () => {
  await publish(signer().sign(1, [SUBJECT]), "1001")
  await lookAgain()
  await says(panel, NO_SUBJECT)
  expect(sent()).not.toContain(ticket.says)
  await admin.reload()
  await verdict(
    "This browser corrects nothing: the signature isn’t of its key, or the file was changed after it was signed."
  )
})

test("the team's own is taken without another build: the same page is read, and its reply gets the draft", async () => {
  await publish(own.sign(2, [SUBJECT]), "1002")
  await page.bringToFront()
  await draftReady(panel, ticket.id)
  expect(sent()).toContain(ticket.says)
  await insert(panel)
  await expect.poll(() => osticket.sent(page, ticket)).toMatch(new RegExp(`Hello ${ticket.customer},.*Thank you`, "s"))
  await admin.reload()
  await verdict("This browser accepts it: the signature is right, and these selectors are corrected.")
})

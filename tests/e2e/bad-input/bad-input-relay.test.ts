import { createServer, type Server } from "node:http"
import { once } from "node:events"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { API_VERSION } from "../../../src/protocol/relay.ts"
import { databaseProcess } from "../../relay/help/data-folder.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { startWorld, type World } from "../help/harness.ts"
import {
  bar,
  button,
  draftReady,
  insert,
  letter,
  openMenu,
  openPanel,
  openTicket,
  orTell,
  pressRegenerate,
  rewrite,
  says,
  shows
} from "../help/steps.ts"

/**
 * What can be wrong with the relay, from pairing to a killed database: a clear sentence, nothing lost, and it goes on.
 */
const letterOf = (sentence: string) => `Hello [PERSON_1],\n\nThank you for writing. ${sentence}\n\nKind regards`
const LETTER = letterOf("We are looking for your parcel.")
const BEGUN = "Hello [PERSON_1],\n\nWe have asked the carrier where it is. And when the carrier has answered"
let model: ModelDouble
let world: World
let ticket: Page
let panel: Page
beforeAll(async () => {
  model = await startModelDouble({ kind: "text", text: LETTER })
  world = await startWorld(model.settings, { paired: false, knowledge: false, ownDatabase: true })
  ticket = await openTicket(world, "1001")
  panel = await openPanel(world)
})
afterAll(async () => {
  await world.close()
  await model.close()
})

/** Types into the form that the panel shows in place of a ticket. */
async function pairWith(code: string, address = world.relay.url) {
  await panel.getByLabel("Relay address").fill(address)
  await panel.getByLabel("Pairing code").fill(code)
  await button(panel, "Pair").click()
}

/** Regenerates with a letter that says this, and waits until it is whole. */
async function regenerate(sentence: string) {
  model.always({ kind: "text", text: letterOf(sentence) })
  await pressRegenerate(panel)
  await orTell(panel, letter(panel).getByText(sentence).waitFor())
  await draftReady(panel, await ticketInFront())
}

/** Regenerates, and waits until the first sentence of a letter that doesn't end is there. */
async function begin() {
  model.always({ kind: "silent", text: BEGUN })
  await pressRegenerate(panel)
  await letter(panel).getByText("We have asked").waitFor()
}

const ticketInFront = async () => /#(\d+)/.exec(await panel.getByRole("heading", { level: 1 }).innerText())?.[1] ?? ""

/** Something that answers every request alike, where a relay was expected. */
async function impostor(port: number, status: number, type: string, body: string): Promise<Server> {
  const server = createServer((_, response) => response.writeHead(status, { "content-type": type }).end(body)).listen(
    port,
    "127.0.0.1"
  )
  await once(server, "listening")
  return server
}

async function end(server: Server): Promise<void> {
  server.closeAllConnections()
  server.close()
  await once(server, "close")
}

const portOf = (server: Server) => {
  const address = server.address()
  return typeof address === "object" && address ? address.port : 0
}

const NEWER = JSON.stringify({
  name: "replywright",
  api: 99,
  version: "9.0.0",
  ok: true,
  database: "ok",
  model: null,
  documents: 0
})
const REFUSED = JSON.stringify({
  error: { code: "other-version", message: "This relay speaks version 99.", retryable: false, requestId: "r" }
})

test("pairing with no relay, with something else, with a relay of another version", async () => {
  await panel.getByText("Pair this browser with your relay").waitFor()
  const nobody = await impostor(0, 200, "text/plain", "")
  const gone = portOf(nobody)
  await end(nobody)
  await pairWith("ABCD-EFGH", `http://127.0.0.1:${gone}`)
  await panel.getByText("The relay doesn’t answer at that address.").waitFor()
  const page = await impostor(0, 200, "text/html", "<h1>It works</h1>")
  await pairWith("ABCD-EFGH", `http://127.0.0.1:${portOf(page)}`)
  await panel.getByText("Something else than a relay answers at this address.").waitFor()
  await end(page)
  const newer = await impostor(0, 200, "application/json", NEWER)
  await pairWith("ABCD-EFGH", `http://127.0.0.1:${portOf(newer)}`)
  await panel.getByText("The relay is of another version.").waitFor()
  await end(newer)
})

test("a wrong code, a used code, an old code; then the right one opens the ticket", async () => {
  await pairWith("WRNG-CODE")
  await panel.getByText("The relay doesn’t know that code.").waitFor()
  const used = await world.relay.pair("agent", "Eve")
  await fetch(`${world.relay.url}/v1/pair`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-replywright-api": String(API_VERSION) },
    body: JSON.stringify({ code: used })
  })
  await pairWith(used)
  await panel.getByText("That code was used already.").waitFor()
  const old = await world.relay.pair("agent", "Eve")
  await world.relay.db
    .updateTable("pairing_codes")
    .set({ expires_at: new Date(Date.now() - 1000) })
    .where("used_at", "is", null)
    .execute()
  await pairWith(old)
  await panel.getByText("The time of that code is over.").waitFor()
  await pairWith(await world.relay.pair("agent", "Tom"))
  await draftReady(panel, "1001")
})

test("a relay that dies in mid-stream leaves its finished sentences; when it is back, Regenerate works", async () => {
  await begin()
  await world.relay.close()
  await says(panel, /The relay stopped answering after \d sentence/)
  expect(await letter(panel).innerText()).toContain("We have asked the carrier where it is.")
  expect(await letter(panel).innerText()).not.toContain("And when")
  await world.relayAgain()
  await regenerate("It is back at our house.")
})

test("without a relay the draft that is kept still works, another ticket says why it has none, and it notices the relay by itself", async () => {
  await world.relay.close()
  await insert(panel)
  await openTicket(world, "1009", ticket)
  await says(panel, "The relay doesn’t answer.")
  await world.relayAgain()
  await draftReady(panel, "1009")
})

test("a relay of another version in its place: said, nothing is sent, and the right one takes over again", async () => {
  const { port } = world.relay
  await world.relay.close()
  const other = await impostor(port, 426, "application/json", REFUSED)
  await pressRegenerate(panel)
  await says(panel, "The relay is of another version.")
  await formerIsKept("It is back at our house.")
  await end(other)
  await world.relayAgain()
  await panel.reload()
  await regenerate("The form is on our site.")
})

/** The letter that stood there is among the earlier drafts. */
async function formerIsKept(sentence: string) {
  await openMenu(panel)
  await panel.getByText(sentence).first().waitFor()
  await panel.keyboard.press("Escape")
}

test("a killed database: the relay gets it back by itself, and the next draft is written", async () => {
  const pid = databaseProcess(join(world.folder, "data"))
  process.kill(pid, "SIGKILL")
  const sentence = "The database is whole again."
  model.always({ kind: "text", text: letterOf(sentence) })
  await pressRegenerate(panel)
  const written = letter(panel).getByText(sentence)
  const down = bar(panel).getByText("The relay can’t reach its database.")
  await orTell(panel, written.or(down).first().waitFor())
  if (await down.isVisible()) await regenerate(sentence)
  await draftReady(panel, "1009")
})

test("a relay that fails inside: a sentence of its own, and the draft that stood there is kept", async () => {
  await world.relay.db.schema.alterTable("drafts").renameTo("drafts_away").execute()
  await pressRegenerate(panel)
  await says(panel, "The relay reported a fault.")
  await formerIsKept("The database is whole again.")
  await world.relay.db.schema
    .alterTable("drafts_away" as "drafts")
    .renameTo("drafts")
    .execute()
  await regenerate("It works again.")
})

test("offline in mid-stream: finished sentences stay, it says so, and back online it goes on", async () => {
  await begin()
  await world.browser.context.setOffline(true)
  // A loopback connection outlives a lost network; a real one breaks.
  await world.relay.close()
  await says(panel, /stopped answering after \d sentence/)
  await letter(panel).getByText("We have asked the carrier where it is.").waitFor()
  await world.relayAgain()
  await world.browser.context.setOffline(false)
  await regenerate("We are online again.")
})

test("a revoked token locks the panel; pairing again brings the draft with its edits back", async () => {
  await rewrite(panel, "Hello,\n\nmy own words.")
  await world.relay.db.updateTable("tokens").set({ revoked_at: new Date() }).execute()
  await pressRegenerate(panel)
  await panel.getByText("The relay signed this browser out").waitFor()
  await pairWith(await world.relay.pair("agent", "Tom"))
  await shows(panel, "1009")
  await formerIsKept("my own words.")
})

test("a relay that restarts while a draft is prepared, with no panel open: the whole draft is there when one opens", async () => {
  await panel.close()
  model.always({ kind: "silent", text: BEGUN })
  const asked = model.requests.length
  await openTicket(world, "1003", ticket)
  await model.request(asked)
  const begun = () =>
    world.relay.db
      .selectFrom("drafts")
      .innerJoin("draft_events", "draft_events.draft", "drafts.id")
      .select("draft_events.event")
      .where("drafts.ticket_id", "=", "1003")
      .where("draft_events.type", "=", "draft-delta")
      .execute()
  await expect.poll(begun, { timeout: 15_000 }).not.toEqual([])
  await world.relay.close()
  model.always({ kind: "text", text: letterOf("It is prepared after all.") })
  await world.relayAgain()
  panel = await openPanel(world)
  await draftReady(panel, "1003")
  // What was written before the relay went may stand there first: it can be inserted as well.
  await expect.poll(() => letter(panel).innerText(), { timeout: 15_000 }).toContain("It is prepared after all.")
  expect(await letter(panel).innerText()).not.toContain("And when")
})

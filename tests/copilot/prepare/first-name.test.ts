import { readEvents } from "../../../src/relay/drafting/draft-store.ts"
import { join } from "node:path"
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import { OFFLINE, type Endpoint } from "../../../src/models/endpoint/models.ts"
import { signal } from "../../knowledge/help/database.ts"
import { startModelDouble } from "../../models/double.ts"
import { endpointOf, modelsOf } from "../../models/endpoint.ts"
import { saveVoice } from "../../../src/relay/voices/stored-voices.ts"
import { openRelay, type TestRelay } from "../../relay/help/relay.ts"
import { world } from "../help/world.ts"

/** One database with the sample's articles; each test has a relay of its own on it. */
let relay: TestRelay
beforeAll(async () => {
  relay = await openRelay()
  relay.time.now = new Date()
  const articles = join(import.meta.dirname, "../../../demo/knowledge")
  await importFolder(relay.db, articles, { origin: "sample", collection: "sample", signal })
})
afterAll(() => relay?.close())

/**
 * The whole extension against the relay itself, which greets a customer whose name never reaches it. Returns the draft
 * as the panel shows it.
 */
async function draftAfter(
  agentWrote: string,
  writer: Endpoint,
  { voice, name = "Maya Lindgren" }: { voice?: string; name?: string } = {}
): Promise<string> {
  await relay.db.deleteFrom("voice_versions").execute()
  if (voice !== undefined) await saveVoice(relay.db, voice, null, relay.time.now)
  const { relay: own, url } = await relay.again(modelsOf([writer]))
  onTestFinished(() => own.close())
  // A busy machine may keep the relay silent for a while.
  const all = await world(20_000)
  const [asked] = all.page.ticket.messages
  if (!asked) throw new Error("The ticket has no message.")
  const messages = [
    { ...asked, text: "My parcel is shown as delivered, and it has not arrived. What can I do?" },
    { ...asked, id: "m2", author: "Tom Baker", role: "agent" as const, text: agentWrote },
    { ...asked, id: "m3", text: "It is a week now. What happens when a parcel is shown as delivered and is missing?" }
  ]
  all.page.ticket = { ...all.page.ticket, subject: "Parcel", requester: { name }, messages }
  const code = await relay.pair("agent", "Tom")
  await all.worker.send({ kind: "popup-pair", address: url, code }, { own: true })
  all.openTab(10)
  const panel = all.openPanel()
  await all.opened()
  const { text } = await panel.draft("ready")
  const drafts = await relay.db.selectFrom("drafts").select("id").execute()
  const reached = JSON.stringify(await Promise.all(drafts.map(({ id }) => readEvents(relay.db, id))))
  expect(reached).toContain("[PERSON_")
  expect(reached).not.toMatch(/Maya|Lindgren/)
  return text
}
const BY_FIRST_NAME = "Hi Maya,\n\nplease wait one more day.\n\nTom"

test("a thread whose agent writes Hi Maya gets Hello Maya, though the name is masked", async () => {
  expect(await draftAfter(BY_FIRST_NAME, OFFLINE)).toMatch(/^Hello Maya,\n/)
}, 60_000)

test("a thread in which nobody uses the first name gets the whole name", async () => {
  expect(await draftAfter("Please wait one more day.", OFFLINE)).toMatch(/^Hello Maya Lindgren,\n/)
}, 60_000)

test.each([
  ["Liam O'Hara", "Hi Liam,"],
  ["Voss, Mara", "Hi Mara,"],
  ["Dr. Mara Voss", "Hi Dr. Mara Voss,"],
  ["Norrland Parcel GmbH", "Hi Norrland Parcel GmbH,"]
])(
  "a voice greets %s with %s, though nobody in the thread has used a first name",
  async (name, greeting) => {
    const voice = "voice: ours\npersona: We sell lamps.\nlanguage: en\nname: first\ngreeting: 'Hi {name},'\n"
    const text = await draftAfter("Please wait one more day.", OFFLINE, { voice, name })
    expect(text.split("\n")[0]).toBe(greeting)
  },
  60_000
)

test("a model is told which placeholder is the first name, and what it writes with it comes back as the name", async () => {
  const model = await startModelDouble()
  onTestFinished(() => model.close())
  // The requester has the first placeholder, and the first name the next one.
  const letter = ["Hello [PERSON_1],", "Hello [PERSON_2],", "Hello [PERSON_3],", "Hello [PERSON_4],"].join("\n")
  model.always({ kind: "text", text: letter })
  const text = await draftAfter(BY_FIRST_NAME, endpointOf("writer", model.url, { firstByteMs: 20_000 }))
  const prompt = model.requests.map(({ body }) => body).join("\n")
  const [, first = ""] = /Greet (\[PERSON_\d\]), the first name of \[PERSON_\d\]/.exec(prompt) ?? []
  expect(first).not.toBe("")
  expect(prompt).not.toMatch(/Maya|Lindgren/)
  expect(text.split("\n")[letter.split("\n").indexOf(`Hello ${first},`)]).toBe("Hello Maya,")
}, 60_000)

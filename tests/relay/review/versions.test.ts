import { afterAll, beforeAll, expect, test } from "vitest"
import { NO_MODELS } from "../../../src/models/endpoint/models.ts"
import { draftVersionsAnswer, type DraftVersion } from "../../../src/protocol/draft-versions.ts"
import type { VersionParts } from "../../../src/relay/drafting/pipeline/version-parts.ts"
import { noteVersion } from "../../../src/relay/review/figures/draft-versions.ts"
import { storeOutcome } from "../../../src/relay/review/outcome-routes.ts"
import { Client, draftRequest, outcome, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { askFigures } from "./ask.ts"

let relay: TestRelay
let ann = new Client("")
let tom = new Client("")
let person = ""
beforeAll(async () => {
  relay = await openRelay({ models: NO_MODELS })
  ann = await Client.paired(relay, "Ann", "lead")
  tom = await Client.paired(relay, "Tom")
  person = (await relay.db.selectFrom("people").select("id").executeTakeFirstOrThrow()).id
})
afterAll(() => relay?.close())

const PARTS: VersionParts = {
  ...{ recipe: "1", model: "small-1", prompt: "p1", search: "", verifier: "", verifierPrompt: "", team: "t1" },
  ...{ voices: "", memories: "" }
}
const answersOf = async (answer: Promise<Response>): Promise<DraftVersion[]> =>
  draftVersionsAnswer.parse(await (await answer).json()).versions
const versions = () => answersOf(ann.fetch("/v1/review/versions"))

/** A version with one reply, from a day on. */
async function use(pipelineVersion: string, day: string, parts?: VersionParts): Promise<void> {
  const at = new Date(`${day}T10:00:00Z`)
  if (parts) await noteVersion(relay.db, pipelineVersion, parts, at)
  await storeOutcome(relay.db, outcome({ ticketId: pipelineVersion, pipelineVersion }), person, at)
}

test("each version says what differs from the one that began before it", async () => {
  const at = new Date("2026-11-05T10:00:00Z")
  for (const [name, version, source] of [
    ["Late parcels", 2, "steps"],
    ["Late parcels", 3, "steps"],
    ["Old", 2, null]
  ] as const)
    await relay.db.insertInto("playbook_versions").values({ name, version, source, person: null, at }).execute()
  await use("unrecorded", "2026-10-30")
  await use("first", "2026-11-01", PARTS)
  await use("model", "2026-11-10", { ...PARTS, model: "large-2", prompt: "p2" })
  await use("prompt", "2026-11-12", { ...PARTS, model: "large-2", prompt: "p3", verifier: "checker", memories: "m" })
  expect((await versions()).map(({ pipeline, cases, changes }) => ({ pipeline, cases, changes }))).toEqual([
    {
      pipeline: "prompt",
      cases: 1,
      changes: [{ kind: "verifier", before: "", after: "checker" }, { kind: "prompt" }, { kind: "memories" }]
    },
    {
      pipeline: "model",
      cases: 1,
      changes: [
        { kind: "model", before: "small-1", after: "large-2" },
        { kind: "playbook", name: "Late parcels", version: 3 },
        { kind: "playbook", name: "Old", version: null }
      ]
    },
    { pipeline: "first", cases: 1, changes: [{ kind: "unrecorded" }] },
    { pipeline: "unrecorded", cases: 1, changes: null }
  ])
})

test("a lead names a version, and the figures have the name; an empty one takes it away, an agent may not", async () => {
  const name = (by: Client, text: string) =>
    by.fetch("/v1/review/versions?pipeline=model", {
      method: "PUT",
      body: JSON.stringify({ name: text }),
      headers: { "content-type": "application/json" }
    })
  expect((await answersOf(name(ann, " Large model ")))[1]).toMatchObject({ pipeline: "model", name: "Large model" })
  expect((await askFigures(ann)).versionNames).toEqual({ model: "Large model" })
  expect(await refusalOf(name(tom, "Mine"))).toMatchObject({ status: 403 })
  expect(await refusalOf(name(ann, "Card 4111 1111 1111 1111"))).toMatchObject({ status: 422 })
  expect((await versions())[1]?.name).toBe("Large model")
  await name(ann, "")
  expect((await askFigures(ann)).versionNames).toEqual({})
})

test("a draft notes what its version is made of", async () => {
  const request = draftRequest()
  await tom.draft(request)
  const { pipeline_version } = await relay.db
    .selectFrom("drafts")
    .select("pipeline_version")
    .where("id", "=", request.draftId)
    .executeTakeFirstOrThrow()
  await storeOutcome(relay.db, outcome({ ticketId: "noted", pipelineVersion: pipeline_version }), person, new Date())
  const noted = (await versions()).find(({ pipeline }) => pipeline === pipeline_version)
  expect(noted?.changes).toContainEqual({ kind: "model", before: "large-2", after: "offline" })
})

import { expect, test, onTestFinished } from "vitest"
import { startModelDouble } from "../../models/double.ts"
import { endpointOf, modelsOf } from "../../models/endpoint.ts"
import { openRelay } from "../../relay/help/relay.ts"
import { KEY, world } from "../help/world.ts"

/** The whole extension against the relay itself, whose summaries a model writes. */
async function withSummaryModel() {
  const model = await startModelDouble({ kind: "text", text: "WANTS #1 The parcel." })
  const models = modelsOf([endpointOf("writer", model.url)])
  const relay = await openRelay({ models: { ...models, tasks: { ...models.tasks, summary: models.tasks.draft } } })
  onTestFinished(async () => {
    await relay.close()
    await model.close()
  })
  relay.time.now = new Date()
  // A busy machine may keep the relay silent for a while.
  const all = await world(20_000)
  await all.worker.send(
    { kind: "popup-pair", address: relay.url, code: await relay.pair("agent", "Tom") },
    { own: true }
  )
  all.openTab(10)
  const panel = all.openPanel()
  await all.opened()
  /** How often a model was asked for a summary, and for anything. */
  const asked = () => ({
    summaries: model.requests.filter(({ body }) => isSummary(body)).length,
    all: model.requests.length
  })
  return { ...all, panel, asked }
}

const isSummary = (body: string) => body.includes("You read a support thread for an agent")

test("a message is summarised once, however often the draft is made again, and a new message once more", async () => {
  const all = await withSummaryModel()
  const first = await all.panel.draft("ready")
  await all.panel.until((state) => state.summary?.state === "ready", "a summary")
  expect(all.asked()).toMatchObject({ summaries: 1 })
  let last = first.id
  for (const instruction of [undefined, "shorter", undefined]) {
    await all.ask({ kind: "panel-regenerate", key: KEY, ...(instruction && { instruction }) })
    const next = await all.panel.until((state) => state.draft?.state === "ready" && state.draft.id !== last, "another")
    last = next.draft?.id ?? ""
  }
  expect(all.asked().summaries).toBe(1)
  expect(all.asked().all).toBeGreaterThanOrEqual(5)
  // Another visit, by another worker: what is kept is shown.
  all.revive()
  await all.opened()
  await all.panel.until((state) => state.summary?.state === "ready", "the kept summary")
  expect(all.asked().summaries).toBe(1)
  const [message] = all.page.ticket.messages
  if (!message) throw new Error("The ticket has no message.")
  all.page.ticket = {
    ...all.page.ticket,
    messages: [
      ...all.page.ticket.messages,
      { ...message, id: "m9", text: "It came. Thank you!", at: "2026-11-21T10:00:00Z" }
    ]
  }
  await all.opened()
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await all.panel.until((state) => state.draft?.state === "ready" && state.draft.id !== last, "a draft for the news")
  await all.panel.until((state) => state.summary?.state === "ready", "a new summary")
  expect(all.asked().summaries).toBe(2)
}, 60_000)

import { expect } from "vitest"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"
import { ORIGIN, world } from "../../copilot/help/world.ts"
import { goodDraft } from "../../copilot/help/relay-script.ts"
import { soon } from "../../soon.ts"
import type { Case } from "./cases.ts"
import { wireTo } from "./wire.ts"

export interface Path {
  /** Has people work on a ticket, and gives back every byte that has left since the last time. */
  walk(one: Case): Promise<string>
  /** Where the bytes are taken down on their way to the relay. */
  address: string
  taken(): string
}

/**
 * The extension as it runs, a wire, and a relay. All that takes a text is used: drafts, summaries, outcomes, reviews,
 * and the look at the tone, which sends nothing.
 */
export async function path(): Promise<Path> {
  const all = await world()
  const wire = await wireTo(all.relay.address)
  const pair = (code: string, door?: "review") =>
    all.worker.send({ kind: "popup-pair", address: wire.address, code, ...(door ? { door } : {}) }, { own: true })
  await pair(all.relay.relay.code)
  await pair(all.relay.relay.lead.code, "review")
  const ask = async (command: Parameters<typeof all.ask>[0]) =>
    expect(await all.ask(command), command.kind).toEqual({ ok: true })
  // A draft is asked for by hand: one that is prepared leaves by the same way.
  await ask({ kind: "popup-prepare", on: false })
  // In one piece: how a draft comes is nothing to this.
  all.relay.relay.script = (id) => ({ events: goodDraft(id).filter(({ type }) => type === "draft-end") })
  all.openTab(10)
  const panel = all.openPanel()

  async function walk({ ticket, instruction, editor, reply, reason, review, seed }: Case): Promise<string> {
    const key = `sample ${ORIGIN} ${ticket.ticketId}`
    /** A machine that has much to do may leave a stream silent for too long: then the agent presses once more. */
    const ready = async (former = "", presses = 3): Promise<{ id: string; text: string }> => {
      const { draft, summary } = await panel.until(
        ({ ticket: shown, draft: one, summary: lines }) =>
          shown?.key === key &&
          one !== undefined &&
          one.id !== former &&
          OVER.has(one.state) &&
          lines !== undefined &&
          OVER.has(lines.state),
        `a draft for ${ticket.ticketId}`
      )
      if (draft?.state === "ready" && summary?.state === "ready") return draft
      if (presses === 0) throw new Error(`no draft for ${ticket.ticketId}: ${draft?.state}, ${summary?.state}`)
      await ask({ kind: "panel-regenerate", key, instruction })
      return ready(draft?.id, presses - 1)
    }
    all.page.ticket = ticket
    all.page.editor = editor
    await all.opened(10, ticket.ticketId)
    await ask({ kind: "panel-tone", key })
    await ask({ kind: "panel-regenerate", key, instruction })
    let { id, text } = await ready()
    // With the letter as it stands, as "Say what to change" sends it.
    if (seed % 10 === 0) {
      await ask({ kind: "panel-edit", key, draftId: id, text: `${text}\n\n${instruction}` })
      await ask({ kind: "panel-regenerate", key, instruction })
      ;({ id, text } = await ready(id))
    }
    all.page.editor = ""
    if (seed % 2) await ask({ kind: "panel-insert", key, draftId: id, text, anyway: true })
    else await ask({ kind: "panel-reject", key, draftId: id, reasons: ["tone"], note: reason })
    all.page.add({
      id: "m9",
      author: ticket.agent?.name ?? "",
      role: "agent",
      text: reply,
      at: "2026-11-20T12:00:00.000Z"
    })
    await all.opened(10, ticket.ticketId)
    const saved = (await all.worker.send(
      {
        kind: "relay-call",
        as: "lead",
        route: "PUT /v1/review/cases/:id",
        path: { id: REVIEW },
        body: { version: 0, done: true, reasons: [], note: review }
      },
      { own: true }
    )) as PageAnswer
    expect(saved.ok).toBe(true)
    await soon(() =>
      expect(
        all.relay.seen.outcomes.some(({ ticketId }) => ticketId === ticket.ticketId),
        `an outcome of ${ticket.ticketId}`
      ).toBe(true)
    )
    return wire.taken()
  }
  return { walk, address: wire.address, taken: wire.taken }
}

const OVER: ReadonlySet<string> = new Set(["ready", "failed", "stopped"])
const REVIEW = "00000000-0000-4000-8000-0000000000aa"

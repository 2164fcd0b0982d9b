import { expect } from "vitest"
import { sampleTicket } from "./page-double.ts"
import { goodDraft } from "./relay-script.ts"
import { quiet, reply, seen } from "./replies-world.ts"
import { KEY, world } from "./world.ts"

export const MESSAGES = [
  "Hello Anna Bergmann,\n\nParcels arrive within 3 days.",
  "A search takes two more.",
  "Then the shop sends another."
]
export const WHOLE = MESSAGES.join("\n\n")

/** A chat with a shown draft of three messages. */
export async function chat(ticket = sampleTicket({ channel: "chat" })) {
  const all = await world()
  all.relay.relay.script = (id) => ({ events: goodDraft(id, ["Parcels arrive within 3 days.", ...MESSAGES.slice(1)]) })
  all.page.ticket = ticket
  await all.pair()
  all.openTab(10)
  const opened = { ...all, panel: all.openPanel() }
  await all.opened()
  const { id, text } = await seen(opened)
  expect(text).toBe(WHOLE)
  const insert = (message: number, more: { text?: string; below?: boolean } = {}) =>
    all.ask({ kind: "panel-insert", key: KEY, draftId: id, text, message, ...more })
  return {
    ...opened,
    id,
    insert,
    /** Inserts one message and sends it, perhaps with other words. */
    async say(message: number, words?: string) {
      expect(await insert(message)).toEqual({ ok: true })
      expect(all.page.editor).toBe(MESSAGES[message])
      await reply(all, words ?? all.page.editor)
      await opened.panel.until((one) => one.draft?.sent?.includes(MESSAGES[message] ?? "") === true)
    },
    /** All outcomes, once everything that waits has been told. */
    async outcomes() {
      await quiet(opened)
      return all.relay.seen.outcomes
    }
  }
}

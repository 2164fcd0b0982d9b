import { afterEach, describe, expect, test } from "vitest"
import { cdp, userEvent } from "vitest/browser"
import { composers } from "../../src/composers/index.ts"
import { NoEditor, type HelpdeskAdapter } from "../../src/helpdesks/contract/adapter.ts"
import { insertDraft } from "../../src/page/insert-draft.ts"
import { livePage } from "../../src/page/live-page.ts"
import { watchTyping } from "../../src/page/watch-typing.ts"
import type { Opened } from "./editor.ts"
import { editors } from "./editors.ts"

/** An agent writes Japanese: an input method holds a character until it is chosen. */
const ASK = { kind: "draft-insert", ticketId: "1", version: "9", text: "Hello Maya,\n\nwe found it.\n\nTom" } as const
let shown: Opened | undefined
let life: AbortController
const adapter: HelpdeskAdapter = {
  id: "test",
  matches: () => true,
  openTicket: () => ({ ticketId: "1" }),
  readTicket: () => Promise.reject(new Error("not read here")),
  newestPublic: () => Promise.resolve({ version: "9" }),
  findReplyEditor() {
    if (!shown) throw new NoEditor()
    return shown.element
  },
  selfTest: () => []
}
const desk = { adapter, composers, page: livePage }
const compose = (text: string) =>
  cdp().send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length })

afterEach(() => {
  life.abort()
  shown?.close()
  shown = undefined
})

describe.each(editors)("$name", (kind) => {
  test("the draft waits for a character that is being composed, and neither breaks the other", async () => {
    life = new AbortController()
    watchTyping(desk, () => undefined, life.signal)
    shown = await kind.open()
    shown.element.focus()
    await userEvent.keyboard("Hi ")
    await compose("にほ")
    const inserted = insertDraft(desk, ASK, life.signal)
    await compose("にほん")
    await cdp().send("Input.insertText", { text: "日本" })
    expect(await inserted).toMatchObject({ ok: true, before: "Hi 日本" })
    const { element } = shown
    expect(composers.find((one) => one.accepts(element))?.read(element)).toBe(`Hi 日本\n\n${ASK.text}`)
  })
})

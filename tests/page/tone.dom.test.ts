import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { editor, openSamplePage, selectNote } from "./sample-page.ts"

let open: ReturnType<typeof openSamplePage>
beforeEach(() => {
  open = openSamplePage()
})
afterEach(() => {
  open.life.abort()
  vi.useRealTimers()
})

test("a pause in typing is told once, without a word of what was typed", () => {
  vi.useFakeTimers()
  editor().value = "Hello Maya"
  for (let key = 0; key < 5; key++) {
    editor().dispatchEvent(new Event("input", { bubbles: true }))
    vi.advanceTimersByTime(500)
  }
  expect(open.told.filter(({ kind }) => kind === "reply-paused")).toEqual([])
  vi.advanceTimersByTime(1000)
  expect(open.told.filter(({ kind }) => kind === "reply-paused")).toEqual([{ kind: "reply-paused", ticketId: "1001" }])
})

test("other words take the place of those that stand there, and of no others", async () => {
  editor().value = "Please do NOT call.\n\n-- \nTom"
  const order = { kind: "editor-replace" as const, ticketId: "1001", from: 10, was: "NOT", text: "not" }
  expect(await open.ask(order)).toEqual({ ok: true, text: "Please do not call.\n\n-- \nTom" })
  expect(editor().value).toBe("Please do not call.\n\n-- \nTom")
  expect(await open.ask(order)).toEqual({ ok: false, code: "words-changed" })
  expect(await open.ask({ ...order, ticketId: "1002" })).toEqual({ ok: false, code: "other-ticket" })
})

test("in a note nothing is read and nothing replaced", async () => {
  editor().value = "do NOT"
  selectNote()
  expect(await open.ask({ kind: "editor-read", ticketId: "1001" })).toEqual({ ok: false, code: "not-public" })
  expect(await open.ask({ kind: "editor-replace", ticketId: "1001", from: 3, was: "NOT", text: "not" })).toEqual({
    ok: false,
    code: "not-public"
  })
  expect(editor().value).toBe("do NOT")
})

import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { openSamplePage } from "./sample-page.ts"

let open: ReturnType<typeof openSamplePage>
const scroll = vi.fn()
const animate = vi.fn()
const reduced = vi.fn(() => false)
beforeEach(() => {
  // jsdom has neither layout nor animations.
  Object.assign(HTMLElement.prototype, { scrollIntoView: scroll, animate })
  Object.assign(window, { matchMedia: () => ({ matches: reduced() }) })
  open = openSamplePage()
})
afterEach(() => {
  vi.clearAllMocks()
  open.life.abort()
})
const show = (messageId: string, ticketId = "1001") =>
  open.ask({ kind: "message-show", ticketId, messageId, at: "2026-11-16T08:12:00Z" })

test("the message is scrolled to and marked for a moment; page and focus stay as they were", async () => {
  document.querySelector("textarea")?.focus()
  const before = document.body.outerHTML
  expect(await show("100102")).toEqual({ ok: true })
  expect(scroll.mock.contexts).toEqual([document.querySelector("[data-message-id='100102']")])
  expect(scroll).toHaveBeenCalledWith(expect.objectContaining({ behavior: "instant" }))
  expect(animate.mock.contexts).toEqual(scroll.mock.contexts)
  for (const frame of animate.mock.calls[0]?.[0] ?? [])
    expect(Object.keys(frame).filter((name) => !/^(outline|offset)/.test(name))).toEqual([])
  expect(document.body.outerHTML).toBe(before)
  expect(document.activeElement).toBe(document.querySelector("textarea"))
})

test("who wants less motion gets a mark that does not fade", async () => {
  reduced.mockReturnValue(true)
  expect(await show("100102")).toEqual({ ok: true })
  const frames = animate.mock.calls[0]?.[0] ?? []
  expect(frames.at(-1)).toEqual(frames[0])
})

test("a message that isn't there, and another ticket's, are said as such; nothing moves", async () => {
  expect(await show("999")).toEqual({ ok: false, code: "no-message" })
  expect(await show("100101", "1002")).toEqual({ ok: false, code: "other-ticket" })
  open.show(undefined)
  expect(await show("100101")).toEqual({ ok: false, code: "no-ticket" })
  expect(scroll).not.toHaveBeenCalled()
})

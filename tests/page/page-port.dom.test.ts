import { afterEach, expect, test, vi } from "vitest"
import { runOncePerPage, pagePort } from "../../src/platform/page-port.ts"
import { soon } from "../soon.ts"

type Listener = (
  message: unknown,
  sender: { id: string; tab?: object },
  reply: (answer: unknown) => void
) => boolean | undefined

/** As much of the browser's API as a content script has. */
function browser() {
  const listeners = new Set<Listener>()
  const sent: unknown[] = []
  const runtime: { id: string | undefined; sendMessage(message: unknown): Promise<void>; onMessage: object } = {
    id: "ours",
    sendMessage: (message) =>
      Promise.reject(new Error("Receiving end does not exist.")).finally(() => sent.push(message)),
    onMessage: {
      addListener: (listener: Listener) => listeners.add(listener),
      removeListener: (listener: Listener) => listeners.delete(listener)
    }
  }
  vi.stubGlobal("chrome", { runtime })
  return { runtime, listeners, sent }
}
afterEach(() => vi.unstubAllGlobals())

test("nobody listening is no fault; an extension that is gone ends the page's life", async () => {
  const { runtime, sent } = browser()
  const end = vi.fn()
  const port = pagePort(end)
  port.send({ kind: "ticket-left" })
  await soon(() => expect(sent).toHaveLength(1))
  expect(end).not.toHaveBeenCalled()
  runtime.id = undefined
  port.send({ kind: "ticket-left" })
  expect(end).toHaveBeenCalledOnce()
  expect(sent).toHaveLength(1)
})

test("only the extension's background is answered, until the end", async () => {
  const { listeners } = browser()
  const life = new AbortController()
  pagePort<string, unknown, string>(() => undefined).onMessage(async (message) => `heard ${message}`, life.signal)
  const [listen] = listeners
  const reply = vi.fn()
  expect(listen?.("a", { id: "another" }, reply)).toBeUndefined()
  expect(listen?.("a", { id: "ours", tab: {} }, reply)).toBeUndefined()
  expect(listen?.("a", { id: "ours" }, reply)).toBe(true)
  await soon(() => expect(reply.mock.calls).toEqual([["heard a"]]))
  life.abort()
  expect(listeners.size).toBe(0)
})

test("the same script run twice in a page starts once", () => {
  const start = vi.fn()
  runOncePerPage("desk", start)
  runOncePerPage("desk", start)
  expect(start).toHaveBeenCalledOnce()
})

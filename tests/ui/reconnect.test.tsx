import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { CommandAnswer, PanelCommand, PanelState } from "../../src/protocol/panel.ts"
import { Panel } from "../../src/ui/agent/panel.tsx"
import { base, draft, states } from "./states.ts"
import { LETTER } from "./help/states-words.ts"

beforeEach(() => localStorage.clear())
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** A browser whose background dies and comes back: its lines, and what reached it. */
function browser() {
  const lines: { hello: unknown[]; push(state: PanelState): void; end(): void }[] = []
  const heard: PanelCommand[] = []
  const now = { alive: true }
  const connect = () => {
    const listeners = { message: [] as ((state: PanelState) => void)[], end: [] as (() => void)[] }
    const hello: unknown[] = []
    lines.push({
      hello,
      push: (state) => act(() => listeners.message.forEach((listener) => listener(state))),
      end: () => act(() => listeners.end.forEach((listener) => listener()))
    })
    return {
      postMessage: (message: unknown) => hello.push(message),
      disconnect: () => undefined,
      onMessage: { addListener: (listener: (state: PanelState) => void) => listeners.message.push(listener) },
      onDisconnect: { addListener: (listener: () => void) => listeners.end.push(listener) }
    }
  }
  vi.stubGlobal("chrome", {
    runtime: {
      connect,
      lastError: undefined,
      sendMessage: (command: PanelCommand): Promise<CommandAnswer> => {
        if (!now.alive) return Promise.reject(new Error("The message port closed before a response was received."))
        heard.push(command)
        return Promise.resolve({ ok: true })
      }
    },
    windows: { getCurrent: () => Promise.resolve({ id: 7 }) },
    tabs: { getCurrent: () => Promise.resolve(undefined) }
  })
  return {
    lines,
    heard,
    now,
    line: (index: number) =>
      waitFor(() => {
        const line = lines[index]
        if (!line?.hello.length) throw new Error(`no line ${index} yet`)
        return line
      })
  }
}
const editor = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Draft text" })
const edits = (heard: PanelCommand[]) =>
  heard.flatMap((command) => (command.kind === "panel-edit" ? [command.text] : []))

test("when the background dies the panel keeps what it shows, connects again with a new hello, and shows the state that comes", async () => {
  const { line, lines } = browser()
  render(<Panel />)
  const first = await line(0)
  first.push(states.ready())
  const letter = screen.getByRole("group", { name: "Draft text" })
  first.end()
  expect(screen.getByRole("group", { name: "Draft text" })).toBe(letter)
  const second = await line(1)
  expect(second.hello).toEqual([{ kind: "panel-hello", windowId: 7, asTab: false }])
  second.push(states.streaming())
  screen.getByRole("button", { name: "Stop" })
  expect(lines.length).toBe(2)
})

test("words that the dying background never heard stay in the field and are sent when it is back", async () => {
  const { line, heard, now } = browser()
  render(<Panel />)
  const first = await line(0)
  first.push(states.ready())
  fireEvent.keyDown(document.body, { key: "e" })
  now.alive = false
  fireEvent.change(editor(), { target: { value: "Mine." } })
  fireEvent.blur(editor())
  await waitFor(() => expect(screen.getByRole("alert").textContent).toMatch(/The extension didn’t answer/))
  first.end()
  now.alive = true
  const second = await line(1)
  // What it last stored: nothing of ours.
  second.push(states.ready())
  expect(editor().value).toBe("Mine.")
  await waitFor(() => expect(edits(heard)).toEqual(["Mine."]))
  second.push(base({ draft: draft({ text: "Mine.", claims: [], edited: true }) }))
  second.push(
    base({ draft: draft({ text: "Mine.", claims: [], edited: true }), summary: { state: "ready", lines: [] } })
  )
  expect(editor().value).toBe("Mine.")
  expect(edits(heard)).toEqual(["Mine."])
})

test("a word begun before the death and finished after it is one text", async () => {
  const { line, heard } = browser()
  render(<Panel />)
  const first = await line(0)
  first.push(states.ready())
  fireEvent.keyDown(document.body, { key: "e" })
  fireEvent.change(editor(), { target: { value: `${LETTER} One` } })
  first.end()
  const second = await line(1)
  second.push(states.ready())
  expect(document.activeElement).toBe(editor())
  fireEvent.change(editor(), { target: { value: `${LETTER} One two` } })
  fireEvent.blur(editor())
  await waitFor(() => expect(edits(heard).at(-1)).toBe(`${LETTER} One two`))
  expect(editor().value).toBe(`${LETTER} One two`)
})

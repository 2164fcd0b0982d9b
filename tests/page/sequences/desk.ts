import type { Composer } from "../../../src/composers/common/composer.ts"
import { blankLinesAround, endOfOwnWords } from "../../../src/composers/common/insert-position.ts"
import { textarea } from "../../../src/composers/textarea/composer.ts"
import type { PageAnswer } from "../../../src/page/answer-background.ts"
import { startPage } from "../../../src/page/start-page.ts"
import type { ToPage } from "../../../src/protocol/page.ts"
import { COOKIE } from "../../doubles/chatwoot/chatwoot.ts"
import { isPublic, type Drawing, type Mode, type Said, type Stored } from "./drawing.ts"

export type Desk = ReturnType<typeof openDesk>

/**
 * One helpdesk in a page: its real adapter and the real code of the page, a network and editors that take their time,
 * and what the test itself knows of tickets, modes and editors.
 * @param lateness milliseconds that each answer of the network and each editor takes, one after another
 */
export function openDesk(drawing: Drawing, lateness: readonly number[], written: (editor: HTMLElement) => void) {
  showShell(drawing.shell)
  document.cookie = COOKIE
  const tickets: Stored[] = drawing.ids.map((id, n) => ({ id, said: [{ id: n + 1, kind: "customer" }] }))
  const modes = new Map<string, Mode>()
  /** Which ticket's editor an element is, from when it was drawn. */
  const owners = new WeakMap<HTMLElement, { ticketId: string; mode: Mode | "both" }>()
  let turns = 0
  let lastId = 10
  let life = new AbortController()
  let answer: ((message: ToPage) => Promise<PageAnswer> | undefined) | undefined
  let front: string | undefined
  let drawn: string | undefined
  const page = { document, url: new URL(drawing.address(undefined)), fetch: ask }

  const late = () => new Promise((resolve) => setTimeout(resolve, lateness[turns++ % lateness.length]))
  const composers: Composer[] = [slowField(late), slowRich(late)]
  const ears = new AbortController()
  const heard = ({ target }: Event) => {
    if (target instanceof HTMLElement) written(target)
  }
  document.addEventListener("input", heard, { signal: ears.signal })
  start()

  async function ask(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    await late()
    init?.signal?.throwIfAborted()
    const response = drawing.answer(tickets, new URL(String(input)), init)
    await late()
    init?.signal?.throwIfAborted()
    return response
  }

  function start(): void {
    life.abort()
    life = new AbortController()
    startPage(
      {
        adapters: [drawing.adapter],
        composers,
        page,
        ports: {
          send: () => undefined,
          onMessage(listener, signal) {
            answer = listener
            signal.addEventListener("abort", () => answer === listener && (answer = undefined))
          }
        }
      },
      life.signal
    )
  }

  function draw(): void {
    drawn = front
    if (drawing.steps !== "panes" && drawn) modes.set(drawn, "reply")
    drawing.draw(document, stored(front))
    if (front) own(front)
  }

  /** Notes which ticket the editors in the page belong to. */
  function own(ticketId: string): void {
    const [reply, note] = (["reply", "note"] as const).map((mode) => drawing.editor(document, ticketId, mode))
    if (reply) owners.set(reply, { ticketId, mode: reply === note ? "both" : "reply" })
    if (note && note !== reply) owners.set(note, { ticketId, mode: "note" })
  }

  const stored = (id: string | undefined) => tickets.find((one) => one.id === id)
  const versionOf = (ticketId: string) => {
    const newest = stored(ticketId)?.said.findLast(isPublic)
    return drawing.version?.(newest, ticketId) ?? String(newest?.id)
  }
  const modeOf = (ticketId: string): Mode => modes.get(ticketId) ?? "reply"

  return {
    ids: drawing.ids,
    versionOf,
    /** The ticket whose page is drawn. */
    get front() {
      return drawn
    },
    /** Whose editor it is, and whether what stands in it would go to the customer. */
    ownerOf(element: HTMLElement): { ticketId: string; mode: Mode } | undefined {
      const owner = owners.get(element)
      return owner && { ticketId: owner.ticketId, mode: owner.mode === "both" ? modeOf(owner.ticketId) : owner.mode }
    },
    /** The editor in front, in which the agent types. */
    inFront: () => (drawn ? drawing.editor(document, drawn, modeOf(drawn)) : null),
    ask: (message: ToPage) => answer?.(message) ?? Promise.resolve(undefined),
    /** The agent goes to a ticket, or to the list. The page is drawn so many ms after the address has changed. */
    show(ticketId: string | undefined, ms: number): void {
      front = ticketId
      page.url = new URL(drawing.address(ticketId))
      if (drawing.steps === "load") {
        draw()
        start()
      } else if (ms === 0 || drawing.atOnce) draw()
      else setTimeout(() => front === ticketId && draw(), ms)
    },
    setMode(mode: Mode): void {
      if (!drawn) return
      modes.set(drawn, mode)
      drawing.setMode(document, drawn, mode)
      own(drawn)
    },
    /** Somebody writes, here or elsewhere. A single page shows it at once. */
    say(ticketId: string, kinds: Said["kind"][]): void {
      const ticket = stored(ticketId)
      for (const kind of kinds) ticket?.said.push({ id: ++lastId, kind })
      if (ticket && ticketId === drawn) drawing.hear?.(document, ticket)
    },
    /** The browser ends the extension's script and starts it again, as an update of it does. */
    restart: start,
    close() {
      life.abort()
      ears.abort()
    }
  }
}

function showShell(html: string): void {
  const shell = new DOMParser().parseFromString(html, "text/html")
  for (const [here, there] of [
    [document.documentElement, shell.documentElement],
    [document.head, shell.head],
    [document.body, shell.body]
  ] as const) {
    for (const name of here.getAttributeNames()) here.removeAttribute(name)
    for (const name of there.getAttributeNames()) here.setAttribute(name, there.getAttribute(name) ?? "")
  }
  document.head.replaceChildren(...shell.head.childNodes)
  document.body.replaceChildren(...shell.body.childNodes)
}

/** The real composer for fields, behind an editor that keeps it waiting. */
const slowField = (late: () => Promise<unknown>): Composer => ({
  ...textarea,
  insert: (...given) => late().then(() => textarea.insert(...given)),
  replace: (...given) => late().then(() => textarea.replace(...given))
})

/**
 * Stands for every rich editor, none of which runs without a browser: it looks for the place, waits until its caret is
 * there, asks once more, and writes at that place.
 */
const slowRich = (late: () => Promise<unknown>): Composer => {
  const put = async (editor: HTMLElement, from: number, to: number, text: string, still?: () => boolean) => {
    await late()
    if (still?.() === false) return
    const { textContent: old } = editor
    editor.textContent = old.slice(0, from) + text + old.slice(to)
    editor.dispatchEvent(new Event("input", { bubbles: true }))
  }
  return {
    id: "rich",
    accepts: (element) => element.hasAttribute("contenteditable"),
    read: ({ textContent }) => textContent.trimEnd(),
    insert(editor, text, at, still) {
      const { textContent: old } = editor
      const place = at === "own-place" ? endOfOwnWords(old) : old.length
      const { before, after } = blankLinesAround(old, place)
      return put(editor, place, place, before + text + after, still)
    },
    replace: put
  }
}

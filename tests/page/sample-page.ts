import { readFileSync } from "node:fs"
import { composers as known } from "../../src/composers/index.ts"
import type { Composer } from "../../src/composers/common/composer.ts"
import { sample } from "../../src/helpdesks/sample/adapter.ts"
import { startPage } from "../../src/page/start-page.ts"
import type { PageAnswer } from "../../src/page/answer-background.ts"
import type { FromPage, ToPage } from "../../src/protocol/page.ts"
import type { Message, Ticket } from "../../src/ticket/ticket.ts"

/** The sample helpdesk in jsdom: its markup by contract, its API by a fetch that answers from `tickets`. */
export function openSamplePage(options: { composers?: readonly Composer[] } = {}) {
  const tickets = new Map(["1001", "1002"].map((id) => [id, ticketFile(id)]))
  const told: FromPage[] = []
  const waiting: (() => void)[] = []
  const life = new AbortController()
  const asked: string[] = []
  const listeners = new Set<(message: ToPage) => Promise<PageAnswer> | undefined>()
  /** As the browser does: the first listener that answers is heard. */
  const ask = (message: ToPage): Promise<PageAnswer> =>
    [...listeners].map((listener) => listener(message)).find((answer) => answer !== undefined) ??
    Promise.reject(new Error("the page does not listen"))
  const net = { answer: (id: string): Response | Promise<Response> => json(tickets.get(id)) }

  document.documentElement.setAttribute("data-sample-helpdesk", "1")
  show("1001")
  startPage(
    {
      adapters: [sample],
      composers: options.composers ?? known,
      page: {
        document,
        get url() {
          return new URL(location.href)
        },
        fetch: async (input, init) => {
          asked.push(String(input))
          if (init?.method && init.method !== "GET") throw new Error("an adapter wrote to the helpdesk")
          const answer = net.answer(String(input).split("/").at(-1) ?? "")
          return init?.signal ? Promise.race([answer, aborted(init.signal)]) : answer
        }
      },
      ports: {
        send(message) {
          told.push(message)
          waiting.splice(0).forEach((wake) => wake())
        },
        onMessage(answer, signal) {
          listeners.add(answer)
          signal.addEventListener("abort", () => listeners.delete(answer))
        }
      }
    },
    life.signal
  )

  return {
    tickets,
    told,
    asked,
    net,
    life,
    show,
    ask,
    /** The next thing that the page tells. */
    next: () => new Promise<FromPage | undefined>((resolve) => waiting.push(() => resolve(told.at(-1)))),
    insert: (text: string, more: Partial<Extract<ToPage, { kind: "draft-insert" }>> = {}) =>
      ask({ kind: "draft-insert", ticketId: "1001", version: newest(tickets.get("1001")), text, ...more }),
    add: (id: string, message: Partial<Message>) =>
      tickets.get(id)?.messages.push({
        id: `n${Math.random()}`,
        author: "A",
        role: "customer",
        visibility: "public",
        at: "2026-11-20T09:00:00Z",
        text: "New",
        ...message
      })
  }

  /** Draws a ticket as the sample does, or the list. */
  function show(id: string | undefined) {
    history.pushState(null, "", id ? `/tickets/${id}` : "/")
    const main = document.createElement("main")
    if (id) {
      main.dataset["ticketId"] = id
      for (const { id: messageId, visibility } of tickets.get(id)?.messages ?? []) {
        const article = document.createElement("article")
        Object.assign(article.dataset, { messageId, visibility })
        main.append(article)
      }
      main.insertAdjacentHTML(
        "beforeend",
        `<form data-reply-form><input type="radio" name="visibility" value="public" checked>
        <input type="radio" name="visibility" value="internal"><textarea name="text"></textarea><button type="submit">Send</button></form>`
      )
    }
    document.body.replaceChildren(main)
  }
}

export function editor(): HTMLTextAreaElement {
  const found = document.querySelector("textarea")
  if (!found) throw new Error("no editor in the page")
  return found
}

export function selectNote() {
  document.querySelector<HTMLInputElement>("input[value=internal]")?.click()
}

export function newest(ticket: Ticket | undefined): string {
  return ticket?.messages.findLast(({ visibility }) => visibility === "public")?.id ?? ""
}

export function json(value: unknown): Response {
  return new Response(JSON.stringify(value ?? { error: "no such ticket" }), {
    status: value ? 200 : 404,
    headers: { "content-type": "application/json" }
  })
}

function ticketFile(id: string): Ticket {
  return JSON.parse(readFileSync(`demo/tickets/${id}.json`, "utf8"))
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener("abort", () => reject(signal.reason))
  })
}

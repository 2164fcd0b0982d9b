import { recipeAdapter } from "../../../src/page/recipe/recipe-adapter.ts"
import { readMessages } from "../../../src/page/recipe/read-messages.ts"
import type { PageRecipe } from "../../../src/ticket/page-recipe.ts"
import { nothing, pageOf, replaceBody, type Drawing, type Said, type Stored } from "./drawing.ts"

const SITE = "https://desk.example"
const recipe: PageRecipe = {
  version: 1,
  site: SITE,
  address: "/tickets/*",
  subject: { through: [], selector: "h1" },
  messages: {
    through: [],
    selector: ".thread > div",
    customer: { kind: "self", selector: ".from-customer" },
    agent: { kind: "self", selector: ".from-agent" },
    head: ["header"]
  },
  reply: { through: [], selector: "form textarea" }
}

/** A page that shows every ticket at an address of its own, is drawn after that has changed, and is given again. */
export const taughtDrawing = (): Drawing => {
  const ids = idsOf(recipe, addressOf)
  const numbered = (id: string | undefined) => addressOf(ids.findIndex((one) => one === id))
  return shownPage(recipe, ids, {
    address: (id) => SITE + numbered(id),
    answer(tickets, { pathname }) {
      const ticket = tickets.find(({ id }) => pathname === numbered(id))
      return ticket ? pageOf(`<html><body>${ticketHtml(ticket)}</body></html>`) : nothing()
    }
  })
}

/** An inbox that shows one ticket after the other at one address. What it shows can't be asked for. */
export const taughtInboxDrawing = (): Drawing => {
  const places = { ...recipe, address: "/inbox" }
  const ids = idsOf(places, () => "/inbox")
  return shownPage(places, ids, {
    address: () => `${SITE}/inbox`,
    hear(document, ticket) {
      const next = parsed(ticketHtml(ticket)).querySelector(".thread")
      if (next) document.querySelector(".thread")?.replaceWith(next)
    },
    answer: () => pageOf("<html><body><div id=app></div></body></html>")
  })
}

const addressOf = (at: number) => (at < 0 ? "/tickets" : `/tickets/${21 + at}`)

/** Every ticket has the same subject, and its customer the same name. */
const shownPage = (
  places: PageRecipe,
  ids: Drawing["ids"],
  more: Pick<Drawing, "address" | "hear" | "answer">
): Drawing => ({
  ...more,
  /** One for each time that the page's script starts. */
  get adapter() {
    return recipeAdapter(places)
  },
  ids,
  shell: "<!doctype html><html lang=en><body></body></html>",
  version: (said) => (said && readMessages(parsed(threadHtml([said])), places, new Date())[0]?.id) ?? "",
  steps: "draw",
  draw(document, ticket) {
    replaceBody(document, ticket ? ticketHtml(ticket) : "<ul><li>Parcel</li></ul>")
  },
  editor: (document, id) => document.querySelector(`main[data-of="${id}"] textarea`),
  setMode(document, _id, mode) {
    for (const tab of document.querySelectorAll<HTMLElement>("[role=tab]"))
      tab.setAttribute("aria-selected", String(tab.dataset["for"] === mode))
  }
})

/** The ids that the adapter gives the tickets, made of what the page shows of them at first. */
function idsOf(places: PageRecipe, address: (at: number) => string): Drawing["ids"] {
  const idAt = (at: number) => {
    const document = parsed(ticketHtml({ id: "", said: [{ id: at + 1, kind: "customer" }] }))
    const page = { document, url: new URL(address(at), SITE), fetch: () => Promise.reject(new Error("not asked")) }
    return recipeAdapter(places).openTicket(page)?.ticketId ?? ""
  }
  return [idAt(0), idAt(1), idAt(2)]
}

const parsed = (html: string) => new DOMParser().parseFromString(html, "text/html")

const ticketHtml = ({ id, said }: Stored) => `<main data-of="${id}"><h1>Parcel</h1>
  ${threadHtml(said)}
  <form><button type="button" role="tab" data-for="reply" aria-selected="true">Reply</button>
  <button type="button" role="tab" data-for="note" aria-selected="false">Internal note</button>
  <textarea></textarea></form></main>`

const threadHtml = (said: readonly Said[]) => `<div class="thread">${said.map(messageHtml).join("")}</div>`

const messageHtml = ({ id, kind }: Said) =>
  `<div class="from-${kind === "customer" ? "customer" : "agent"}">
    <header>${kind === "customer" ? "Maya" : "Dana"}${kind === "note" ? " · Internal note" : ""}</header>
    <p>Words ${id}.</p></div>`

import { BalloonEditor, Bold, Essentials, Italic, Link, List, Paragraph, PasteFromOffice } from "ckeditor5"
import type { ZendeskTicket } from "../tickets.ts"
import { pane, tab, view } from "./pane.ts"

interface Editor {
  editing: {
    view: {
      change(edit: (writer: { setAttribute(name: string, value: string, on: unknown): void }) => void): void
      document: {
        getRoot(): unknown
        on(
          name: string,
          what: (event: { stop(): void }, data: { keyCode: number; preventDefault(): void }) => void
        ): void
      }
    }
  }
  getData(): string
  setData(data: string): void
}

/** The agent's page: tickets opened once stay mounted, and the address tells which is in front. */
// Drawn by the page's own script, as in the original: what looks at page load finds no pane yet.
const tickets: ZendeskTicket[] = await (await fetch("/double/tickets")).json()
const panes = document.createElement("main")
panes.id = "main_panes"
document.body.append(panes)
const tabs = document.querySelector<HTMLElement>("#tabs")
const mounted = new Map<number, HTMLElement>()
const editors = new Map<number, Editor>()
const sides = new Map<number, Editor>()
// Tests look into the editor's own model, which no content script can.
Object.assign(globalThis, { zendeskDouble: { editors, sides, channel: setChannel } })

addEventListener("popstate", () => void show())
addEventListener("click", (event) => {
  const link =
    event.target instanceof Element
      ? event.target.closest<HTMLAnchorElement>(
          "a[data-test-id=header-tab], [data-test-id=ticket-table-cells-subject] a"
        )
      : null
  if (!link) return
  event.preventDefault()
  history.pushState(null, "", link.href)
  void show()
})
await show()

async function show(): Promise<void> {
  const id = Number(/^\/agent\/tickets\/(\d+)/.exec(location.pathname)?.[1] ?? 0)
  const ticket = tickets.find((each) => each.id === id)
  tabs?.replaceChildren(...tickets.map((each) => tab(document, each.id, each.id === id)))
  if (ticket && !mounted.has(id)) await mount(ticket)
  for (const [key, element] of mounted) element.classList.toggle("front", key === id)
  panes.querySelector(".view")?.remove()
  if (/^\/agent\/filters\/\d/.test(location.pathname)) panes.append(view(document, tickets))
}

async function mount(ticket: ZendeskTicket): Promise<void> {
  const element = pane(document, ticket)
  mounted.set(ticket.id, element)
  panes.append(element)
  const side = element.querySelector<HTMLElement>(".side .ck-editor__editable")
  if (side) sides.set(ticket.id, await editorAt(side, ticket))
  const place = element.querySelector<HTMLElement>(".composer .ck-editor__editable")
  if (place) editors.set(ticket.id, await editorAt(place, ticket))
  const switcher = element.querySelector("[data-test-id=omnichannel-channel-switcher-button]")
  switcher?.addEventListener("click", () =>
    setChannel(ticket.id, switcher.getAttribute("data-channel") === "internal" ? "web" : "internal")
  )
  element.querySelector(".composer > button:last-child")?.addEventListener("click", () => void send(ticket.id))
  element.dataset["mounted"] = ""
}

/** Rich for mail and web, plain text for messaging, where Enter sends. */
async function editorAt(place: HTMLElement, { id }: ZendeskTicket): Promise<Editor> {
  const testId = place.dataset["testId"] ?? ""
  const plain = testId.startsWith("omnicomposer-plain")
  const plugins = plain ? [Essentials, Paragraph] : [Essentials, Paragraph, Bold, Italic, List, Link, PasteFromOffice]
  const editor: Editor = await BalloonEditor.create(place, {
    licenseKey: "GPL",
    plugins,
    toolbar: plain ? [] : ["bold", "italic"]
  })
  editor.editing.view.change((writer) =>
    writer.setAttribute("data-test-id", testId, editor.editing.view.document.getRoot())
  )
  if (!plain) return editor
  editor.editing.view.document.on("keydown", (event, data) => {
    if (data.keyCode !== 13) return
    data.preventDefault()
    event.stop()
    void send(id)
  })
  return editor
}

async function send(ticketId: number): Promise<void> {
  const channel = mounted
    .get(ticketId)
    ?.querySelector("[data-test-id=omnichannel-channel-switcher-button]")
    ?.getAttribute("data-channel")
  await fetch("/double/send", {
    method: "POST",
    body: JSON.stringify({ ticketId, channel, text: editors.get(ticketId)?.getData() })
  })
  editors.get(ticketId)?.setData("")
}

function setChannel(ticketId: number, channel: string | undefined): void {
  const switcher = mounted.get(ticketId)?.querySelector("[data-test-id=omnichannel-channel-switcher-button]")
  if (channel === undefined) switcher?.removeAttribute("data-channel")
  else switcher?.setAttribute("data-channel", channel)
}

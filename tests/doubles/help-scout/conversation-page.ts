/** A message, a note or an event of a conversation. */
export interface HelpScoutThread {
  id: number
  kind: "customer" | "reply" | "note" | "event"
  by: string
  html: string
  /** As the page says it: "Nov 16, 2026 6:30 AM". */
  shown: string
  datetime?: string
}

export interface HelpScoutConversation {
  id: string
  number: number
  subject: string
  threads: HelpScoutThread[]
}

/** How the text is drawn: two sources tell two ways. */
export type TextLayout = "wide" | "line"

export interface PageOptions {
  isOpen?: boolean
  layout?: TextLayout
  newestFirst?: boolean
}

/**
 * A conversation of Help Scout, written from what public extensions and notes say of its markers, and from none of their
 * code. What stands around them is made up, and a reply and a note look the same, because nothing is known that parts
 * them.
 */
export function helpScoutPage(
  { subject, threads, number }: HelpScoutConversation,
  { isOpen = true, layout = "wide", newestFirst = false }: PageOptions = {}
): string {
  const items = threads.map((thread) => `<li>${threadHtml(thread, layout)}</li>`)
  const editor = `<div data-cy="ConvoEditor"><div role="textbox" aria-label="Reply Editor" contenteditable="true" data-slate-editor="true"></div></div>
    <button>Send</button>`
  return `<!doctype html><html lang="en"><head><title>#${number} ${subject}</title></head><body><main>
    <h1><span data-cy="EditableTextarea">${subject}</span></h1>
    <ol aria-label="Thread Items" role="list">${(newestFirst ? items.toReversed() : items).join("\n")}</ol>
    ${isOpen ? editor : ""}</main></body></html>`
}

function threadHtml({ id, kind, by, html, shown, datetime }: HelpScoutThread, layout: TextLayout): string {
  const time = `<time${datetime ? ` datetime="${datetime}"` : ""}>${shown}</time>`
  if (kind === "event") return `<div id="thread-${id}"><span>${by} marked as Active</span> ${time}</div>`
  const head = `<div><span data-nocollapse="true">${by}</span> ${time}</div>`
  const text =
    layout === "wide"
      ? `<div class="sc-1 is-wide-layout" data-testid="Body"><div class="sc-2 is-wide-layout">${html}</div></div>`
      : `<div><div><hr></div><div>${html}</div></div>`
  return `<div id="thread-${id}" class="sc-0${kind === "customer" ? " is-customer" : ""}">${head}${text}</div>`
}

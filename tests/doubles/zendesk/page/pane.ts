import type { ZendeskTicket } from "../tickets.ts"

/**
 * One mounted ticket: header, log, composer, each with the markers by which extensions know them. Used by page and
 * jsdom alike.
 */
export function pane(document: Document, ticket: ZendeskTicket): HTMLElement {
  const { id, subject, comments, channel, side } = ticket
  const log = make(
    "section",
    { "data-test-id": "omni-log-container" },
    ...comments.map((comment) =>
      make(
        "article",
        { "data-test-id": "omni-log-comment-item" },
        make("time", { "data-test-id": `timestamp-${comment.id}`, datetime: comment.created_at }, comment.created_at),
        ...(comment.public ? [] : [make("span", { "data-test-id": "omni-log-internal-note-tag" }, "Internal")]),
        make("div", { "data-test-id": "omni-log-message-content" }, comment.body)
      )
    )
  )
  const head = make("input", { "data-test-id": "omni-header-subject", "aria-label": "Subject" })
  head.setAttribute("value", subject)
  return make(
    "div",
    { class: "pane", "data-ticket-id": String(id) },
    head,
    log,
    ...(side ? [sideConversation()] : []),
    ...(channel === "none" || side === "alone" ? [] : [composer()])
  )

  function composer(): HTMLElement {
    const switcher = make(
      "button",
      {
        type: "button",
        "data-test-id": "omnichannel-channel-switcher-button",
        ...(channel ? { "data-channel": channel } : {})
      },
      "Channel"
    )
    const plain = channel === "native_messaging" || channel === "chat" || channel === "sms"
    const editor = make("div", {
      "data-test-id": plain ? "omnicomposer-plain-text-ckeditor" : "omnicomposer-rich-text-ckeditor",
      class: "ck-editor__editable",
      contenteditable: "true"
    })
    const send = make(
      "button",
      { type: "button", "data-test-id": plain ? "omnichannel-omnicomposer-send-button" : "submit_button-button" },
      "Submit"
    )
    return make("div", { class: "composer" }, switcher, editor, send)
  }

  /** To a supplier, a colleague: in the ticket's pane, in an editor of the same kind, without a channel to choose. */
  function sideConversation(): HTMLElement {
    const editor = make("div", {
      "data-test-id": "omnicomposer-rich-text-ckeditor",
      class: "ck-editor__editable",
      contenteditable: "true"
    })
    return make(
      "section",
      { class: "side", "aria-label": "Side conversation" },
      make("div", {}, editor, make("button", { type: "button" }, "Send"))
    )
  }

  function make(tag: string, attributes: Record<string, string>, ...children: (Node | string)[]): HTMLElement {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    element.append(...children)
    return element
  }
}

/** A tab of the header; exactly one is selected. */
export function tab(document: Document, id: number, selected: boolean): HTMLElement {
  const link = document.createElement("a")
  link.href = `/agent/tickets/${id}`
  link.textContent = `#${id}`
  Object.assign(link.dataset, { testId: "header-tab", entityId: String(id), entityType: "TICKET_ENTITY_TYPE" })
  if (selected) link.setAttribute("aria-current", "page")
  return link
}

/** A view: a heading for a group, and a row a ticket. */
export function view(document: Document, tickets: ZendeskTicket[]): HTMLElement {
  const table = document.createElement("table")
  Object.assign(table, { className: "pane view" }).dataset["testId"] = "generic-table"
  table.insertRow().dataset["testId"] = "generic-table-rows-group-by"
  for (const { id, subject } of tickets) {
    const row = table.insertRow()
    const [number, title] = [row.insertCell(), row.insertCell()]
    const link = document.createElement("a")
    Object.assign(link, { href: `/agent/tickets/${id}`, textContent: subject || "No subject" })
    number.textContent = `#${id}`
    title.append(link)
    row.dataset["testId"] = "generic-table-row"
    number.dataset["testId"] = "generic-table-cells-id"
    title.dataset["testId"] = "ticket-table-cells-subject"
  }
  return table
}

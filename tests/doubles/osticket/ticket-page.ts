/** An entry of a ticket's thread, as osTicket draws it. */
export interface Entry {
  id: number
  kind: "message" | "response" | "note" | "system"
  by: string
  /** W3C, with an offset. */
  at: string
  html: string
  files?: string[]
}

export interface OsTicket {
  id: number
  subject: string
  entries: Entry[]
  tab?: "reply" | "note" | "closed" | "absent"
  rich?: boolean
}

export const BEA = { name: "Bea Quist", email: "bea@quist.example" }

/**
 * A ticket's page in the staff panel, written from the ids, classes and fields of osTicket's public templates (1.17),
 * and none of their code.
 */
export function ticketPage({ id, subject, entries, tab = "reply", rich = true }: OsTicket): string {
  return `<!doctype html><html><head><title>Ticket</title></head><body><div id="container">
  <div id="header"><p id="info">Welcome, <strong>Noor</strong> <a href="/help/scp/logout.php?auth=abc">Log Out</a></p></div>
  <div id="content">
    <div class="sticky bar"><div class="flush-left"><h2><a href="tickets.php?id=${id}">Ticket #100${id}</a></h2></div></div>
    <div class="clear tixTitle"><h3>${subject}</h3></div>
    <table class="ticket_info"><tr><th>Status:</th><td><a data-dropdown="#action-dropdown-statuses">Open</a></td></tr>
      <tr><th>User:</th><td><span id="user-7-name">${BEA.name}</span></td></tr>
      <tr><th>Email:</th><td><span id="user-7-email">${BEA.email}</span></td></tr></table>
    <table class="ticket_info custom-data"><thead><th colspan="2">Order</th></thead><tbody>
      <tr><td>Order number:</td><td><a class="ticket-action">BP-2201</a></td></tr>
      <tr><td>Serial:</td><td><span class="faded">-Empty-</span></td></tr></tbody></table>
    <div id="ticket_thread" class="tab_content"><div id="ticketThread">${entries.map(entryHtml).join("\n")}</div>
      <div id="response_options">${tab === "absent" ? "" : replyForm(id, tab === "reply", rich)}${noteForm(id, tab === "note", rich)}</div>
    </div>
  </div></div></body></html>`
}

export function replyForm(id: number, isShown: boolean, rich: boolean): string {
  return `<form id="reply" class="tab_content" ${isShown ? "" : 'style="display: none"'} action="tickets.php?id=${id}#reply">
    <input type="hidden" name="id" value="${id}"><input type="hidden" name="a" value="reply">
    <select name="reply-to"><option value="all" selected>All</option></select>
    ${editor("response", rich)}<input class="save pending" type="submit" value="Post Reply"></form>`
}

function noteForm(id: number, isShown: boolean, rich: boolean): string {
  return `<form id="note" class="tab_content ${isShown ? "" : "hidden"}" action="tickets.php?id=${id}#note">
    <input type="hidden" name="id" value="${id}"><input type="hidden" name="a" value="postnote">
    ${editor("note", rich)}<input class="save pending" type="submit" value="Post Note"></form>`
}

function editor(name: string, rich: boolean): string {
  if (!rich) return `<textarea name="${name}" class="draft"></textarea>`
  return `<div class="redactor-box"><div class="redactor-styles redactor-in" contenteditable="true"><p><br></p></div>
    <textarea name="${name}" class="richtext draft" style="display: none"></textarea></div>`
}

function entryHtml({ id, kind, by, at, html, files = [] }: Entry): string {
  const link = (file: string) =>
    `<a class="truncate filename" href="/file.php?key=${file}&expires=1&signature=s">${file}</a>`
  const links = files.map(
    (file) => `<span class="attachment-info">${link(file)}<small class="filesize faded">12.3 kb</small></span>`
  )
  return `<div id="thread-entry-${id}"><div class="thread-entry ${kind}"><div class="header">
    <b>${by}</b> posted <a name="entry-${id}" href="#entry-${id}"><time datetime="${at}">then</time></a></div>
    <div class="thread-body no-pjax"><div>${html}</div><div class="clear"></div>
    ${files.length ? `<div class="attachments">${links.join("")}</div>` : ""}</div></div></div>`
}

import { correctable, type Correctable } from "../contract/correctable.ts"

/** Markers of osTicket's staff panel that no translation changes, from its public templates (1.17, 2023-10). */
export const ost = {
  /** Ends the session of whoever is signed in. On every page of the staff panel. */
  signedIn: "a[href*='logout.php?auth=']",
  agent: "#info strong",
  /** Leads to the ticket itself, in the bar on top of it. A step without a page load draws it anew. */
  self: ".sticky.bar h2 a[href*='tickets.php?id=']",
  thread: "#ticket_thread",
  entry: "#ticket_thread .thread-entry",
  /** What of the thread isn't known to have reached or come from the customer. */
  internal: ".thread-entry:not(.message, .response)",
  words: ".thread-body",
  /** What holds messages and notes, and nothing that is written in. */
  written: ".thread-entry, .thread-body",
  /** Says the entry's number: "entry-31". */
  anchor: ".header a[name^=entry-]",
  author: ".header b",
  time: ".header time[datetime]",
  content: ".thread-body > div",
  file: ".thread-body > .attachments a.filename",
  /** Beside the link of a file. */
  size: ".filesize",
  subject: ".tixTitle h3",
  /** Only for those who may change it. */
  status: ".ticket_info a[data-dropdown='#action-dropdown-statuses']",
  requester: ".ticket_info span[id^=user-][id$=-name]",
  requesterEmail: ".ticket_info span[id^=user-][id$=-email]",
  collaborator: "#collabselection option",
  field: "table.custom-data tbody tr",
  empty: ".faded",
  /** Reply and note are two forms with an editor each, of which the other one is hidden. */
  reply: "form#reply",
  note: "form#note",
  id: "input[name=id]",
  action: "input[name=a]",
  text: "textarea[name=response]",
  /** Redactor, which replaces a textarea with the class `richtext`. Its name depends on the version. */
  rich: ".redactor-in[contenteditable], .redactor_editor[contenteditable], .redactor-editor[contenteditable]"
}

/** What is only read from the page. */
export const osticketCorrectable: Correctable = correctable("osticket", ost, [
  "agent",
  "thread",
  "entry",
  "words",
  "anchor",
  "author",
  "time",
  "content",
  "file",
  "size",
  "subject",
  "status",
  "requester",
  "requesterEmail",
  "collaborator",
  "field",
  "empty"
])

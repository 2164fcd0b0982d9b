/** One thread of a conversation, as FreeScout draws it. */
export interface Thread {
  id: number
  type: "customer" | "message" | "note" | "draft" | "lineitem" | "chat"
  /** Undefined for the signed-in agent, who is "you" in the page's language. */
  by?: string
  /** In the agent's format, "Nov 16, 2026 06:30". */
  shown: string
  html: string
  files?: string[]
}

export interface Conversation {
  id: number
  subject: string
  language?: string
  /** The word for the signed-in agent, which is a link to their profile. */
  you?: string
  /** Oldest first. */
  threads: Thread[]
  /** What the reply block is opened for. */
  open?: "reply" | "note" | "forward" | "closed" | "absent"
}

export const ANA = { name: "Ana Lindqvist", email: "ana@post.example" }

/**
 * A conversation's page, written from what was seen on a running FreeScout 1.8.235: its ids, classes and fields, and
 * none of its code. Messages are not cleaned here; a test that imitates markers says what it puts in.
 */
export function conversationPage({
  id,
  subject,
  language = "en",
  you = "you",
  threads,
  open = "closed"
}: Conversation): string {
  return `<!doctype html><html lang="${language}"><head><title>#${id + 100}</title></head>
<body class="body-conv" data-conversation_id="${id}" data-auth_user_id="4">
  <nav><span class="nav-user">Dana</span></nav>
  <div id="conv-layout">
    <div id="conv-layout-header">
      <div id="conv-status"><span class="conv-info-val"><span>Active</span></span></div>
      <div id="conv-subject">
        <div class="conv-subjtext"><span>${subject}</span></div>
        <div class="conv-numnav"># <strong>${id + 100}</strong></div>
        ${open === "absent" ? "" : replyBlock(id, open)}
      </div>
    </div>
    <div id="conv-layout-customer"><a class="customer-name">${ANA.name}</a>
      <ul><li class="customer-email"><a class="contact-main">${ANA.email}</a></li></ul></div>
    <div id="conv-layout-main">${threads
      .map((thread) => threadHtml(thread, you))
      .reverse()
      .join("\n")}</div>
  </div>
</body></html>`
}

/** The one block for replies, notes and forwards, with the editor that is always in it. */
export function replyBlock(id: number, open: Exclude<Conversation["open"], "absent" | undefined>): string {
  const kind = { reply: "", closed: "hidden", note: "conv-note-block", forward: "conv-forward-block" }[open]
  return `<div class="conv-block conv-reply-block conv-action-block ${kind}"><form class="form-reply">
    <input type="hidden" name="conversation_id" value="${id}">
    <input type="hidden" name="is_note" value="${open === "note" ? "1" : ""}">
    <input type="hidden" name="subtype" value="${open === "forward" ? "1" : ""}">
    <textarea id="body" name="body" style="display: none"></textarea>
    <div class="note-editor"><div class="note-editable" contenteditable="true"><div><br></div></div></div>
    <button type="button" class="btn-reply-submit">Send</button></form></div>`
}

function threadHtml({ id, type, by, shown, html, files = [] }: Thread, you: string): string {
  const date = `<div class="thread-info"><a class="thread-date" title="${shown}">a while ago</a></div>`
  if (type === "lineitem")
    return `<div class="thread thread-type-lineitem" id="thread-${id}"><div class="thread-title">you marked as Closed</div>${date}</div>`
  const profile = (user: number, name: string) => `<a href="/support/users/profile/${user}">${name}</a>`
  const person = by === undefined ? profile(4, you) : profile(40 + by.length, by)
  const link = (file: string) =>
    `<a href="/storage/attachment/1/${file}?id=1&token=t" class="attachment-link">${file}</a>`
  const list = files.map(
    (file, n) => `<li data-attachment-id="${n}">${link(file)} <span class="text-help">(1.2 MB)</span></li>`
  )
  return `<div class="thread thread-type-${type}" id="thread-${id}" data-thread_id="${id}"><div class="thread-message">
    <div class="thread-header"><div class="thread-person"><strong>${person}</strong></div>${date}</div>
    <div class="thread-body">${type === "draft" ? html : `<div class="thread-content" dir="auto">${html}</div>`}
      ${files.length ? `<div class="thread-attachments"><ul>${list.join("")}</ul></div>` : ""}</div></div></div>`
}

import { clock, COUNTING, escaped, shortDate, type Layout, type ShownLine, type ShownTicket } from "./tickets.ts"

const WHO = { customer: "Customer", agent: "Staff", note: "Staff, internal" }

/** Tables of the nineties: nothing has a class, and the first column says who wrote. */
const table: Layout = {
  name: "table",
  page: ({ id, subject, messages }) => `<!doctype html><html lang="en"><title>Case ${id}</title>${COUNTING}
<body bgcolor="#ffffff"><table width="100%"><tr><td><b>HelpBase 3</b></td><td align="right">Signed in: Tom Ahlberg</td></tr></table>
<font size="5">${escaped(subject)}</font>
<table border="1" width="90%">
${messages
  .map(
    ({ by, name, at, text }) =>
      `<tr valign="top"><td width="160">${name}<br>${WHO[by]}<br>${at.slice(0, 16).replace("T", " ")}</td><td>${escaped(text)}</td></tr>`
  )
  .join("\n")}
</table>
<form method="post"><table><tr><td>Answer to the customer:</td></tr><tr><td><textarea name="answer" rows="6" cols="80"></textarea></td></tr></table>
<input type="submit" value="Send"></form></body></html>`,
  parts: { subject: "font", text: (words) => `td:has-text("${words}")`, reply: "textarea" }
}

const HASHES = { customer: "sc-jKzqdF gYhTbw", agent: "sc-jKzqdF kVdPoL", note: "sc-jKzqdF eXmWqz" }
const GROUNDS = { customer: "#ffffff", agent: "#eef5ff", note: "#fff3cd" }

/** What a build makes of styled components: elements without meaning and classes without words, the newest on top. */
const soup: Layout = {
  name: "div soup",
  page: ({ id, subject, messages }) => `<!doctype html><html lang="en"><title>${id}</title>${COUNTING}
<body><div id="root"><div class="sc-bdVaJa hZkPqR"><div class="css-1x2y3z"><div class="css-9q8w7e">Inbox</div></div>
<div class="sc-bwzfXH cTrYnM" style="padding:20px"><div class="css-0k9j8h" style="font-size:26px">${escaped(subject)}</div>
<div class="css-5t4r3e" contenteditable="true" style="border:1px solid #888;min-height:60px"></div>
<div class="sc-htpNat">${messages
    .toReversed()
    .map(
      ({ by, name, at, text }) =>
        `<div class="${HASHES[by]}" style="background:${GROUNDS[by]};padding:12px;margin:12px 0"><div class="css-7u6y5t"><span class="css-2w3e4r">${name}</span><span class="css-8i7u6y"> · ${shortDate(at)}</span></div><div class="css-3e4r5t">${escaped(text)}</div></div>`
    )
    .join("")}</div></div></div></div></body></html>`,
  parts: { subject: ".css-0k9j8h", text: (words) => `.css-3e4r5t:has-text("${words}")`, reply: "[contenteditable]" }
}

const SIDES = {
  customer: "align-self:flex-start;background:#f0f0f0",
  agent: "align-self:flex-end;background:#d7efe0",
  note: "align-self:flex-end;background:#e3e0ea;border:1px dashed #555"
}

/** A chat: the customer stands on the left, agents on the right, and only colour tells a note. */
const bubbles: Layout = {
  name: "bubbles",
  page: ({ subject, messages }) => `<!doctype html><html lang="en"><title>Chat</title>${COUNTING}
<body style="margin:0;font-family:sans-serif"><header style="padding:10px;border-bottom:1px solid #ccc"><h2 class="x7">${escaped(subject)}</h2></header>
<div class="x1" style="display:flex;flex-direction:column;gap:14px;height:420px;overflow-y:auto;padding:20px;max-width:700px">
${messages
  .map(
    ({ by, at, text }) =>
      `<div class="x2" style="max-width:60%;padding:10px;border-radius:12px;${SIDES[by]}"><span>${escaped(text)}</span> <small>${clock(at)}</small></div>`
  )
  .join("\n")}
</div><div style="padding:10px"><textarea placeholder="Write to the customer" style="width:400px"></textarea></div></body></html>`,
  parts: { subject: "h2", text: (words) => `span:has-text("${words}")`, reply: "textarea" }
}

const inFrame = ({ subject, messages }: ShownTicket) => `<!doctype html><html lang="en">${COUNTING}<body>
<div id="ticketDetail"><div class="ticket-subject">${escaped(subject)}</div>
<div class="ticket-events">${messages
  .map(
    ({ by, name, at, text }) =>
      `<section class="event ${by === "note" ? "event-private" : `event-${by === "customer" ? "enduser" : "technician"}`}"><header><strong class="author">${name}</strong> <abbr title="${at}">${shortDate(at)}</abbr></header><div class="event-body"><p>${escaped(text)}</p></div></section>`
  )
  .join("")}</div>
<form class="reply-form"><label for="r">Reply</label><textarea id="r" name="response" rows="5" cols="70"></textarea><button type="button">Send</button></form></div></body></html>`

/** A page around a frame, as portals of enterprises have it. */
const frame: Layout = {
  name: "frame",
  page: (ticket, path) =>
    path.endsWith("/inner")
      ? inFrame(ticket)
      : `<!doctype html><html lang="en"><title>Portal</title>${COUNTING}<body style="margin:0"><div style="height:48px;background:#223">Portal</div>
<iframe name="workspace" src="/tickets/${ticket.id}/inner" style="width:100%;height:760px;border:0"></iframe></body></html>`,
  parts: {
    frame: "iframe",
    subject: ".ticket-subject",
    text: (words) => `.event-body:has-text("${words}")`,
    reply: "textarea"
  }
}

const component = (line: ShownLine) =>
  `<hd-message kind="${line.by === "customer" ? "inbound" : line.by === "agent" ? "outbound" : "private-comment"}" author="${line.name}" time="${line.at}"><p>${escaped(line.text)}</p></hd-message>`

/** Web components with open shadow roots, each message in one of its own. */
const components: Layout = {
  name: "web components",
  page: ({ subject, messages }) => `<!doctype html><html lang="en"><title>Desk</title>${COUNTING}<body>
<hd-ticket><span slot="title">${escaped(subject)}</span></hd-ticket>
<template id="lines">${messages.map(component).join("")}</template>
<script>
customElements.define("hd-message", class extends HTMLElement {
  connectedCallback() {
    const shadow = this.attachShadow({ mode: "open" })
    shadow.innerHTML = "<style>:host{display:block;border:1px solid #999;margin:8px;padding:8px}</style><div class=meta><span class=author></span> <time></time></div><div class=body><slot></slot></div>"
    shadow.querySelector(".author").textContent = this.getAttribute("author")
    const time = shadow.querySelector("time")
    time.dateTime = this.getAttribute("time")
    time.textContent = "some time ago"
  }
})
customElements.define("hd-composer", class extends HTMLElement {
  connectedCallback() { this.attachShadow({ mode: "open" }).innerHTML = "<textarea aria-label=Reply rows=5 cols=60></textarea><button>Send</button>" }
})
customElements.define("hd-ticket", class extends HTMLElement {
  connectedCallback() {
    const shadow = this.attachShadow({ mode: "open" })
    shadow.innerHTML = "<main><h1 class=heading><slot name=title></slot></h1><div class=stream></div><hd-composer></hd-composer></main>"
    shadow.querySelector(".stream").append(document.getElementById("lines").content)
  }
})
</script></body></html>`,
  parts: { subject: "hd-ticket span", text: (words) => `p:has-text("${words}")`, reply: "hd-composer textarea" }
}

export const layouts: Layout[] = [table, soup, bubbles, frame, components]

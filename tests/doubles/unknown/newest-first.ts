import { COUNTING, escaped, type Layout, type ShownLine, type ShownTicket } from "./tickets.ts"

/** Kinds of page that have the newest reply on top, with what made such pages hard to read. */

const BADGES = { customer: "From client", agent: "Public reply", note: "Internal note" }
const BORDERS = { customer: "border-warning", agent: "border-info", note: "border-dark" }
const ACTIONS = ["Edit", "Redact", "Archive"]
const initials = (name: string) => name.replace(/\B\p{L}|\s/gu, "")

/** What of a card tells when and by whom it was written. */
interface CardSigns {
  hasBorder: boolean
  time: "title" | "words" | "none"
}

const SHOWN_TIME: Record<CardSigns["time"], (at: string) => string> = {
  title: (at) => `<small title="Created: ${at.slice(0, 19).replace("T", " ")}">some time ago</small>`,
  words: (at) => `<small>${hoursAgo(at)}</small>`,
  none: () => "<small>Time worked: 5m</small>"
}

const card = ({ by, name, at, text }: ShownLine, { hasBorder, time }: CardSigns) => `
<div class="card ${hasBorder ? BORDERS[by] : ""} mb-3"><div class="card-header"><h3 class="card-title"><div class="media">
<span class="fa-stack"><span class="circle">${initials(name)}</span></span>
<div class="media-body">${name}<br>${SHOWN_TIME[time](at)}<br>
<div class="line"><div><span class="badge badge-light">${BADGES[by]}</span></div></div></div></div></h3>
<div class="card-tools"><ul class="list-unstyled">${ACTIONS.map((word) => `<li><a class="tool" href="#">${word}</a></li>`).join("")}</ul></div></div>
<div class="card-body prettyContent">${escaped(text)}</div></div>`

/**
 * Cards: the first message stands in one of its own, the form between it and the replies, the newest of which is on top.
 * Only a border or a badge, five levels down, tells who wrote.
 */
const cardsWith = (name: string, signs: CardSigns): Layout => ({
  name,
  page: ({
    id,
    subject,
    messages: [first, ...replies]
  }) => `<!doctype html><html lang="en"><title>${id}</title>${COUNTING}
<body><div class="content"><h4 class="ticket-subject">${escaped(subject)}</h4>
<div class="row"><div class="col-md-9">
<div class="card card-body prettyContent mb-3">${escaped(first?.text ?? "")}</div>
<form class="mb-3"><div class="btn-group">${["Internal note", "Public reply", "Public + email"]
    .map(
      (word, n) =>
        `<label class="btn"><input type="radio" name="kind" value="${n}"${n === 2 ? " checked" : ""}>${word}</label>`
    )
    .join("")}</div>
<textarea name="ticket_reply" rows="5" cols="60"></textarea><button type="submit">Respond</button></form>
${replies
  .toReversed()
  .map((one) => card(one, signs))
  .join("")}
</div></div></div></body></html>`,
  parts: { subject: ".ticket-subject", text: (words) => `.prettyContent:has-text("${words}")`, reply: "textarea" }
})

export const cards = cardsWith("cards", { hasBorder: true, time: "title" })

/** The same, where only the badge's words tell who wrote and words tell when. */
const cardsInWords = cardsWith("cards in words", { hasBorder: false, time: "words" })

/** The same, where nothing tells when. */
export const cardsWithoutTimes = cardsWith("cards without times", { hasBorder: true, time: "none" })

/** As if the cards were drawn on 21 November. */
const hoursAgo = (at: string) => {
  const hours = Math.round((Date.parse("2026-11-21T09:00:00Z") - Date.parse(at)) / 3_600_000)
  return hours < 24 ? `${hours} hours ago` : hours < 48 ? "1 day ago" : `${Math.round(hours / 24)} days ago`
}

const ARTICLES = {
  customer: "customer Incoming VisibleForCustomer",
  agent: "agent Outgoing VisibleForCustomer",
  note: "agent Outgoing NotVisibleForCustomer"
}

/** Articles: the newest on top, each with its time in the heading above it, as text or in a frame of its own. */
const articlesWith = (name: string, isFramed: boolean): Layout => ({
  name,
  page: ({ id, subject, messages }: ShownTicket) => `<!doctype html><html lang="en-GB"><title>${id}</title>${COUNTING}
<body><div id="AppWrapper"><h1 class="Headline">${escaped(subject)}</h1><div id="ArticleItems">
${messages
  .map(
    ({ by, name, at, text }, n) => `<div class="WidgetSimple ${ARTICLES[by]}"><div class="Header">
<div class="Summary"><h2>#${n + 1} – <span class="Sender">${name}</span></h2> <span class="Age">${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)} ${at.slice(11, 16)}</span></div></div>
<div class="LightRow"><ul class="Actions"><li><a href="#">Forward</a></li><li><a href="#">Print</a></li><li><a href="#">Split</a></li></ul></div>
<div class="ArticleBody" id="a${n}">${isFramed ? `<iframe srcdoc="&lt;p&gt;${escaped(text)}&lt;/p&gt;" style="border:0;width:600px;height:70px"></iframe>` : escaped(text)}</div></div>`
  )
  .reverse()
  .join("\n")}</div>
<form id="Reply"><label for="RichText">Answer to the customer</label><textarea id="RichText" name="Body" rows="6" cols="70"></textarea><button type="submit">Send</button></form>
</div></body></html>`,
  parts: {
    subject: "h1",
    text: (words) =>
      isFramed
        ? `#a${["no shade in the box", "-", "could you look", "I did. There"].findIndex((one) => words.includes(one))} iframe`
        : `.ArticleBody:has-text("${words}")`,
    reply: "textarea"
  }
})

export const articles = articlesWith("articles", false)
const framedArticles = articlesWith("articles in frames", true)

export const newestFirst: Layout[] = [cards, cardsInWords, cardsWithoutTimes, articles, framedArticles]
/** Those that need no browser to be drawn. */
export const drawnByText: Layout[] = newestFirst.filter((layout) => layout !== framedArticles)

export interface Mail {
  /** 16 hexadecimal digits, or "a" and digits for one that was sent from this page and isn't on the server yet. */
  id: string
  from: { name: string; email: string }
  to?: { name: string; email: string }[]
  /** In the agent's language, "Mon, Nov 16, 2026, 6:30 AM". */
  shown: string
  html: string
  /**
   * "closed": opened once and collapsed again. "collapsed": never opened. "folded": among the many of which only the
   * number is shown. "draft": a draft that isn't open.
   */
  state?: "open" | "closed" | "collapsed" | "folded" | "draft"
  /** Names, with the type of each. */
  files?: [name: string, type: string][]
}

export interface Conversation {
  /** 16 hexadecimal digits. */
  id: string
  subject: string
  account?: string
  language?: string
  mails: Mail[]
  composer?: Composer
  /** Conversations that were open before and are hidden. */
  behind?: Conversation[]
}

export interface Composer {
  kind?: "reply" | "forward"
  /** Addresses. */
  to: string[]
  /** Whether the agent is in the text, among the recipients, or was among them and is in the text again. */
  focus?: "text" | "recipients" | "both"
  /** 16 hexadecimal digits, of another conversation. */
  answers?: string
  /** What stands in the editor. */
  html?: string
}

export const ANA = { name: "Ana Lindqvist", email: "ana@post.example" }
export const DESK = { name: "Pot Shop", email: "support@pots.example" }
export const DANA = { name: "Dana Moss", email: "dana@pots.example" }

/**
 * A page of Gmail, written from what public extensions and notes say of its markers, and from none of their code. What
 * stands around the markers is made up.
 */
export function gmailPage(conversation: Conversation): string {
  const { account = DESK.email, language = "en", behind = [] } = conversation
  return `<!doctype html><html lang="${language}"><head><title>${conversation.subject} - ${account} - Gmail</title>
<meta name="og-profile-acct" content="${account}"></head><body>
  <header><a href="https://accounts.google.com/SignOutOptions?hl=en" aria-label="Google Account: Pot Shop &#10;(${account})"></a></header>
  <div class="nH">${behind.map((one) => `<div class="nH" style="display: none;">${paneHtml(one)}</div>`).join("")}
  <div class="nH">${paneHtml(conversation)}</div></div>
  <div class="dw"><div class="nH Hd" role="dialog"><div class="M9">${composerHtml("0", { to: [ANA.email], html: "NEW-WINDOW" })}</div></div></div>
</body></html>`
}

const paneHtml = ({ id, subject, mails, composer }: Conversation) => `<div role="main">
  <div class="ha"><h2 class="hP" data-thread-perm-id="thread-f:${BigInt(`0x${id}`)}" data-legacy-thread-id="${id}">${subject}</h2></div>
  <div role="list">${mails.map(mailHtml).join("\n")}</div>
  ${composer ? `<div class="ip adB"><div class="M9">${composerHtml(id, composer)}</div></div>` : ""}</div>`

function mailHtml({ id, from, to = [], shown, html, state = "open", files = [] }: Mail): string {
  const ids = id.startsWith("a")
    ? `data-message-id="#msg-a:r${id.slice(1)}"`
    : `data-message-id="#msg-f:${BigInt(`0x${id}`)}" data-legacy-message-id="${id}"`
  const snippet = html.replace(/<[^>]*>/g, " ").slice(0, 24)
  const head = `<span class="gD" email="${from.email}" name="${from.name}"><span>${from.name}</span></span>
    <span class="g3" title="${shown}">a while ago</span>`
  const closed = `<div class="adf ads" ${ids}>${head}<div class="iA g6"><span>${snippet}</span></div></div>`
  const people = to.map(({ name, email }) => `<span class="g2" email="${email}" name="${name}">${name}</span>`)
  const file = ([name, type]: [string, string]) =>
    `<span class="aZo" download_url="${type}:${encodeURIComponent(name)}:https://mail.google.com/mail/u/0?view=att&amp;disp=safe">${name}</span>`
  const open = `<div class="adn ads" ${ids}>${head}<span class="hb">to ${people.join(", ")}</span>
    <div class="ii gt"><div class="a3s aiL">${html}</div></div><div class="aQH">${files.map(file).join("")}</div></div>`
  const hidden = closed.replace('class="adf ads"', 'class="adf ads" style="display: none;"')
  switch (state) {
    case "open":
      return `<div class="h7" role="listitem" aria-expanded="true">${hidden}${open}</div>`
    case "closed":
      return `<div class="kv" role="listitem" aria-expanded="false">${closed}<div style="display: none;">${open}</div></div>`
    case "collapsed":
      return `<div class="kv" role="listitem" aria-expanded="false">${closed}</div>`
    case "folded":
      return `<div class="kQ" role="listitem"><span class="adx">3</span></div>`
    case "draft":
      return `<div class="kv" role="listitem"><div class="adf ads" data-message-id="#msg-a:r${id}"><span class="gD" email="${from.email}">Draft</span>
        <span class="g3" title="${shown}"></span><div class="iA g6">${snippet}</div></div></div>`
  }
}

function composerHtml(
  id: string,
  { kind = "reply", to, focus = "text", answers = id, html = "<div><br></div>" }: Composer
): string {
  const chips = to.map((email) => `<div role="option" data-hovercard-id="${email}" data-name="x"></div>`)
  const short = to.map((email) => `<span email="${email}">${email}</span>`)
  const lists = `${focus === "text" ? "" : `<div class="GS"><div class="anm" name="to"><div role="listbox">${chips.join("")}</div></div></div>`}
    ${focus === "recipients" ? "" : `<div class="aoD hl"><div class="oL aDm az9">${short.join("")}</div></div>`}`
  return `<div class="aoI" role="region" data-compose-id="1"><table class="aoP HM"><tbody><tr><td class="I5"><form class="bAs">
    <div class="Un J-JN-M-I"><img class="${kind === "forward" ? "mI" : "mK"}"></div>${lists}
    <input type="hidden" name="rt" value="#thread-f:${BigInt(`0x${answers}`)}"><input type="hidden" name="draft" value="#msg-a:r77">
    <input type="hidden" name="to" value=""><input type="hidden" name="cc" value=""><input type="hidden" name="bcc" value="">
    <input type="hidden" name="from" value="${DESK.email}"></form>
    <table class="iN"><tbody><tr><td class="Ap"><div class="Am Al editable LW-avf" role="textbox" g_editable="true" contenteditable="true">${html}</div></td></tr></tbody></table>
    <div role="button" class="T-I aoO">Send</div></td></tr></tbody></table></div>`
}

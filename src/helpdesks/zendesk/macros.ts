import { PageChanged, Unreadable, type Macro, type Macros, type Page } from "../contract/adapter.ts"
import { idOf, isRecord, recordOf, textOf, type ForeignRecord } from "../contract/foreign-json.ts"
import { getJson, readPages } from "./api.ts"
import { LIVE_CHANNELS, paneOf, zd } from "./selectors.ts"
import { textOfHtml } from "../contract/html-text.ts"

/** The number of pages of 100 macros. More would take too many of the requests that the whole account shares. */
const MAX_PAGES = 10

/** Reads macros through the session's API, which previews a macro without applying it. */
export const macros: Macros = {
  async list(page, signal) {
    const all: Macro[] = []
    let asked = 0
    // Only macros that this agent may apply are read, because an admin would also get every colleague's own.
    for await (const { items } of readPages(
      page,
      "macros.json?active=true&only_viewable=true&sort_by=alphabetical",
      "macros",
      signal
    )) {
      all.push(...items.flatMap((item) => macroOf(item, page.document) ?? []))
      if (++asked === MAX_PAGES) return { macros: all, more: items.length === 100 }
    }
    return { macros: all, more: false }
  },

  async textFor(page, ticketId, macroId, signal) {
    const [answer, preview] = await Promise.all([
      getJson(page, `macros/${macroId}.json`, signal),
      previewOf(page, ticketId, macroId, signal)
    ])
    const comment = commentOf(recordOf(answer["macro"], "macro"), page.document)
    if (!comment) throw new Unreadable("not-found")
    const live = LIVE_CHANNELS.includes(
      page.document.querySelector<HTMLElement>(`${paneOf(ticketId)} ${zd.channel}`)?.dataset["channel"] ?? ""
    )
    const own = textIn(comment, live)
    const previewed = preview && previewText(preview, comment, live, page.document)
    const text = previewed === undefined ? own : previewWithBlanks(own, previewed)
    return hasPlaceholder(text) ? fillPlaceholders(text, await factsOf(page, ticketId, signal)) : text
  }
}

function macroOf(item: ForeignRecord, document: Document): Macro | undefined {
  const comment = commentOf(item, document)
  return (
    comment && {
      id: idOf(item["id"], "macro id"),
      title: textOf(item["title"], "macro title"),
      text: textIn(comment, false)
    }
  )
}

/**
 * Returns what Zendesk would write, or `undefined` when it gives no preview, in which case the macro's own text is
 * used.
 */
async function previewOf(
  page: Page,
  ticketId: string,
  macroId: string,
  signal: AbortSignal
): Promise<ForeignRecord | undefined> {
  const answer = await orNothing(getJson(page, `tickets/${ticketId}/macros/${macroId}/apply.json`, signal))
  const result = isRecord(answer?.["result"]) ? answer["result"] : {}
  const ticket = isRecord(result["ticket"]) ? result["ticket"] : {}
  return isRecord(ticket["comment"]) ? ticket["comment"] : undefined
}

/**
 * Returns the text for the channel in use if the preview has it separately, otherwise its HTML, otherwise its text. It
 * is read like a macro's own actions.
 */
function previewText(
  preview: ForeignRecord,
  { isHtml }: MacroComment,
  live: boolean,
  document: Document
): string | undefined {
  const scoped = Array.isArray(preview["scoped_body"]) ? preview["scoped_body"].filter(Array.isArray) : []
  const body = preview["body"]
  const html =
    preview["html_body"] ?? (isHtml && typeof body === "string" && /<\/?[a-z][^>]*>/i.test(body) ? body : undefined)
  const isApart = scoped.some(([scope]) => scope === (live ? "channel:chat" : "channel:web"))
  const actions =
    html && !isApart
      ? [{ field: "comment_value_html", value: html }]
      : scoped.length > 0
        ? scoped.map((value) => ({ field: "comment_value", value }))
        : [{ field: "comment_value", value: body }]
  const comment = commentOf({ actions }, document)
  return comment && textIn(comment, live)
}

/** Returns the values of placeholders by their names. Unknown ones are left out. */
async function factsOf(page: Page, ticketId: string, signal: AbortSignal): Promise<Map<string, string>> {
  const [answer, me] = await Promise.all([
    orNothing(getJson(page, `tickets/${ticketId}.json?include=users`, signal)),
    orNothing(getJson(page, "users/me.json", signal))
  ])
  const ticket = isRecord(answer?.["ticket"]) ? answer["ticket"] : {}
  const users = Array.isArray(answer?.["users"]) ? answer["users"].filter(isRecord) : []
  const byId = (id: unknown) => users.find((user) => user["id"] === id)
  return new Map([
    ...namesOf("ticket.requester", byId(ticket["requester_id"])),
    ...namesOf("ticket.assignee", byId(ticket["assignee_id"])),
    ...namesOf("current_user", isRecord(me?.["user"]) ? me["user"] : undefined),
    ["ticket.id", ticketId],
    ["ticket.title", typeof ticket["subject"] === "string" ? ticket["subject"] : ""]
  ])
}

function namesOf(whose: string, user: ForeignRecord | undefined): [string, string][] {
  const [name, email] = [user?.["name"], user?.["email"]].map((value) =>
    typeof value === "string" ? value.trim() : ""
  )
  const [first = "", ...rest] = (name ?? "").split(/\s+/)
  return [
    [`${whose}.name`, name ?? ""],
    [`${whose}.first_name`, first],
    [`${whose}.last_name`, rest.join(" ")],
    [`${whose}.email`, email ?? ""]
  ]
}

/**
 * When the helpdesk doesn't have the value, a blank asks the agent for it. When the agent is signed out or the call is
 * aborted, the work can't continue.
 */
async function orNothing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Unreadable || error instanceof PageChanged) return undefined
    throw error
  }
}

/** What a macro would write, by channel: "all", "web", "chat". */
interface MacroComment {
  texts: Map<string, string>
  isHtml: boolean
}

/** Returns `undefined` when the macro writes nothing, or when it writes an internal note, which no customer may see. */
function commentOf(macro: ForeignRecord, document: Document): MacroComment | undefined {
  const actions = Array.isArray(macro["actions"]) ? macro["actions"].filter(isRecord) : []
  if (actions.some(({ field, value }) => field === "comment_mode_is_public" && String(value) !== "true"))
    return undefined
  const texts = new Map<string, string>()
  let isHtml = false
  for (const { field, value } of actions) {
    if (field !== "comment_value" && field !== "comment_value_html") continue
    const [scope, said] = scopeOf(value)
    const html = field === "comment_value_html"
    const text = html ? textOfHtml(said, document, "drop") : said.replace(/\r\n?/g, "\n").trim()
    if (text === "") continue
    isHtml ||= html
    texts.set(scope, text)
  }
  return texts.size > 0 ? { texts, isHtml } : undefined
}

/** Returns the text for a live conversation or for mail, if the macro distinguishes them. */
function textIn({ texts }: MacroComment, live: boolean): string {
  return texts.get(live ? "chat" : "web") ?? texts.get("all") ?? [...texts.values()][0] ?? ""
}

/** The value is either the text, or `["channel:web", text]`. */
function scopeOf(value: unknown): [scope: string, words: string] {
  const [scope, words] = Array.isArray(value) ? value : ["all", value]
  return [String(scope).replace(/^channel:/, ""), typeof words === "string" ? words : ""]
}

/**
 * Matches a value, `{{ticket.requester.name}}`, or a condition, `{% if ... %}`, which only Zendesk itself can evaluate.
 */
const ONE = String.raw`\{\{[^{}]*\}\}|\{%[^{}%]*%\}`
const PLACEHOLDER = new RegExp(ONE, "g")
/**
 * Matches placeholders with only white space between them, because it can't be known which of them a text came from.
 */
const RUN = new RegExp(`(?:${ONE})(?:\\s*(?:${ONE}))*`, "g")

function hasPlaceholder(text: string): boolean {
  return text.search(PLACEHOLDER) !== -1
}

/** Replaces each placeholder by its value. An unknown or empty one becomes a blank that the agent fills. */
function fillPlaceholders(text: string, facts: ReadonlyMap<string, string>): string {
  return text.replace(PLACEHOLDER, (placeholder) => facts.get(placeholder.slice(2, -2).trim()) || blankOf(placeholder))
}

/**
 * A preview silently drops values that are empty or unknown. Where a placeholder of the macro's own text left nothing
 * in the preview, a blank is added. A preview that doesn't match that text (a condition was evaluated) stays as it is.
 */
function previewWithBlanks(own: string, preview: string): string {
  const literals = own.split(RUN).map((literal) => literal.replace(/\s+/g, ""))
  const letters = preview.replace(/\s+/g, "")
  const offsets = [...preview.matchAll(/\S/g)].map(({ index }) => index)
  const offset = (letter: number) => offsets[letter] ?? preview.length
  const values: string[] = []
  let end = 0
  for (const [n, literal] of literals.entries()) {
    const last = letters.length - literal.length
    const at = n === 0 ? 0 : n === literals.length - 1 ? last : letters.indexOf(literal, end)
    if (at < end || !letters.startsWith(literal, at)) return preview
    if (n > 0) values.push(preview.slice(offset(end), offset(at)).trim())
    end = at + literal.length
  }
  if (!values.includes("")) return preview
  let n = 0
  return own.replace(RUN, (run) => values[n++] || (run.match(PLACEHOLDER) ?? []).map(blankOf).join(" "))
}

/** "{{ticket.ticket_field_360001 | upcase}}" asks for the "ticket field 360001". */
function blankOf(placeholder: string): string {
  const name = placeholder
    .slice(2, -2)
    .replace(/\|.*/s, "")
    .trim()
    .replace(/^ticket\./, "")
    .replace(/[\s._[\]]+/g, " ")
    .trim()
  return `[[${name.slice(0, LONGEST) || "?"}]]`
}

/** The most characters of a blank's name. */
const LONGEST = 120

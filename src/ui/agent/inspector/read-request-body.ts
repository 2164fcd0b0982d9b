import { isMessage, t, tell } from "../../messages/t.ts"

/** Returns the title of a request by its path. `n` is its number among the ticket's requests. */
export function titleOf(path: string, body: string, n: number): string {
  const sent = record(parse(body))
  if (path === "/v1/summaries") return t("saw.kind.summary", { n })
  if (path === "/v1/outcomes")
    return sent["draftId"] === undefined ? t("saw.kind.reply", { n }) : t("saw.kind.outcome", { n })
  const own = `saw.kind.${path}`
  if (isMessage(own)) return tell(own, { n })
  if (path !== "/v1/drafts") return t("saw.kind.other", { n })
  return sent["instruction"] !== undefined
    ? t("saw.kind.redraft", { n })
    : sent["sources"] !== undefined
      ? t("saw.kind.sources", { n })
      : sent["prepared"] === true
        ? t("saw.kind.prepared", { n })
        : t("saw.kind.draft", { n })
}

/** One part of what was sent, in readable form. */
export interface SentPart {
  /** Identifies the part. The key is the same in each request of the ticket. */
  key: string
  title: string
  text: string
}

/**
 * Returns the readable parts of a request to the relay (query, ticket, chosen sources, instruction, former draft; or
 * draft, reply and note) or to a model (messages). A body of another shape has no parts and is shown as it is.
 */
export function readBody(body: string): SentPart[] {
  const sent = record(parse(body))
  const ticket = record(sent["ticket"])
  if (list(ticket["messages"]).length === 0 && list(sent["messages"]).length > 0)
    return list(sent["messages"]).map(modelPart)
  return [
    part("query", t("saw.query"), sent["query"]),
    part("question", t("saw.question"), sent["question"]),
    part("document", t("saw.document"), sent["document"]),
    part("subject", t("saw.subject"), ticket["subject"]),
    ...list(ticket["messages"]).map(messagePart),
    ...Object.entries(record(ticket["fields"])).map(([name, value]) =>
      part(`field ${name}`, `${t("saw.field")} ${name}`, value)
    ),
    ...list(ticket["earlier"]).map((promise, index) =>
      part(`earlier ${index}`, `${t("saw.earlier")} ${words(record(promise)["ticketId"])}`, record(promise)["text"])
    ),
    ...list(ticket["attached"]).map((file, index) =>
      part(`attached ${index}`, `${t("saw.attached")} ${words(record(file)["name"])}`, record(file)["text"])
    ),
    part("tags", t("saw.tags"), list(ticket["tags"]).join(", ")),
    part(
      "attachments",
      t("saw.attachments"),
      list(ticket["messages"])
        .flatMap((message) => list(record(message)["attachments"]))
        .join(", ")
    ),
    part("use", t("saw.use"), list(record(sent["sources"])["use"]).join("\n")),
    part("not", t("saw.not"), list(record(sent["sources"])["not"]).join("\n")),
    part("instruction", t("saw.instruction"), sent["instruction"]),
    part("previous", t("saw.previous"), sent["previous"]),
    part("draft", t("saw.draft"), sent["draft"]),
    part("sent", t("saw.sent"), sent["sent"]),
    part("note", t("saw.note"), sent["note"])
  ].filter(({ text }) => text !== "")
}

function messagePart(message: unknown, index: number): SentPart {
  const { id, role, text, author } = record(message)
  const about = { n: index + 1, role: roleWord(role, "saw.role") }
  return part(
    `message ${words(id) || index}`,
    typeof author === "string" && author !== "" ? t("saw.message.by", { ...about, author }) : t("saw.message", about),
    text
  )
}

function modelPart(message: unknown, index: number): SentPart {
  const { role, content } = record(message)
  const text =
    typeof content === "string"
      ? content
      : list(content)
          .map((piece) => words(record(piece)["text"]))
          .join("\n")
  return part(`part ${index}`, t("saw.part", { n: index + 1, role: roleWord(role, "saw.to") }), text)
}

function roleWord(role: unknown, where: "saw.role" | "saw.to"): string {
  const key = `${where}.${words(role)}`
  return isMessage(key) ? tell(key, {}) : words(role)
}

const part = (key: string, title: string, text: unknown): SentPart => ({ key, title, text: words(text) })
const words = (value: unknown) => (typeof value === "string" ? value : "")
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? { ...value } : {}

/** Returns `undefined` if the body isn't JSON. */
function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

import { isMessage, t, tell } from "../../messages/t.ts"

/** One piece of what was sent, for reading. */
export interface SentPart {
  title: string
  text: string
}

/**
 * The readable pieces of a request to the relay (ticket, instruction, former draft) or to a model (messages). A body of
 * another shape has none: it is shown as it is.
 */
export function readBody(body: string): SentPart[] {
  const sent = record(parse(body))
  const ticket = record(sent["ticket"])
  if (list(ticket["messages"]).length === 0 && list(sent["messages"]).length > 0) return list(sent["messages"]).map(modelPart)
  return [
    part(t("saw.subject"), ticket["subject"]),
    ...list(ticket["messages"]).map(messagePart),
    ...Object.entries(record(ticket["fields"])).map(([name, value]) => part(`${t("saw.field")} ${name}`, value)),
    part(t("saw.tags"), list(ticket["tags"]).join(", ")),
    part(t("saw.attachments"), list(ticket["messages"]).flatMap((message) => list(record(message)["attachments"])).join(", ")),
    part(t("saw.instruction"), sent["instruction"]),
    part(t("saw.previous"), sent["previous"])
  ].filter(({ text }) => text !== "")
}

function messagePart(message: unknown, index: number): SentPart {
  const { role, text, author } = record(message)
  const who = typeof author === "string" && author !== "" ? `, ${author}` : ""
  return part(t("saw.message", { n: index + 1, role: roleWord(role, "saw.role") }) + who, text)
}

function modelPart(message: unknown, index: number): SentPart {
  const { role, content } = record(message)
  const text = typeof content === "string" ? content : list(content).map((piece) => words(record(piece)["text"])).join("\n")
  return part(t("saw.part", { n: index + 1, role: roleWord(role, "saw.to") }), text)
}

function roleWord(role: unknown, where: "saw.role" | "saw.to"): string {
  const key = `${where}.${words(role)}`
  return isMessage(key) ? tell(key, {}) : words(role)
}

const part = (title: string, text: unknown): SentPart => ({ title, text: words(text) })
const words = (value: unknown) => (typeof value === "string" ? value : "")
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const record = (value: unknown): Record<string, unknown> => (typeof value === "object" && value !== null ? { ...value } : {})

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

import { refusalIn } from "./refusal-words.ts"

type Body = Record<string, unknown>

/**
 * Returns the body as the server may take it, after it refused this one, or undefined if nothing in it is to blame. Each
 * change is made once: a field that some servers or models don't support is left out, the answer isn't streamed, the
 * length is named where it must be, and the system's text moves into the first message.
 * @param words what the server said
 */
export function fitBody(body: Body, status: number, words: string): Body | undefined {
  const isRefused = status === 400 || status === 422
  const isTemplate = (status >= 500 || OTHER_REFUSALS.has(status)) && ABOUT_ROLES.test(words)
  if (!isRefused && !isTemplate) return undefined
  if (isRefused) {
    const fitted = withoutFields(body, words) ?? unstreamed(body, words) ?? withLength(body, words)
    if (fitted) return fitted
  }
  // Servers word this in many ways, and some not at all, so it is tried unless they say what else is wrong.
  return isTemplate || !(refusalIn(words) || /^\s*</.test(words)) ? withoutSystem(body) : undefined
}

/**
 * Returns the body with the system's text at the beginning of the first message, or undefined if it has none. Some
 * models know no other roles than the user's and the assistant's.
 */
export function withoutSystem(body: Body): Body | undefined {
  const { messages } = body
  if (!Array.isArray(messages) || !messages.every(isMessage)) return undefined
  const [system, first, ...more] = messages
  if (system?.role !== "system" || first?.role !== "user") return undefined
  return { ...body, messages: [{ role: "user", content: `${system.content}\n\n${first.content}` }, ...more] }
}

const isMessage = (value: unknown): value is { role: string; content: string } =>
  typeof value === "object" &&
  value !== null &&
  "role" in value &&
  "content" in value &&
  typeof value.role === "string" &&
  typeof value.content === "string"

/**
 * Some servers don't support `stream_options` (Azure's older versions) or `response_format`, and some models don't
 * support `temperature`.
 */
function withoutFields(body: Body, words: string): Body | undefined {
  const named = ["stream_options", "temperature", "response_format"].filter(
    (name) => name in body && (words.includes(name) || (name === "response_format" && /json.?schema/i.test(words)))
  )
  return named.length > 0 ? without(body, named) : undefined
}

/** Some models don't stream, or not to every organisation. Their answer comes at once. */
function unstreamed(body: Body, words: string): Body | undefined {
  const isStreaming = body["stream"] === true && /\bstream(?:ing|ed)?\b/i.test(words)
  return isStreaming ? { ...without(body, ["stream_options"]), stream: false } : undefined
}

/** Some servers want to be told how long an answer may be, and newer models by another name. */
function withLength(body: Body, words: string): Body | undefined {
  const [named] = /max_completion_tokens|max_tokens/.exec(words) ?? []
  if (named === undefined || "max_completion_tokens" in body) return undefined
  if ("max_tokens" in body)
    return named === "max_completion_tokens" || words.includes("max_completion_tokens")
      ? { ...without(body, ["max_tokens"]), max_completion_tokens: MAX_ANSWER_TOKENS }
      : undefined
  return /required|missing|must/i.test(words) ? { ...body, [named]: MAX_ANSWER_TOKENS } : undefined
}

/** A letter of four pages, in model tokens, and as much again for thoughts. */
const MAX_ANSWER_TOKENS = 4096

const without = (body: Body, names: string[]): Body =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)))

/** Gateways refuse a role by these, too. */
const OTHER_REFUSALS = new Set([403, 404, 409])

/** Matches what chat templates say of roles. Some servers answer 500 if a template fails. */
const ABOUT_ROLES =
  /\brole:? ["'`]?system|system (?:role|message|prompt|instruction)|\broles?\b.{0,60}(?:support|alternate|must|allowed)|only user and assistant|jinja|chat.?template|developer instruction/i

/** What one event of a chat stream says, or a whole answer that came at once. Every field may be missing or null. */
export interface Chunk {
  text: string
  /** Thoughts, which are never shown. */
  thought: string
  /** The model declined in its own field. */
  declined: boolean
  /** As sent; "" of old Ollama versions is kept apart from a missing one. */
  finish?: string
  usage?: Usage
  error?: ServerError
}
/** Tokens. */
export interface Usage {
  in: number
  out: number
}
/** `estimated`: the server told no count, and a token was taken for every four bytes of what went and came. */
export interface Counted extends Usage {
  estimated: boolean
}
export interface ServerError {
  /** Only where it is a plain word: it may stand in a message. */
  code?: string
  status?: number
}

/** Reads what OpenAI, Azure, vLLM, llama.cpp and Ollama send; unknown shapes say nothing. */
export function readChunk(value: unknown): Chunk {
  const choice = first(field(value, "choices"))
  const said = field(choice, "delta") ?? field(choice, "message")
  const finish = field(choice, "finish_reason")
  const usage = usageOf(field(value, "usage"))
  const error = errorOf(value)
  return {
    text: textOf(field(said, "content")) || textOf(field(choice, "text")),
    // vLLM moved its thoughts from the first name to the second (litellm#20246).
    thought: textOf(field(said, "reasoning_content")) || textOf(field(said, "reasoning")),
    declined: Boolean(textOf(field(said, "refusal"))),
    ...(typeof finish === "string" ? { finish } : {}),
    ...(usage ? { usage } : {}),
    ...(error ? { error } : {})
  }
}

/** `{error: {code, type}}`, `{error: "words"}`, vLLM's `{object: "error", code: 400}`, or a list of one of them. */
export function errorOf(value: unknown): ServerError | undefined {
  const whole = Array.isArray(value) ? first(value) : value
  const error = field(whole, "error") ?? (field(whole, "object") === "error" ? whole : undefined)
  if (error === undefined || error === null) return undefined
  const codes = [field(error, "code"), field(error, "status"), field(error, "type")]
  const code = codes.find((entry) => typeof entry === "string" && /^[a-z][a-z_]{2,40}$/i.test(entry))
  const status = codes.map(Number).find((entry) => entry >= 400 && entry < 600)
  return { ...(typeof code === "string" ? { code } : {}), ...(status ? { status } : {}) }
}

/** A property of something foreign. */
export function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined
}

/** A string, or parts of which some are text. */
function textOf(content: unknown): string {
  if (typeof content === "string") return content
  return Array.isArray(content)
    ? content.map((part) => (typeof part === "string" ? part : textOf(field(part, "text")))).join("")
    : ""
}

function usageOf(usage: unknown): Usage | undefined {
  const sent = field(usage, "prompt_tokens")
  const came = field(usage, "completion_tokens")
  return typeof sent === "number" && typeof came === "number" ? { in: sent, out: came } : undefined
}

/** What one event of a chat stream says, or a whole answer that came at once. Every field may be missing or null. */
export interface Chunk {
  text: string
  /** Thoughts, which are never shown. */
  thought: string
  /** The model declined in its own field. */
  declined: boolean
  /** As sent; "" of old Ollama versions is kept apart from a missing one. */
  finish?: string
  usage?: TokenUsage
  error?: ServerError
}
/** Tokens. */
export interface TokenUsage {
  in: number
  out: number
}
/** `estimated`: the server told no count, and a token was taken for every four bytes of what went and came. */
export interface CountedTokens extends TokenUsage {
  estimated: boolean
}
export interface ServerError {
  /** Only where it is a plain word: it may stand in a message. */
  code?: string
  status?: number
}

/** Reads what OpenAI, Azure, vLLM, llama.cpp and Ollama send; unknown shapes say nothing. */
export function readChunk(value: unknown): Chunk {
  const choice = first(propertyOf(value, "choices"))
  const said = propertyOf(choice, "delta") ?? propertyOf(choice, "message")
  const finish = propertyOf(choice, "finish_reason")
  const usage = usageOf(propertyOf(value, "usage"))
  const error = errorOf(value)
  return {
    text: textOf(propertyOf(said, "content")) || textOf(propertyOf(choice, "text")),
    // vLLM moved its thoughts from the first name to the second (litellm#20246).
    thought: textOf(propertyOf(said, "reasoning_content")) || textOf(propertyOf(said, "reasoning")),
    declined: Boolean(textOf(propertyOf(said, "refusal"))),
    ...(typeof finish === "string" ? { finish } : {}),
    ...(usage ? { usage } : {}),
    ...(error ? { error } : {})
  }
}

/** `{error: {code, type}}`, `{error: "words"}`, vLLM's `{object: "error", code: 400}`, or a list of one of them. */
export function errorOf(value: unknown): ServerError | undefined {
  const whole = Array.isArray(value) ? first(value) : value
  const error = propertyOf(whole, "error") ?? (propertyOf(whole, "object") === "error" ? whole : undefined)
  if (error === undefined || error === null) return undefined
  const codes = [propertyOf(error, "code"), propertyOf(error, "status"), propertyOf(error, "type")]
  const code = codes.find((entry) => typeof entry === "string" && /^[a-z][a-z_]{2,40}$/i.test(entry))
  const status = codes.map(Number).find((entry) => entry >= 400 && entry < 600)
  return { ...(typeof code === "string" ? { code } : {}), ...(status ? { status } : {}) }
}

/** A property of something foreign. */
export function propertyOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined
}

/** A string, or parts of which some are text. */
function textOf(content: unknown): string {
  if (typeof content === "string") return content
  return Array.isArray(content)
    ? content.map((part) => (typeof part === "string" ? part : textOf(propertyOf(part, "text")))).join("")
    : ""
}

function usageOf(usage: unknown): TokenUsage | undefined {
  const sent = propertyOf(usage, "prompt_tokens")
  const came = propertyOf(usage, "completion_tokens")
  return typeof sent === "number" && typeof came === "number" ? { in: sent, out: came } : undefined
}

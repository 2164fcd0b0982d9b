/**
 * The content of one event of a chat stream, or of a whole answer that came at once. Every field may be missing or
 * null.
 */
export interface Chunk {
  text: string
  /** The model's thoughts, which are never shown. */
  thought: string
  /** The model declined in the field for refusals. */
  declined: boolean
  /** The value as sent. The "" of old Ollama versions is distinguished from a missing value. */
  finish?: string
  usage?: TokenUsage
  error?: ServerError
}
/** The counts are in model tokens. */
export interface TokenUsage {
  in: number
  out: number
}
/**
 * `estimated` says that the server reported no count, so one model token was assumed for every four bytes sent and
 * received.
 */
export interface CountedTokens extends TokenUsage {
  estimated: boolean
}
export interface ServerError {
  /** The code is set only if it is a plain word, because it may be quoted in a message. */
  code?: string
  status?: number
}

/** Reads what OpenAI, Azure, vLLM, llama.cpp and Ollama send. Unknown shapes give an empty chunk. */
export function readChunk(value: unknown): Chunk {
  const choice = first(propertyOf(value, "choices"))
  const said = propertyOf(choice, "delta") ?? propertyOf(choice, "message")
  const finish = finishOf(choice, value)
  const usage = usageOf(propertyOf(value, "usage"))
  const error = errorOf(value)
  return {
    text: textOf(propertyOf(said, "content")) || textOf(propertyOf(choice, "text")),
    // vLLM moved its thoughts from the first name to the second (litellm#20246).
    thought: textOf(propertyOf(said, "reasoning_content")) || textOf(propertyOf(said, "reasoning")),
    declined: Boolean(textOf(propertyOf(said, "refusal"))),
    ...(finish === undefined ? {} : { finish }),
    ...(usage ? { usage } : {}),
    ...(error ? { error } : {})
  }
}

/**
 * Returns the finish reason. Gateways translate a provider's own word into OpenAI's and send both; where the provider's
 * says that something is missing, OpenAI's "stop" is no proof of a whole letter.
 */
function finishOf(choice: unknown, value: unknown): string | undefined {
  const texts = [
    propertyOf(choice, "finish_reason") ?? propertyOf(value, "finish_reason"),
    propertyOf(choice, "native_finish_reason")
  ].map(finishText)
  const [finish, native] = texts
  if (native === undefined || finish === undefined) return finish
  const isBad = (word: string) => !["whole", "not-yet", "broken"].includes(endingOf(word))
  return isBad(native) && !isBad(finish) ? native : finish
}

/** Reads a word, or the word in an object or a list. */
function finishText(value: unknown): string | undefined {
  if (typeof value === "string") return value
  const word = propertyOf(value, "type") ?? propertyOf(value, "reason") ?? first(value)
  return typeof word === "string" ? word : undefined
}

/**
 * Reads `{error: {code, type}}`, `{error: "words"}`, vLLM's `{object: "error", code: 400}`, or a list of one of them.
 */
export function errorOf(value: unknown): ServerError | undefined {
  const whole = Array.isArray(value) ? first(value) : value
  const error = propertyOf(whole, "error") ?? (propertyOf(whole, "object") === "error" ? whole : undefined)
  if (error === undefined || error === null) return undefined
  const codes = [propertyOf(error, "code"), propertyOf(error, "status"), propertyOf(error, "type")]
  const code = codes.find((entry) => typeof entry === "string" && /^[a-z][a-z_]{2,40}$/i.test(entry))
  const status = codes.map(Number).find((entry) => entry >= 400 && entry < 600)
  return { ...(typeof code === "string" ? { code } : {}), ...(status ? { status } : {}) }
}

/** Returns a property of an untrusted value. */
export function propertyOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined
}

/** Returns a string, or the text in a list of parts. */
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

/**
 * What a finish reason says of the answer: it is whole, isn't over yet, stopped at a limit of length, was withheld by a
 * filter, was declined, ended in a call of a tool, or broke off for another reason.
 */
export type Ending = "whole" | "not-yet" | "limit" | "withheld" | "declined" | "tool" | "broken"

/**
 * Reads a finish reason of any server: OpenAI, Azure, Anthropic, Gemini, Mistral, DeepSeek, Qwen, Zhipu, Moonshot,
 * Cohere, Bedrock, watsonx, vLLM, llama.cpp, Ollama, LM Studio and TGI write it in their own words, and gateways often
 * pass those on. Case doesn't count, and neither does what a gateway adds behind it ("content_filter: RECITATION"). A
 * word that nobody knows is no good end.
 */
export function endingOf(finish: string): Ending {
  const plain = finish
    .trim()
    .toLowerCase()
    .replace(/^(?:finish|stop|done)_?reason[._:\s]*/, "")
  // A filter or a limit counts wherever it is named, because "stop: content_filter" is no good end either.
  if (DECLINED.test(plain)) return "declined"
  if (WITHHELD.test(plain)) return "withheld"
  if (LIMIT.test(plain)) return "limit"
  // What follows a good end says how it came ("stop: eos"), unless it says what went wrong ("stop: error").
  if (BROKEN.test(plain)) return /tool|function/.test(plain) ? "tool" : "broken"
  const word = (/^[^:;,(|/\s]*/.exec(plain)?.[0] ?? "").replace(/[^a-z]/g, "")
  if (WHOLE.has(word)) return "whole"
  if (NOT_YET.has(word)) return "not-yet"
  return /tool|function/.test(plain) ? "tool" : "broken"
}

/** The good ends, without anything but their letters. */
const WHOLE: ReadonlySet<string> = new Set([
  // OpenAI, and all who follow it
  "stop",
  // Anthropic, Bedrock
  "endturn",
  "stopsequence",
  // Cohere, and the status of a response
  "complete",
  "completed",
  // TGI, watsonx, Together
  "eos",
  "eostoken",
  // AI21, Aleph Alpha
  "endoftext",
  "stopsequencereached",
  // Titan, ERNIE
  "finish",
  "finished",
  "stopcriteriamet",
  "normal",
  // LM Studio, node-llama-cpp
  "eosfound",
  "stopstringfound",
  "eogtoken",
  "stoptrigger",
  // Servers of their own make
  "end",
  "done",
  "success",
  "final",
  "endofturn",
  "endofsequence",
  "eot",
  "eottoken",
  "eosreached",
  "eostokenfound",
  "stoptoken",
  "stoptokens",
  "stopword",
  "stopstr",
  "stopstring"
])
/** What some servers send with each piece, where others send null: DashScope, Gemini, watsonx, llama.cpp. */
const NOT_YET: ReadonlySet<string> = new Set([
  "",
  "null",
  "none",
  "unspecified",
  "notfinished",
  "inprogress",
  "running",
  "generating",
  "continue",
  "streaming",
  "pending"
])
const DECLINED = /refus|declin/
const WITHHELD = new RegExp(
  [
    String.raw`filter|safety|sensitive|block|prohibited|recitation|spii|guardrail|toxic|moderat|armor|policy`,
    String.raw`violat|harm|inspection|unsafe|risk|responsible|copyright|censor|inappropriate|hate|jailbreak`,
    String.raw`nsfw|illegal|forbidden|privacy|content_?management|(?<![a-z])rai(?![a-z])`
  ].join("|")
)
const LIMIT = /length|max|context|window|truncat|budget|(?:out_?of|no_?more)_?tokens|(?<!time_?|rate_?)limit/
const BROKEN = /error|abort|cancel|fail|false|time_?out|interrupt|disconnect|overload/

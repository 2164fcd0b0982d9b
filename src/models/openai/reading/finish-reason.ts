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

import OpenAI, { APIConnectionError, APIError } from "openai"
import { ModelError } from "../drafting/parts.ts"
import { chatUrl, isAzure } from "./address.ts"
import type { ModelChoice } from "./choose.ts"
import { failureOfAnswer, notAnApi } from "./failure.ts"
import { streamChat } from "./stream.ts"
import { seconds } from "./watch.ts"

/** Milliseconds for the list, and for the first text of the test: a local server may load the model first. */
const PATIENCE = { listMs: 10_000, firstByteMs: 120_000 }

/**
 * `npm run relay -- models`: lists what the configured server offers and asks the chosen model for one word.
 * @param write takes one line
 * @returns whether drafts can be written as configured; without a model they can, offline
 */
export async function listModels(settings: ModelChoice, write: (line: string) => void, signal = new AbortController().signal): Promise<boolean> {
  const model = settings.model
  if (!model) {
    write("No model is configured: the offline drafter writes the drafts.")
    write("To use a model set MODEL_BASE_URL (e.g. http://localhost:11434/v1), MODEL_NAME and, where the server wants a key, MODEL_API_KEY.")
    return true
  }
  try {
    const names = await namesOf(model, signal)
    if (names) {
      write(names.length > 0 ? "Models of this server:" : "This server lists no models.")
      for (const name of names) write(`${name === model.name ? "*" : " "} ${name}`)
    } else write("This server does not list its models.")
    if (!model.name) {
      write("No model is chosen, so the offline drafter writes the drafts. Set MODEL_NAME to one of this server's models.")
      return false
    }
    if (names && !names.includes(model.name)) write(`MODEL_NAME ${plain(model.name)} is not among them.`)
    write(`${plain(model.name)}: first text after ${await firstTextMs(model.baseUrl, model.apiKey, model.name, signal)} ms. It works.`)
    return true
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    write(error.message)
    return false
  }
}

/** Names as they may go to a terminal, or undefined where the server has no list. */
async function namesOf(model: { baseUrl: string; apiKey?: string | undefined }, signal: AbortSignal): Promise<string[] | undefined> {
  const chat = chatUrl(model.baseUrl)
  const client = new OpenAI({
    baseURL: chat.origin + chat.pathname.replace(/\/chat\/completions$/, ""),
    // The package refuses to start without one; a server without keys ignores it.
    apiKey: model.apiKey || "none",
    organization: null,
    project: null,
    defaultQuery: Object.fromEntries(chat.searchParams),
    defaultHeaders: { ...(model.apiKey ? {} : { authorization: null }), ...(model.apiKey && isAzure(chat) ? { "api-key": model.apiKey } : {}) },
    fetchOptions: { redirect: "manual" },
    timeout: PATIENCE.listMs,
    maxRetries: 0,
    logLevel: "off"
  })
  try {
    const names: string[] = []
    for (const entry of (await client.models.list({ signal })).data ?? []) if (typeof entry?.id === "string") names.push(plain(entry.id))
    return names.sort()
  } catch (error) {
    signal.throwIfAborted()
    return noList(error, chat)
  }
}

function noList(error: unknown, chat: URL): undefined {
  if (error instanceof APIConnectionError) {
    const why = /timed? ?out/i.test(error.message) ? `said nothing for ${seconds(PATIENCE.listMs)}` : "can't be reached"
    throw new ModelError("model-unreachable", `The model's server at ${chat.host} ${why}. Is it running, and is MODEL_BASE_URL right?`, true, { cause: error })
  }
  // A gateway may have no list and still answer; the test that follows will tell.
  if (error instanceof APIError && error.status !== undefined && error.status !== 401 && error.status !== 403) return undefined
  if (error instanceof APIError && error.status) throw failureOfAnswer(error.status, {}, "").error
  throw notAnApi()
}

async function firstTextMs(baseUrl: string, apiKey: string | undefined, name: string, signal: AbortSignal): Promise<number> {
  const body = { model: name, messages: [{ role: "user", content: "Reply with the one word: ready" }], stream: true }
  const started = performance.now()
  // Leaving at the first text closes the connection, and with it the model's work.
  for await (const piece of streamChat({ baseUrl, apiKey, body, retries: 0, firstByteMs: PATIENCE.firstByteMs }, signal)) {
    if (piece.text?.trim()) break
  }
  return Math.round(performance.now() - started)
}

function plain(name: string): string {
  return name.replace(/\p{C}/gu, "").slice(0, 200)
}

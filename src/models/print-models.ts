import { APIConnectionError, APIError } from "openai"
import { ModelError, type VerifyTask } from "./drafter/contract.ts"
import { measureEndpoint, FIRST_BYTE_MS } from "./measure.ts"
import {
  silentTask,
  TASKS,
  unaskedTasks,
  verifyingEndpoints,
  type ModelEndpoint,
  type Models,
  type VerifierKind
} from "./endpoint/models.ts"
import { chatUrl } from "./openai/address.ts"
import { failureOfAnswer, failureOfConnection, lastingReason, notAnApi } from "./openai/request-failure.ts"
import { openaiClient, bodyOf } from "./openai/silent-model.ts"
import { seconds } from "./openai/request-watch.ts"
import { settingsOf } from "./choose-model.ts"
import { createEndpointVerifier, kindOf } from "./verifying/endpoint-verifier.ts"

/**
 * What the command describes: the configured models, and the address without a model's name that the environment may
 * hold.
 */
export interface ModelListing {
  models: Models
  /** MODEL_BASE_URL if it is set without MODEL_NAME. */
  unnamed?: { baseUrl: string; apiKey: string | undefined } | undefined
}

/**
 * Runs `npm run relay -- models`: lists what each endpoint offers and whether it answers, and which model is asked for
 * what.
 * @param write takes one line
 * @returns whether drafts can be written as configured; without a model they can, offline
 */
export async function listModels(
  { models, unnamed }: ModelListing,
  write: (line: string) => void,
  signal = new AbortController().signal
): Promise<boolean> {
  const asked = models.endpoints.filter((endpoint) => endpoint.kind === "openai-compatible")
  if (models.file !== undefined) write(`From ${models.file}:`)
  if (unnamed && models.file === undefined) return listUnnamed(unnamed, write, signal)
  if (asked.length === 0) {
    write("No model is configured: the offline drafter writes the drafts.")
    if (models.file === undefined)
      write(
        "To use a model set MODEL_BASE_URL (e.g. http://localhost:11434/v1), MODEL_NAME and, where the server wants a key, MODEL_API_KEY; for several, write a models.yaml (docs/settings.md)."
      )
    return true
  }
  let works = true
  for (const endpoint of asked) {
    if (!verifiesOnly(endpoint, models)) works = (await tellEndpoint(endpoint, models, write, signal)) && works
    if (models.tasks.verify.includes(endpoint)) works = (await tellVerifier(endpoint, write, signal)) && works
  }
  const unasked = unaskedTasks(models)
  if (models.file !== undefined)
    for (const task of TASKS) {
      const names = models.tasks[task].map(({ name }) => name).join(", then ") || "nobody"
      if (task === "verify") write(`verify: ${verifiersOf(models)}`)
      else write(`${task}: ${names}${unasked.includes(task) ? " (can't do it: no model is asked)" : ""}`)
    }
  if (models.embed) write(`embed: ${models.embed.name}`)
  if (models.rerank) write(`rerank: ${models.rerank.name}`)
  return works
}

async function listUnnamed(
  server: { baseUrl: string; apiKey: string | undefined },
  write: (line: string) => void,
  signal: AbortSignal
): Promise<boolean> {
  await succeeds(write, async () => writeNames(await modelNamesOf(server, signal), undefined, write))
  write("No model is chosen, so the offline drafter writes the drafts. Set MODEL_NAME to one of this server's models.")
  return false
}

async function tellEndpoint(
  endpoint: ModelEndpoint,
  models: Models,
  write: (line: string) => void,
  signal: AbortSignal
): Promise<boolean> {
  const { file } = models
  return succeeds(
    write,
    async () => {
      const { url: baseUrl, key: apiKey, model } = endpoint
      const names = await modelNamesOf({ baseUrl, apiKey }, signal)
      if (file === undefined) writeNames(names, model, write)
      const name = file === undefined ? terminalSafe(model) : `${endpoint.name} (${terminalSafe(model)})`
      if (names && !names.includes(model)) write(`${name} is not among the models that its server lists.`)
      const { firstMs, tokensPerSecond, isWithoutSystem } = await measureEndpoint(endpoint, models, signal)
      const first = { embed: "a vector", rerank: "an order", text: "first text" }[
        silentTask(endpoint, models) ?? "text"
      ]
      write(
        `${name}: ${first} after ${firstMs} ms${tokensPerSecond === undefined ? "" : `, ${tokensPerSecond} tokens a second`}. It works.${isWithoutSystem ? " It takes no system message, so the instructions go into the first message." : ""}`
      )
    },
    file === undefined ? "" : `${endpoint.name}: `
  )
}

/** Says whether an endpoint is named for nothing else, so that it need not write. */
const verifiesOnly = (endpoint: ModelEndpoint, { tasks }: Models): boolean =>
  TASKS.every((task) => tasks[task].includes(endpoint) === (task === "verify"))

/** Has an endpoint verify two sentences, and tells how it does that and whether it notices the altered one. */
const tellVerifier = (endpoint: ModelEndpoint, write: (line: string) => void, signal: AbortSignal): Promise<boolean> =>
  succeeds(
    write,
    async () => {
      const { how, tookMs } = await tryVerifier(endpoint, signal)
      const name = `${endpoint.name} (${terminalSafe(endpoint.model)})`
      write(`${name}: verifies ${how}, and notices an altered sentence, in ${tookMs} ms. It works.`)
    },
    `${endpoint.name}: `
  )

/** Returns who verifies letters, and why it is them. */
function verifiersOf(models: Models): string {
  const names = verifyingEndpoints(models)
    .map(({ name }) => name)
    .join(", then ")
  if (names === "") return "nobody"
  if (models.tasks.verify.length === 0) return `${names} (the models for drafts)`
  return models.tasks.verify.every(({ kind }) => kind === "offline") ? `${names} (switched off)` : names
}

/** Runs some work. Returns false, after writing the reason, if the model or its server fails. */
async function succeeds(write: (line: string) => void, work: () => Promise<void>, before = ""): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    write(before + error.message)
    return false
  }
}

function writeNames(names: string[] | undefined, chosen: string | undefined, write: (line: string) => void): void {
  if (!names) return write("This server does not list its models.")
  write(names.length > 0 ? "Models of this server:" : "This server lists no models.")
  for (const name of names) write(`${name === chosen ? "*" : " "} ${name}`)
}

/** Returns the names of a server's models, safe for a terminal, or undefined if the server has no list. */
async function modelNamesOf(
  model: { baseUrl: string; apiKey?: string | undefined },
  signal: AbortSignal
): Promise<string[] | undefined> {
  const chat = chatUrl(model.baseUrl)
  const client = await openaiClient(model, { timeout: LIST_MS, maxRetries: 0 })
  try {
    const names: string[] = []
    for (const entry of (await client.models.list({ signal })).data ?? [])
      if (typeof entry?.id === "string") names.push(terminalSafe(entry.id))
    return names.sort()
  } catch (error) {
    signal.throwIfAborted()
    return noList(error, chat)
  }
}

function noList(error: unknown, chat: URL): undefined {
  if (error instanceof APIConnectionError) {
    if (lastingReason(error) !== undefined) throw failureOfConnection(error, chat).error
    const why = /timed? ?out/i.test(error.message) ? `said nothing for ${seconds(LIST_MS)}` : "can't be reached"
    throw new ModelError(
      "model-unreachable",
      `The model's server at ${chat.host} ${why}. Is it running, and is its address right?`,
      true,
      { cause: error }
    )
  }
  // A gateway may have no list and still answer. The test that follows will show it.
  if (error instanceof APIError && error.status !== undefined && error.status !== 401 && error.status !== 403)
    return undefined
  if (error instanceof APIError && error.status) throw failureOfAnswer(error.status, {}, bodyOf(error)).error
  throw notAnApi()
}

/** The list may take this many milliseconds. */
const LIST_MS = 10_000

/** Removes characters that could control a terminal. */
function terminalSafe(name: string): string {
  return name.replace(/\p{C}/gu, "").slice(0, 200)
}

/** A letter of two sentences: one that its page says, and one that is altered. */
const TASK: VerifyTask = {
  of: "letter",
  evidence: [
    {
      id: "S1",
      head: "public page: Returning a lamp",
      sentences: ["Lamps can be sent back within 30 days.", "The shop pays for the parcel."]
    }
  ],
  sentences: [
    { n: 1, text: "Lamps can be sent back within 30 days." },
    { n: 2, text: "Lamps can be sent back within 90 days." }
  ],
  text: "Lamps can be sent back within 30 days. Lamps can be sent back within 90 days."
}

/**
 * Has an endpoint verify two sentences of our own, and says how it did that and how long it took, in milliseconds. The
 * usage is counted for nobody.
 * @throws ModelError, also if it denies what its page says or doesn't notice what is altered; the signal's reason if
 * aborted
 */
async function tryVerifier(endpoint: ModelEndpoint, signal: AbortSignal): Promise<{ how: string; tookMs: number }> {
  const asked = performance.now()
  const patient = { ...endpoint, firstByteMs: FIRST_BYTE_MS }
  const verifier = createEndpointVerifier(patient, { ...settingsOf(patient), retries: 0 })
  const { verdicts } = await verifier.verify(TASK, signal)
  const [said, altered] = [1, 2].map((n) => verdicts.find((one) => one.n === n)?.verdict)
  const how = WAYS[kindOf(endpoint) ?? "chat"]
  if (altered !== "not-supported" && altered !== "contradicted")
    throw useless(`It verifies ${how}, but doesn't notice an altered sentence, so its verdicts wouldn't count.`)
  if (said !== "supported" && said !== "follows")
    throw useless(`It verifies ${how}, but doesn't confirm a sentence that stands in its page word for word.`)
  return { how, tookMs: Math.round(performance.now() - asked) }
}

const useless = (sentence: string): ModelError => new ModelError("model-bad-answer", sentence, false)

const WAYS: Readonly<Record<VerifierKind, string>> = {
  chat: "as a chat model, all sentences at once",
  pairs: "by pairs of a sentence and a piece of evidence",
  spans: "by marking spans of the letter",
  claims: "claim by claim"
}

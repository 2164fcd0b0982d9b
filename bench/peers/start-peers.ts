import { execFile } from "node:child_process"
import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import { startProgram, type Program } from "../child.ts"
import { startPortkey } from "../gateway/portkey.ts"
import { startPipe, startRelay } from "../gateway/ways.ts"
import type { Target } from "../load.ts"
import { direct, draftsAt } from "../targets.ts"
import { peerThread, type TicketSize } from "./peer-tickets.ts"

/** A program that answers tickets, or only passes a model's stream on. */
export interface Peer {
  name: PeerName
  program: Program
  target(size: TicketSize): Target
}

/** The versions that are compared. */
const LIBRARIES = {
  ai: "7.0.173",
  "@ai-sdk/openai-compatible": "3.0.92",
  "@langchain/core": "1.4.0",
  "@langchain/openai": "1.6.0",
  "@langchain/community": "1.1.29"
}

/**
 * Fetches the libraries of the plain pipelines from npm into a folder.
 * @returns the module that exports what they need
 * @throws Error if npm can't fetch them
 */
export async function fetchLibraries(folder: string, signal: AbortSignal): Promise<string> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: LIBRARIES }))
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps"]
  await promisify(execFile)("npm", ["install", ...flags], { cwd: folder, signal })
  const module = join(folder, "libraries.mjs")
  await writeFile(
    module,
    [
      'export { streamText } from "ai"',
      'export { createOpenAICompatible } from "@ai-sdk/openai-compatible"',
      'export { ChatOpenAI } from "@langchain/openai"',
      'export { BM25Retriever } from "@langchain/community/retrievers/bm25"'
    ].join("\n")
  )
  return module
}

export const PEERS = ["only piped", "Portkey", "LangChain", "AI SDK", "relay"] as const
export type PeerName = (typeof PEERS)[number]

interface PeerSettings {
  folder: string
  endpoint: string
  libraries: string
  articles: string
}

/** Starts these ones in front of an endpoint, those that answer tickets on the same articles. */
export async function startPeers(
  names: readonly PeerName[],
  settings: PeerSettings,
  signal: AbortSignal
): Promise<Peer[]> {
  const { folder, endpoint, articles } = settings
  const starts: Record<PeerName, () => Promise<Omit<Peer, "name">>> = {
    "only piped": async () => {
      const { program, url } = await startPipe(endpoint, signal)
      return { program, target: () => direct(url) }
    },
    Portkey: async () => {
      const { program, target } = await startPortkey(join(folder, "portkey"), endpoint, signal)
      return { program, target: () => target }
    },
    LangChain: () => startPlain("LangChain", "langchain", settings, signal),
    "AI SDK": () => startPlain("AI SDK", "ai-sdk", settings, signal),
    relay: async () => {
      const models = join(folder, "models.yaml")
      await writeFile(models, modelsFile(endpoint))
      const options = { people: 200, knowledge: articles, settings: { MODELS_FILE: models } }
      const { program, url, tokens } = await startRelay(join(folder, "relay"), endpoint, options, signal)
      return { program, target: (size) => draftsAt(`${url}/v1/drafts`, tokens, (name) => peerThread(name, size)) }
    }
  }
  const started: Peer[] = []
  for (const name of names) started.push({ name, ...(await starts[name]()) })
  return started
}

async function startPlain(
  name: PeerName,
  file: string,
  { folder, endpoint, articles, libraries }: PeerSettings,
  signal: AbortSignal
): Promise<Omit<Peer, "name">> {
  const data = join(folder, file)
  await mkdir(data, { recursive: true, mode: 0o711 })
  const environment = { ENDPOINT: endpoint, ARTICLES: articles, DATA: data, LIBRARIES: libraries }
  const program = startProgram(`bench/peers/${file}.ts`, environment, signal)
  const [, url = ""] = await program.says(new RegExp(`^${name}: (\\S+)`))
  return { program, target: (size) => draftsAt(`${url}/drafts`, [], (stream) => peerThread(stream, size)) }
}

/** The rules check each sentence. A verifier would ask the endpoint twice for a draft, which no other pipeline does. */
const modelsFile = (endpoint: string) => `
endpoints:
  bench: {kind: openai-compatible, url: "${endpoint}/v1", model: bench, at-once: 10000}
tasks:
  draft: [bench]
  verify: [offline]
`

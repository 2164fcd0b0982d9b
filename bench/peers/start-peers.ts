import { execFile } from "node:child_process"
import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import { startProgram, type Program } from "../child.ts"
import { startPortkey } from "../gateway/portkey.ts"
import { startRelay } from "../gateway/ways.ts"
import type { Target } from "../load.ts"
import { direct } from "../targets.ts"
import { peerTarget, type TicketSize } from "./peer-tickets.ts"

/** A program that answers tickets, or only passes a model's stream on. */
export interface Peer {
  name: string
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

/** Starts a pipe, Portkey's gateway, both plain pipelines and the relay on the same articles, in front of an endpoint. */
export async function startPeers(
  folder: string,
  { endpoint, libraries, articles }: { endpoint: string; libraries: string; articles: string },
  signal: AbortSignal
): Promise<Peer[]> {
  const plain = async (file: string, name: string, says: RegExp): Promise<Peer> => {
    const data = join(folder, file)
    await mkdir(data, { recursive: true, mode: 0o711 })
    const environment = { ENDPOINT: endpoint, ARTICLES: articles, DATA: data, LIBRARIES: libraries }
    const program = startProgram(`bench/peers/${file}.ts`, environment, signal)
    const [, url = ""] = await program.says(says)
    return { name, program, target: (size) => peerTarget(`${url}/drafts`, [], size) }
  }
  const pipe = startProgram("bench/gateway/pass.ts", { PASS_TO: endpoint }, signal)
  const [, piped = ""] = await pipe.says(/^Pass: (\S+)/)
  const portkey = await startPortkey(join(folder, "portkey"), endpoint, signal)
  const models = join(folder, "models.yaml")
  await writeFile(models, modelsFile(endpoint))
  const options = { people: 200, knowledge: articles, settings: { MODELS_FILE: models } }
  const relay = await startRelay(join(folder, "relay"), endpoint, options, signal)
  return [
    { name: "only piped", program: pipe, target: () => direct(piped) },
    { name: portkey.name, program: portkey.program, target: () => portkey.target },
    await plain("langchain", "LangChain", /^LangChain: (\S+)/),
    await plain("ai-sdk", "AI SDK", /^AI SDK: (\S+)/),
    {
      name: "relay",
      program: relay.program,
      target: (size) => peerTarget(`${relay.url}/v1/drafts`, relay.tokens, size)
    }
  ]
}

/** The rules check each sentence. A verifier would ask the endpoint twice for a draft, which no other pipeline does. */
const modelsFile = (endpoint: string) => `
endpoints:
  bench: {kind: openai-compatible, url: "${endpoint}/v1", model: bench, at-once: 10000}
tasks:
  draft: [bench]
  verify: [offline]
`

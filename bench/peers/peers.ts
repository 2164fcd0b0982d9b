import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { madeUpArticles } from "../articles.ts"
import { startProgram, withFolder } from "../child.ts"
import { joined, timesOf, type Times } from "../gateway/figures.ts"
import { TOKENS } from "../gateway/limits.ts"
import { usedBy } from "../gateway/processes.ts"
import { direct, load, pace } from "../load.ts"
import { millisecondsOf, quantile, type Row } from "../table.ts"
import type { TicketSize } from "./peer-tickets.ts"
import { fetchLibraries, startPeers, type Peer } from "./start-peers.ts"

/**
 * Compares the relay, with search and the checks of the rules, with plain pipelines that do the same work without
 * checks, with Portkey's gateway and with a pipe. All share this machine, take turns in each round, and ask an endpoint
 * that takes 200 ms to the first of 100 tokens and then writes 50 a second. The last column is the relay's figure
 * divided by the AI SDK pipeline's.
 */
export const peers = (signal: AbortSignal): Promise<Row[]> => compare(WHOLE, signal)

/** The same for tuning: fewer rounds, and only the pipe, the AI SDK and the relay. */
export const quickPeers = (signal: AbortSignal): Promise<Row[]> => compare(QUICK, signal)

/** Some streams begun evenly within a time, several times. */
interface Load {
  what: string
  streams: number
  withinMs: number
  rounds: number
  size: TicketSize
}

interface Comparison {
  peers: readonly string[]
  /** What runs on the sample's articles, and what on 70 made-up articles of so many words. */
  shop: readonly Load[]
  articles: readonly { words: number; loads: readonly Load[] }[]
}

const oneMessage = (words: number): TicketSize => ({ words, messages: 1 })
const tenASecond = (what: string, size: TicketSize, rounds: number): Load => ({
  what: `10 a second, ${what}`,
  streams: 40,
  withinMs: 4000,
  rounds,
  size
})
const bursts = (rounds: number): Load[] => [
  { what: "50 in 2 s, 200 words", streams: 50, withinMs: 2000, rounds, size: oneMessage(200) },
  { what: "100 in 1 s, 200 words", streams: 100, withinMs: 1000, rounds, size: oneMessage(200) }
]

const WHOLE: Comparison = {
  peers: ["only piped", "Portkey 1.15.2", "LangChain", "AI SDK", "relay"],
  shop: [
    ...bursts(5),
    ...[20, 200, 1000].map((words) => tenASecond(`a ticket of ${words} words`, oneMessage(words), 2)),
    ...[2, 20, 200].map((messages) => tenASecond(`a thread of ${messages} messages`, { words: 60, messages }, 2)),
    { what: "200 in 1 s, 200 words", streams: 200, withinMs: 1000, rounds: 2, size: oneMessage(200) },
    { what: "300 in 1 s, 200 words", streams: 300, withinMs: 1000, rounds: 2, size: oneMessage(200) }
  ],
  articles: [300, 9000].map((words) => ({
    words,
    loads: [tenASecond(`70 articles of ${words} words`, oneMessage(60), 3)]
  }))
}
const QUICK: Comparison = {
  peers: ["only piped", "AI SDK", "relay"],
  shop: [...bursts(2), tenASecond("a thread of 200 messages", { words: 60, messages: 200 }, 1)],
  articles: [{ words: 9000, loads: [tenASecond("70 articles of 9000 words", oneMessage(60), 2)] }]
}

async function compare({ peers, shop, articles }: Comparison, signal: AbortSignal): Promise<Row[]> {
  return withFolder(async (folder) => {
    const libraries = await fetchLibraries(join(folder, "libraries"), signal)
    const rows: Row[] = [["", ...peers, "relay to AI SDK"]]
    const measure = async (name: string, knowledge: string, loads: readonly Load[]) =>
      rows.push(...(await withPeers({ folder: join(folder, name), libraries, knowledge, peers, loads }, signal)))
    await measure("shop", "demo/knowledge/en", shop)
    for (const { words, loads } of articles) {
      const knowledge = join(folder, `articles-${words}`)
      await mkdir(knowledge)
      for (const [n, text] of madeUpArticles(70, words).entries()) await writeFile(join(knowledge, `${n}.md`), text)
      await measure(`on-${words}`, knowledge, loads)
    }
    return rows
  })
}

interface Measurement {
  folder: string
  libraries: string
  knowledge: string
  peers: readonly string[]
  loads: readonly Load[]
}

async function withPeers(measurement: Measurement, signal: AbortSignal): Promise<Row[]> {
  const { folder, libraries, knowledge, peers, loads } = measurement
  await mkdir(folder, { mode: 0o711 })
  const upstream = startProgram("bench/gateway/upstream.ts", {}, signal)
  const [, endpoint = ""] = await upstream.says(/^Upstream: (\S+)/)
  const started = await startPeers(folder, { endpoint, libraries, articles: knowledge }, signal)
  try {
    const ways = started.filter(({ name }) => peers.includes(name))
    const rows: Row[] = []
    for (const one of loads) {
      // Everybody has compiled what they need before anything counts.
      for (const peer of ways) await stream(endpoint, peer, { ...one, streams: 40, withinMs: 3000 }, signal)
      rows.push(...(await rowsOf(endpoint, ways, one, signal)))
    }
    return rows
  } finally {
    await Promise.all([upstream.stop(), ...started.map(({ program }) => program.stop())])
  }
}

let streamed = 0

async function stream(
  endpoint: string,
  peer: Peer | undefined,
  { streams, withinMs, size }: Load,
  signal: AbortSignal
) {
  await pace(endpoint, { first: 200, each: 20, tokens: TOKENS })
  // Each round has tickets of its own, so that nothing is known of them from a round before.
  const round = `r${streamed++}`
  const target = peer ? peer.target(size) : direct(endpoint)
  return timesOf(endpoint, await load(target, streams, signal, withinMs, round))
}

async function rowsOf(endpoint: string, ways: readonly Peer[], plan: Load, signal: AbortSignal): Promise<Row[]> {
  const bare: Times[] = []
  const seen = ways.map((peer) => ({ peer, times: [] as Times[], own: 0, database: 0 }))
  for (let round = 0; round < plan.rounds; round++) {
    bare.push(await stream(endpoint, undefined, plan, signal))
    for (const one of seen) {
      const before = usedBy(one.peer.program)
      one.times.push(await stream(endpoint, one.peer, plan, signal))
      const after = usedBy(one.peer.program)
      one.own += (after.own.cpuMs - before.own.cpuMs) / plan.streams / plan.rounds
      one.database += (after.database.cpuMs - before.database.cpuMs) / plan.streams / plan.rounds
    }
  }
  const base = joined(bare)
  const row = (what: string, figureOf: (one: (typeof seen)[number]) => number): Row => {
    const figures = seen.map((one) => ({ name: one.peer.name, ms: figureOf(one) }))
    const of = (name: string) => figures.find((one) => one.name === name)?.ms ?? Number.NaN
    const ratio = of("relay") / of("AI SDK")
    return [`${plan.what}: ${what}`, ...figures.map(({ ms }) => millisecondsOf(ms)), ratio.toFixed(2)]
  }
  const late = (kind: keyof Times, share: number) => (one: (typeof seen)[number]) =>
    quantile(joined(one.times)[kind], share) - (kind === "ahead" ? 0 : quantile(base[kind], share))
  return [
    row("added to the first token p50", late("first", 0.5)),
    row("added to the first token p95", late("first", 0.95)),
    row("until the endpoint is asked p50", late("ahead", 0.5)),
    row("until the endpoint is asked p95", late("ahead", 0.95)),
    row("a token later p95", late("each", 0.95)),
    row("CPU a draft", ({ own }) => own),
    row("the database's CPU a draft", ({ database }) => database)
  ]
}

import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { madeUpArticles } from "../articles.ts"
import { startProgram, withFolder } from "../child.ts"
import { joined, timesOf, type Times } from "../gateway/figures.ts"
import { TOKENS } from "../gateway/limits.ts"
import { usedBy } from "../gateway/processes.ts"
import { load, pace } from "../load.ts"
import { direct } from "../targets.ts"
import { millisecondsOf, quantile, type Row } from "../table.ts"
import { QUICK, WHOLE, type Comparison, type Load } from "./plans.ts"
import { fetchLibraries, startPeers, type Peer, type PeerName } from "./start-peers.ts"

/**
 * Compares the relay, with search and the checks of the rules, with plain pipelines that do the same work without
 * checks, with Portkey's gateway and with a pipe. All share this machine, take turns in each round, and ask an endpoint
 * that takes 200 ms to the first of 100 tokens and then writes 50 a second. The last column is the relay's figure
 * divided by the AI SDK pipeline's.
 */
export const peers = (signal: AbortSignal): Promise<Row[]> => compare(WHOLE, signal)

/** The same for tuning: fewer rounds, and only the pipe, the AI SDK and the relay. */
export const quickPeers = (signal: AbortSignal): Promise<Row[]> => compare(QUICK, signal)

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
  peers: readonly PeerName[]
  loads: readonly Load[]
}

async function withPeers(measurement: Measurement, signal: AbortSignal): Promise<Row[]> {
  const { folder, libraries, knowledge, peers, loads } = measurement
  await mkdir(folder, { mode: 0o711 })
  const upstream = startProgram("bench/gateway/upstream.ts", {}, signal)
  const [, endpoint = ""] = await upstream.says(/^Upstream: (\S+)/)
  const ways = await startPeers(peers, { folder, endpoint, libraries, articles: knowledge }, signal)
  try {
    const rows: Row[] = []
    for (const one of loads) {
      // Everybody has compiled what they need before anything counts.
      for (const peer of ways) await stream(endpoint, peer, { ...one, streams: 40, withinMs: 3000 }, signal)
      rows.push(...(await rowsOf(endpoint, ways, one, signal)))
    }
    return rows
  } finally {
    await Promise.all([upstream.stop(), ...ways.map(({ program }) => program.stop())])
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

import { threadCpuUsage } from "node:process"
import { expect, test } from "vitest"
import { deadlineFor, maskText, maskTicket, restorer } from "../../../src/masking/index.ts"
import { mailOf } from "../../../bench/masking-mail.ts"
import { within } from "./hostile-within.ts"
import { EMPTY, message, ticket } from "../tickets.ts"

const KNOWN = [{ name: "Anna Berg", email: "anna.berg@post.example" }, { name: "佐藤 美咲" }]
const [SHORT, LONG] = [mailOf(10_000), mailOf(100_000)]
const thread = (text: string) =>
  ticket(
    (text.match(/[^]{1,1000}/g) ?? []).map((part, at) => message(part, { id: `m${at}` })),
    { people: KNOWN }
  )
const masked = { short: maskText(SHORT, EMPTY, KNOWN), long: maskText(LONG, EMPTY, KNOWN) }

/** `npm run soak` measures more often. */
const ROUNDS = process.env["REPLYWRIGHT_SOAK"] ? 6 : 4

test.each<[string, () => unknown, () => unknown]>([
  ["a text is masked", () => maskText(SHORT, EMPTY, KNOWN), () => maskText(LONG, EMPTY, KNOWN)],
  ["a thread is masked", () => maskTicket(thread(SHORT)), () => maskTicket(thread(LONG))],
  ["a stream is restored", () => streamed(masked.short), () => streamed(masked.long)]
])("ten times the mail: %s in at most fourteen times the time", (_name, short, long) => {
  const times = { short: [] as number[], long: [] as number[] }
  // Both run alternately, so that both meet the same load. The first round warms up.
  for (let round = 0; round < ROUNDS; round++) {
    const [first, second] = [cpu(short), cpu(long)]
    if (round === 0) continue
    times.short.push(first)
    times.long.push(second)
  }
  expect(median(times.long) / median(times.short)).toBeLessThan(14)
})

test("100,000 characters of mail are masked within the deadline, as a text and as a thread", () => {
  within(deadlineFor(LONG.length), () => maskText(LONG, EMPTY, KNOWN))
  within(deadlineFor(LONG.length), () => maskTicket(thread(LONG)))
})

/**
 * Milliseconds of this thread's own for one time: what else the machine does isn't in it. What is over at once is
 * repeated, else the clock's steps would be measured.
 */
function cpu(work: () => unknown): number {
  const before = threadCpuUsage()
  let [count, took] = [0, 0]
  while (took < 20) {
    work()
    count++
    const { user, system } = threadCpuUsage(before)
    took = (user + system) / 1000
  }
  return took / count
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function streamed({ text, table }: ReturnType<typeof maskText>): string {
  const stream = restorer(table)
  let out = ""
  for (let at = 0; at < text.length; at += 7) out += stream.push(text.slice(at, at + 7))
  return out + stream.end()
}

import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { createEventReader } from "../../src/models/openai/event-reader.ts"
import { collect, ask, everythingIn } from "./collect.ts"
import { startModelDouble, type ModelDouble } from "./double.ts"
import { EXPECTED, RECORDINGS, type Expected } from "./recordings.ts"

/** `npm run soak` splits each recording in more ways; each kind of splitting is in `npm test` too. */
const SOAK = process.env["REPLYWRIGHT_SOAK"] !== undefined
let server: ModelDouble
const printed = (["log", "warn", "error", "info", "debug"] as const).map((name) => vi.spyOn(console, name))
beforeAll(async () => {
  server = await startModelDouble()
})
afterAll(async () => {
  await server.close()
  expect(printed.flatMap((spy) => spy.mock.calls)).toEqual([])
})

test("each recording has an expectation and each expectation a recording", () => {
  expect(RECORDINGS.map((recording) => recording.name).sort()).toEqual(Object.keys(EXPECTED).sort())
})

describe.each(RECORDINGS)("$name", ({ bytes, expected }) => {
  test("as one packet", async () => {
    await replay([bytes], expected)
  })

  test("byte by byte", async () => {
    await replay(
      [...bytes].map((byte) => Uint8Array.of(byte)),
      expected
    )
  })

  test("in random pieces", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 12 }), async (cuts) => {
        await replay(pieces(bytes, cuts), expected)
      }),
      { seed: 20261120, numRuns: SOAK ? 10 : 3 }
    )
  })

  test("its events are the same wherever they are split", () => {
    const once = read([bytes])
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 60 }), (cuts) => {
        expect(read(pieces(bytes, cuts))).toEqual(once)
      }),
      { seed: 20261120, numRuns: SOAK ? 100 : 30 }
    )
  })
})

test("the connection is closed when the answer has ended", async () => {
  server.next({ kind: "text", text: "Short." })
  const at = server.requests.length
  await collect(ask(server.url))
  await (await server.request(at)).closed
})

async function replay(chunks: Uint8Array[], expected: Expected | undefined): Promise<void> {
  server.next({ kind: "raw", chunks })
  const { text, usage, error, pieces: all } = await collect(ask(server.url))
  if (!expected) throw new Error("This recording has no expectation.")
  if ("text" in expected) {
    expect(error).toBeUndefined()
    expect(text).toBe(expected.text)
    if (expected.usage) expect(usage).toEqual(expected.usage)
    else expect(usage?.out).toBeGreaterThan(0)
    expect(all.at(-1)).toEqual({ finish: "stop" })
  } else {
    expect(error?.code).toBe(expected.error)
    expect(text.trimEnd()).toBe(expected.before.trimEnd())
    expect(everythingIn(error)).not.toMatch(/SECRET|parcel|PERSON/)
  }
  expect(text).not.toContain("SECRET")
}

function read(chunks: Uint8Array[]): unknown[] {
  const reader = createEventReader()
  const events = chunks.flatMap((chunk) => reader.push(chunk))
  // A page is reported with each of its pieces. The first one already ends the reading.
  return [...new Set([...events, ...reader.end()])].map((event) => JSON.stringify(event))
}

function pieces(bytes: Uint8Array, cuts: number[]): Uint8Array[] {
  const at = [0, ...cuts.sort((a, b) => a - b), bytes.length]
  return at
    .slice(1)
    .map((end, index) => bytes.subarray(at[index], end))
    .filter((piece) => piece.length > 0)
}

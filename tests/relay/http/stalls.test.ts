import { spawn, type ChildProcess } from "node:child_process"
import { randomUUID } from "node:crypto"
import { once } from "node:events"
import { createInterface, type Interface } from "node:readline"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import * as z from "zod/mini"
import type { DraftRequest } from "../../../src/protocol/relay.ts"
import { OFFLINE_REWRITES } from "../../../src/ticket/rewrite.ts"
import { MAX_IN_FLIGHT } from "../../../src/relay/drafting/in-flight.ts"
import { Client, draftRequest, outcome } from "../help/client.ts"
import { slowness } from "../../slowness.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { seed } from "../help/seed.ts"
import { HOSTILE_SHAPES } from "./hostile-shapes.ts"

/** All that was once a stall, against one relay as it is, with the sample's articles. */

const { folder, remove } = temporaryFolder()
let relay: ChildProcess
let lines: Interface
let [tom, tim, tam, lea] = [new Client(""), new Client(""), new Client(""), new Client("")]
beforeAll(async () => {
  await seed(`${folder}/data`, {}, { knowledge: true })
  relay = spawn(process.execPath, [fileURLToPath(new URL("real-relay.ts", import.meta.url))], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, RELAY_PORT: "0", REPLYWRIGHT_DATA: `${folder}/data` }
  })
  if (!relay.stdout) throw new Error("The relay has no output.")
  lines = createInterface({ input: relay.stdout })
  const [line] = z.tuple([z.string()]).parse(await once(lines, "line"))
  const { url, codes } = z.object({ url: z.string(), codes: z.array(z.string()) }).parse(JSON.parse(line))
  const paired = async (at: number) => Client.paired({ url, pair: async () => codes[at] ?? "" })
  ;[tom, tim, tam, lea] = [await paired(0), await paired(1), await paired(2), await paired(3)]
  await worstStretch()
  // The thread beside starts with the first large ticket; its start is no part of a stall, and is watched as well.
  await say(tom, "/v1/summaries", { summaryId: randomUUID(), ticket: ticketOf([WORDS.slice(0, 5000)]) })
}, 300_000)
afterAll(async () => {
  relay?.kill("SIGTERM")
  if (relay) await once(relay, "exit")
  remove()
})

/**
 * Milliseconds of the main thread's own time between two turns of everybody else, at most, since this was last asked.
 */
async function worstStretch(): Promise<number> {
  const told = once(lines, "line")
  relay.stdin?.write("tell\n")
  const [line] = z.tuple([z.string()]).parse(await told)
  return z.number().parse(JSON.parse(line))
}
/** Health waits for three turns at most: to be read, for the database twice. */
const MOST = 250 / 3

const WORDS =
  "My parcel is shown as delivered, but nothing is here. What happens next, and how long does the search take? I paid 49.90 on 12 November for order 10203040. ".repeat(
    700
  )
const { ticket } = draftRequest()
const ticketOf = (texts: string[], change: Partial<DraftRequest["ticket"]> = {}) => ({
  ...ticket,
  ticketId: randomUUID(),
  ...change,
  messages: texts.map((text, at) => ({
    id: `m${at}`,
    role: at % 3 === 2 ? "agent" : "customer",
    author: "[PERSON_1]",
    at: "2026-11-20T10:00:00Z",
    text
  }))
})
const draftOf = (...given: Parameters<typeof ticketOf>) => ({ draftId: randomUUID(), ticket: ticketOf(...given) })
const many = (count: number, each: number) =>
  Array.from({ length: count }, (_, at) => WORDS.slice((at * 37) % 5000, ((at * 37) % 5000) + each))
const fields = (count: number, value: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, value]))
/** Three people at once, in `npm run soak` each of them twice. */
const three = (asking: (client: Client) => Promise<string>) => {
  const people = [tom, tim, tam]
  return Promise.all((process.env["REPLYWRIGHT_SOAK"] ? [...people, ...people] : people).map(asking))
}

/** What is answered: the status, the code of a refusal, the last event of a stream. */
async function say(client: Client, path: string, body: unknown): Promise<string> {
  const response = await client.post(path, typeof body === "string" ? JSON.parse(body) : body)
  const text = await response.text()
  return `${response.status} ${/"code":"([\w-]+)"/.exec(text)?.[1] ?? [...text.matchAll(/^event: (.*)$/gm)].at(-1)?.[1] ?? ""}`.trim()
}

test.each<[string, () => Promise<string | string[]>, RegExp]>([
  [
    "nine texts of 100,000 newlines in one draft",
    () => say(tom, "/v1/drafts", draftOf(Array<string>(9).fill("\n".repeat(100_000)))),
    /^413 too-large$/
  ],
  [
    "drafts of 100,000 newlines",
    () => three((client) => say(client, "/v1/drafts", draftOf(["\n".repeat(100_000)]))),
    /^200 draft-end$/
  ],
  [
    "summaries of 100,000 newlines",
    () =>
      three((client) =>
        say(client, "/v1/summaries", { summaryId: randomUUID(), ticket: ticketOf(["\r\n".repeat(50_000)]) })
      ),
    /^200 summary-end$/
  ],
  [
    "eight drafts of 5,000 messages",
    () => Promise.all([...Array(8).keys()].map(() => say(tom, "/v1/drafts", draftOf(many(5000, 100))))),
    /^413 too-large$/
  ],
  [
    "drafts as large as they may be",
    () => three((client) => say(client, "/v1/drafts", draftOf(many(400, 360)))),
    /^200 draft-end$/
  ],
  [
    "one message as long as may be",
    () => three((client) => say(client, "/v1/drafts", draftOf([WORDS.slice(0, 100_000)]))),
    /^200 draft-end$/
  ],
  [
    "ready replies for the largest tickets",
    () => three((client) => say(client, "/v1/knowledge/replies", { ticket: ticketOf(many(400, 360)) })),
    /^200$/
  ],
  [
    "60,000 fields",
    () => say(tom, "/v1/drafts", draftOf(["Where is it?"], { fields: fields(60_000, "order 10203040") })),
    /^413 too-large$/
  ],
  [
    "as many fields as may be",
    () =>
      three((client) =>
        say(client, "/v1/drafts", draftOf(["Where is it?"], { fields: fields(100, WORDS.slice(0, 190)) }))
      ),
    /^200 draft-end$/
  ],
  [
    "a million values",
    () => say(tom, "/v1/drafts", { draftId: "x", ticket: { tags: Array<number>(900_000).fill(1) } }),
    /^413 too-large$/
  ],
  [
    "searches of 20,000 characters",
    () => three((client) => say(client, "/v1/knowledge/search", { query: WORDS.slice(0, 20_000) })),
    /^200$/
  ],
  [
    "the longest outcome, opened by a lead",
    async () => {
      const told = outcome({
        ticketId: randomUUID(),
        draft: WORDS.slice(0, 100_000),
        sent: WORDS.slice(0, 100_000).split(". ").reverse().join(". ")
      })
      const answers = [
        await say(tom, "/v1/outcomes", told),
        await say(lea, "/v1/outcomes", outcome({ ticketId: randomUUID() }))
      ]
      return [
        ...answers,
        ...(await Promise.all(
          [1, 2, 3].map(async () => String((await lea.fetch(`/v1/review/cases/${told.outcomeId}`)).status))
        ))
      ]
    },
    /^200$/
  ],
  [
    "cards, quotes, digits and gaps without end",
    () =>
      Promise.all(
        ["[PERSON_1] ", "From: a\nTo: b\n", " 1 2,", "a@b ", ">\n", "DE8 37 ", "Thanks,\nBob\n", "? ", "-- \n"].map(
          (piece, at) =>
            say(
              [tom, tim, tam][at % 3] ?? tom,
              "/v1/drafts",
              draftOf([piece.repeat(100_000).slice(0, 100_000), "Where is my parcel?"])
            )
        )
      ),
    /^200 draft-end$/
  ]
])(
  "nothing keeps the relay from answering health within 250 ms: %s",
  async (_, asking, answer) => {
    await worstStretch()
    let isOver = false
    const asked = asking().finally(() => (isOver = true))
    let times = 0
    for (; !isOver; times++) {
      expect((await tom.fetch("/v1/health")).status).toBe(200)
      await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 50))])
    }
    const worst = await worstStretch()
    for (const one of [await asked].flat()) expect(one).toMatch(answer)
    expect(times).toBeGreaterThan(0)
    expect(worst).toBeLessThanOrEqual(MOST * slowness())
  },
  120_000
)

test("more drafts at once than one person may have are refused with a sentence and a time; another person's are written", async () => {
  // Long enough that the first is still being written when the last is asked for.
  const requests = Array.from({ length: MAX_IN_FLIGHT + 3 }, () => draftOf(many(100, 360)))
  const streams = await Promise.all(requests.map((body) => tom.post("/v1/drafts", body)))
  const refused = streams.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(3)
  expect(await refused[0]?.json()).toMatchObject({
    error: {
      code: "too-many-drafts",
      retryable: true,
      message: expect.stringMatching(/6 of your drafts are being written/)
    }
  })
  expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0)
  expect(await say(tim, "/v1/drafts", draftOf(["Where is my parcel?"]))).toBe("200 draft-end")
  // One that is under way already, or has ended, may be asked for again.
  expect((await tom.post("/v1/drafts", requests[streams.findIndex(({ status }) => status === 200)])).status).toBe(200)
  await Promise.all(streams.filter(({ status }) => status === 200).map((stream) => stream.text()))
  expect(await say(tom, "/v1/drafts", draftOf(["Where is my parcel?"]))).toBe("200 draft-end")
}, 120_000)

/** Everything to which a person may send a text of their own. What only a model does answers 409 here. */
const textRoutes: Record<string, (client: Client, text: string) => Promise<string>> = {
  "POST /v1/drafts": (client, text) => say(client, "/v1/drafts", draftOf(["Where is my parcel?", text])),
  "POST /v1/drafts, a wish": (client, text) =>
    say(client, "/v1/drafts", {
      ...draftOf(["Where is my parcel?"], { subject: text.slice(0, 2000), fields: { Note: text.slice(0, 2000) } }),
      instruction: text.slice(0, 4000),
      previous: text
    }),
  "POST /v1/summaries": (client, text) =>
    say(client, "/v1/summaries", { summaryId: randomUUID(), ticket: ticketOf([text]) }),
  "POST /v1/knowledge/search": (client, text) => say(client, "/v1/knowledge/search", { query: text }),
  "POST /v1/knowledge/replies": (client, text) => say(client, "/v1/knowledge/replies", { ticket: ticketOf([text]) }),
  "POST /v1/knowledge/ask": (client, text) =>
    say(client, "/v1/knowledge/ask", { question: text.slice(0, 2000), ticket: ticketOf([text]) }),
  "POST /v1/tone": (client, text) => say(client, "/v1/tone", { text }),
  "POST /v1/intents/corrections": (client, text) =>
    say(client, "/v1/intents/corrections", { ticket: ticketOf([text]), intent: null }),
  "POST /v1/outcomes": async (client, text) => {
    const told = outcome({ ticketId: randomUUID(), draft: text, sent: `${text.slice(7)}x` })
    const answers = [await say(client, "/v1/outcomes", told)]
    return [...answers, (await lea.fetch(`/v1/review/cases/${told.outcomeId}`)).status].join(" ")
  },
  ...Object.fromEntries(
    OFFLINE_REWRITES.map((change) => [
      `POST /v1/rewrite, ${change}`,
      (client: Client, text: string) =>
        say(client, "/v1/rewrite", { text: `IT IS LOUD!!! ${text}`.slice(0, 20_000), change, locale: "en" })
    ])
  )
}
/** In `npm test` each shape goes through one route, and each route has some shapes; in `npm run soak` all go through all. */
const shapesOf = (at: number) =>
  HOSTILE_SHAPES.filter((_, shape) => process.env["REPLYWRIGHT_SOAK"] || shape % Object.keys(textRoutes).length === at)

test.each(Object.entries(textRoutes).map(([route, send], at) => [route, send, shapesOf(at)] as const))(
  "no shape of a text keeps others waiting: %s",
  async (_, send, shapes) => {
    expect(shapes.length).toBeGreaterThan(0)
    for (const [at, [shape, text]] of shapes.entries()) {
      await worstStretch()
      const answer = await send([tom, tim, tam][at % 3] ?? tom, text)
      expect(`${shape}: ${(await worstStretch()) <= MOST * slowness()}`).toBe(`${shape}: true`)
      expect(`${shape}: ${answer}`).toMatch(/: (?:200|204|409 no-model|409 no-tone-model|422)\b/)
    }
  },
  1_200_000
)

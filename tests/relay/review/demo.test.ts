import { spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { afterAll, expect, test } from "vitest"
import { pairAnswer } from "../../../src/protocol/relay.ts"
import { root } from "../../house/files.ts"
import { Client } from "../help/client.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { seed } from "../help/seed.ts"
import { askFigures, askQueue, save } from "./ask.ts"

const { folder, remove } = temporaryFolder()
const ends: (() => void)[] = []
afterAll(() => {
  for (const end of ends) end()
  remove()
})

/** `npm run demo -- ...`, without npm. */
function start(...args: string[]) {
  const { PATH = "", HOME = "/", NODE_COMPILE_CACHE = "" } = process.env
  const child = spawn(process.execPath, [join(root, "demo/month/run.ts"), ...args], {
    env: {
      PATH,
      HOME,
      NODE_COMPILE_CACHE,
      NODE_ENV: "production",
      REPLYWRIGHT_DATA: join(folder, "data"),
      RELAY_PORT: "0"
    },
    cwd: "/"
  })
  ends.push(() => child.kill("SIGKILL"))
  const exit = once(child, "exit").then(([code, signal]) => (signal as string | null) ?? (code as number))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let complaint = ""
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text))
  return {
    exit,
    complaint: () => complaint,
    async next(part: string) {
      for (let line = await lines.next(); !line.done; line = await lines.next())
        if (line.value.includes(part)) return line.value
      throw new Error(`No line with "${part}": ${complaint}`)
    },
    stop: () => (child.kill("SIGINT"), exit)
  }
}

async function lead(demo: ReturnType<typeof start>): Promise<Client> {
  const client = new Client(/http:\S+/.exec(await demo.next("Relay:"))?.[0] ?? "")
  const code = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(await demo.next("Pairing code for a lead"))?.[0]
  client.token = pairAnswer.parse(await (await client.post("/v1/pair", { code })).json()).token
  return client
}

test("npm run demo -- month: a lead's code opens 5,000 cases; started again what leads have said is kept; --anew begins anew", {
  timeout: 300_000
}, async () => {
  await seed(join(folder, "data"))
  const first = start("month")
  expect(await first.next("made up")).toContain("5000 cases")
  const ann = await lead(first)
  const figures = await askFigures(ann)
  expect(figures.whole.eligible).toBeGreaterThan(4_000)
  const {
    cases: [open],
    counts
  } = await askQueue(ann, "limit=1")
  expect(counts.open + counts.done).toBe(5_000)
  await save(ann, open?.caseId ?? "", { note: "Mine." })
  expect([await first.stop(), first.complaint()]).toEqual(["SIGINT", ""])

  const second = start("month")
  await second.next("there already")
  expect((await askQueue(await lead(second), "limit=1")).counts.done).toBe(counts.done + 1)
  await second.stop()

  const third = start("month", "--anew")
  await third.next("made up")
  const again = await askFigures(await lead(third))
  expect(again.whole.unchanged.n).toBe(figures.whole.unchanged.n)
  await third.stop()
})

test.each([[[]], [["dance"]], [["month", "--fast"]]])("called with %j: says what there is", async (args) => {
  const demo = start(...args)
  expect(await demo.exit).toBe(2)
  expect(demo.complaint()).toMatch(/^Say what to show: npm run demo -- month/)
})

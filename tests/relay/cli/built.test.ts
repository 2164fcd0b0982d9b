import { spawn } from "node:child_process"
import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { createInterface } from "node:readline"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { buildRelay, EMBEDDED } from "../../../demo/build-relay.ts"
import { builtFile, builtMain, builtNote, isBuiltRelayCurrent } from "../../../src/relay/built-relay.ts"
import { root } from "../../house/files.ts"
import { Client, draftRequest, restOf, eventsOf } from "../help/client.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { seed } from "../help/seed.ts"

const folder = join(root, `build/relay-${process.pid}`)
const { folder: data, remove } = temporaryFolder()

beforeAll(() => buildRelay(folder), 60_000)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  remove()
})

test("the bundle counts only as long as the sources are what it was made from", () => {
  expect(isBuiltRelayCurrent(folder)).toBe(true)
  const made = readFileSync(builtNote(folder), "utf8")
  writeFileSync(builtNote(folder), made.replace(/\d+$/, "1"))
  expect(isBuiltRelayCurrent(folder)).toBe(false)
  writeFileSync(builtNote(folder), made)
  expect(isBuiltRelayCurrent(`${folder}-none`)).toBe(false)
})

test("npm start finds in it each module that it takes, with what the sources export", async () => {
  for (const file of EMBEDDED) {
    // eslint-disable-next-line no-unsanitized/method -- the files are this project's own
    const [built, source] = await Promise.all([import(builtFile(file, folder)), import(join(root, file))])
    expect(Object.keys(built).sort(), file).toEqual(Object.keys(source).sort())
  }
})

test("it starts, drafts, and reads a long ticket in its worker thread", async () => {
  const settings = { REPLYWRIGHT_DATA: `${data}/data`, RELAY_PORT: "0" }
  await seed(`${data}/data`, settings, { knowledge: true })
  const child = spawn(process.execPath, [builtMain(folder)], {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "inherit"]
  })
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve))
  try {
    const said = new Map<string, string>()
    for await (const line of createInterface({ input: child.stdout })) {
      const [, name = "", value = ""] = /^(Relay|Pairing code for an agent): (\S+)/.exec(line) ?? []
      said.set(name, value)
      if (name === "Pairing code for an agent") break
    }
    const client = new Client(said.get("Relay") ?? "")
    const answer = await client.post("/v1/pair", { code: said.get("Pairing code for an agent") })
    client.token = ((await answer.json()) as { token: string }).token
    const request = draftRequest()
    const [first] = request.ticket.messages
    const long = {
      ...request.ticket,
      messages: [{ ...first, text: "Where is my parcel? It has not come. ".repeat(200) }]
    }
    for (const ticket of [request.ticket, long]) {
      const events = await restOf(eventsOf(await client.post("/v1/drafts", { ...draftRequest(), ticket })))
      expect(events.at(-1)).toMatchObject({ type: "draft-end", model: "offline", language: "en" })
    }
  } finally {
    child.kill("SIGINT")
  }
  expect(await ended).toBe(0)
}, 60_000)

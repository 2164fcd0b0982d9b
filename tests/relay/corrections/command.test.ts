import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { signer, SUBJECT } from "../../signed-corrections.ts"
import { asked } from "../admin/ask.ts"
import { runCommand } from "../cli/run-command.ts"
import { Client } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { correctionsAnswer } from "../../../src/protocol/routes/helpdesk-pages.ts"

const own = signer()
let relay: TestRelay
let tom = new Client("")
beforeAll(async () => {
  relay = await openRelay({ ownServer: true })
  tom = await Client.paired(relay)
})
afterAll(() => relay?.close())

const run = (...args: string[]) => runCommand("corrections", args, { REPLYWRIGHT_DATA: relay.data })
const fileOf = (text: string, name = "fix.signed.json") => {
  mkdirSync(relay.data, { recursive: true })
  const file = join(relay.data, name)
  writeFileSync(file, text)
  return file
}
const answer = () => asked(correctionsAnswer, tom.fetch("/v1/corrections"))

test("beside a running relay the command stores a file and takes it out; what is wrong is a sentence with the file's name", async () => {
  const file = own.sign(3, [SUBJECT, { ...SUBJECT, name: "thread" }])
  expect(await run(fileOf(JSON.stringify(file)))).toContain("serial 3 of 2026-11-25 are stored: freescout 2.")
  expect((await answer()).file).toEqual(file)
  await expect(run(fileOf(JSON.stringify(own.sign(2)), "old.json"))).rejects.toThrow(/old\.json: .*serial 3/)
  await expect(run(fileOf("{}", "no.json"))).rejects.toThrow(/no\.json: The file isn't one that was signed/)
  await expect(run(join(relay.data, "none.json"))).rejects.toThrow("can't be read")
  await expect(run()).rejects.toThrow("corrections FILE | off")
  expect(await run("off")).toContain("taken out")
  expect((await answer()).file).toBeNull()
  await expect(run("off")).rejects.toThrow("There are no corrections.")
})

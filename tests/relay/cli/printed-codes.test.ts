import { afterAll, expect, test } from "vitest"
import { serveRelay } from "../../../src/relay/commands/serve.ts"
import { Client } from "../help/client.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { seed } from "../help/seed.ts"

const { folder, remove } = temporaryFolder()
afterAll(remove)

/** Starts a relay, does `work` with what it printed, and stops it. */
async function serve(work: (printed: string) => Promise<void>, terminal?: { write(): void; columns: number }) {
  const environment = { REPLYWRIGHT_DATA: `${folder}/data`, RELAY_PORT: "0" }
  await seed(environment.REPLYWRIGHT_DATA, environment)
  const stop = new AbortController()
  let printed = ""
  const told = Promise.withResolvers<void>()
  const print = (line: string) => {
    printed += `${line}\n`
    if (line.includes("Ctrl-C stops")) told.resolve()
  }
  const served = serveRelay({ environment, print, signal: stop.signal, ...(terminal && { terminal }) })
  await Promise.race([told.promise, served])
  await work(printed).finally(() => stop.abort())
  await served
}

test("a code is printed until somebody has paired, and later only on a terminal, because other output is kept", {
  timeout: 60_000
}, async () => {
  await serve(async (printed) => expect(printed).toMatch(/^Pairing code for an agent: /m))
  await serve(async (printed) => {
    const url = /^Relay: (\S+)/m.exec(printed)?.[1] ?? ""
    const code = /^Pairing code for an agent: (\S+)/m.exec(printed)?.[1] ?? ""
    await Client.paired({ url, pair: async () => code })
  })
  await serve(async (printed) => {
    expect(printed).not.toMatch(/[A-Z2-9]{4}-[A-Z2-9]{4}/)
    expect(printed).toContain("npm run relay -- pair --role agent --name NAME")
  })
  const terminal = { write: () => undefined, columns: 80 }
  await serve(
    async (printed) => expect(printed).toMatch(/^Pairing code for a further browser of the same agent: /m),
    terminal
  )
})

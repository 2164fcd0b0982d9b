import { execFileSync } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createServer, type Server } from "node:https"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { embed } from "../../src/models/openai/embeddings.ts"
import { listModels } from "../../src/models/print-models.ts"
import { ask, collect } from "./collect.ts"
import { endpointOf, modelsOf } from "./endpoint.ts"

let server: Server
let url: string
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "certificate-"))
  const [key, cert] = [join(folder, "key"), join(folder, "cert")]
  const made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, "-days", "2"]
  execFileSync("openssl", [...made, "-subj", "/CN=localhost"], { stdio: "ignore" })
  server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }).listen(0, "127.0.0.1")
  rmSync(folder, { recursive: true })
  await once(server, "listening")
  const address = server.address()
  url = `https://127.0.0.1:${typeof address === "object" ? address?.port : ""}/v1`
})
afterAll(() => void server.close())

const SENTENCE = /certificate isn't trusted here.*NODE_EXTRA_CA_CERTS/

test("a draft by a server whose certificate isn't trusted names the setting", async () => {
  expect((await collect(ask(url))).error).toMatchObject({
    code: "model-unreachable",
    message: expect.stringMatching(SENTENCE)
  })
})

test("`models` names it too", async () => {
  const lines: string[] = []
  const endpoint = endpointOf("environment", url)
  expect(await listModels({ models: modelsOf([endpoint]) }, (line) => lines.push(line))).toBe(false)
  expect(lines.join("\n")).toMatch(SENTENCE)
})

test("and so does a request for vectors", async () => {
  const asked = embed(
    { url, key: undefined, model: "m" },
    ["a"],
    { timeoutMs: 2000, retries: 0 },
    AbortSignal.timeout(5000)
  )
  await expect(asked).rejects.toThrow(SENTENCE)
})

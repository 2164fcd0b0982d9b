import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { readFileSync, writeFileSync } from "node:fs"
import { createServer, type AddressInfo } from "node:net"
import { join } from "node:path"
import { createInterface } from "node:readline"
import type { Readable } from "node:stream"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { importAnswer } from "../../../src/protocol/knowledge.ts"
import { pairAnswer } from "../../../src/protocol/relay.ts"
import { MAX_BODY } from "../../../src/relay/http/body.ts"
import { MAX_UPLOAD_BYTES } from "../../../src/knowledge/upkeep/receive-upload.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { startRelay, type RunningRelay } from "../../../src/relay/server/start.ts"
import { root } from "../../house/files.ts"
import { draftRequest, eventsOf, refusalOf } from "../help/client.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { databaseIn } from "../../storage/help/shared-server.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { HttpsClient, lacking, lanAddress, makeCertificate } from "./https-proxy.ts"

const NAME = "relay.test"
const lan = lanAddress ?? "127.0.0.1"

interface Place {
  folder: string
  key: string
  cert: string
  /** Where browsers come, and where the relay listens. */
  port: number
  plainPort: number
  relay: string
}
/** What each says on its error stream once it listens. */
const READY: Record<string, RegExp> = { caddy: /serving initial configuration/, nginx: /start worker process/ }
/** What is in deploy/, with this test's name, ports and certificate in place of the owner's. */
const PROXIES: Record<string, (place: Place) => string[]> = {
  caddy({ folder, key, cert, port, plainPort }) {
    const file = join(folder, "Caddyfile")
    // Its name and its relay come from the environment, as they do in a container.
    const own = example("Caddyfile").replace(/^\{.*\{$/m, `$&\n\ttls ${cert} ${key}`)
    writeFileSync(
      file,
      `{\n\tadmin off\n\tauto_https disable_redirects\n\thttps_port ${port}\n\thttp_port ${plainPort}\n}\n${own}`
    )
    return ["caddy", "run", "--config", file]
  },
  nginx({ folder, key, cert, port, plainPort, relay }) {
    const own = example("nginx.conf")
      .replaceAll("relay.example.com;", `${NAME};`)
      .replace(/(?<=ssl_certificate )\S+(?=;)/, cert)
      .replace(/(?<=ssl_certificate_key )\S+(?=;)/, key)
      .replace("listen 443", `listen ${port}`)
      .replace("listen 80", `listen ${plainPort}`)
      .replace("127.0.0.1:8787", relay)
    const file = join(folder, "nginx.conf")
    writeFileSync(
      file,
      `daemon off;\npid ${folder}/nginx.pid;\nerror_log stderr notice;\nevents {}\nhttp {\naccess_log off;\nclient_body_temp_path ${folder}/body;\n${own}}\n`
    )
    return ["nginx", "-c", file, "-e", "stderr"]
  }
}

const { folder, remove } = temporaryFolder()
let model: ModelDouble
let relay: RunningRelay
beforeAll(async () => {
  if (lacking) return
  model = await startModelDouble({ kind: "text", text: "Hello [PERSON_1], it comes tomorrow.", pieces: 3, paceMs: 5 })
  const found = await databaseIn(`${folder}/data`)
  relay = await startRelay(
    {
      REPLYWRIGHT_DATA: `${folder}/data`,
      RELAY_PORT: "0",
      RELAY_LISTEN: lan,
      RELAY_HOSTS: NAME,
      RELAY_PROXIES: lan,
      ...model.settings
    },
    { ...found, log: silentLog, heartbeatSeconds: 0.2 }
  )
})
afterAll(async () => {
  await relay?.close()
  await model?.close()
  remove()
})

describe.each(Object.keys(PROXIES))("deploy/ with %s", (program) => {
  const missing = lacking ? lacking : spawnSync(program, ["-v"]).error ? `no ${program} installed` : ""
  test.runIf(missing === "")(
    `a draft streams through it, leaving ends the model's work, a long ticket and a large file pass, and the browser is told to keep to HTTPS${missing && ` (skipped: ${missing})`}`,
    { timeout: 60_000 },
    async () => {
      const place: Place = {
        folder,
        ...makeCertificate(folder, NAME),
        port: await freePort(),
        plainPort: await freePort(),
        relay: `${lan}:${relay.port}`
      }
      const [command = "", ...args] = PROXIES[program]?.(place) ?? []
      const child = spawn(command, args, {
        stdio: ["ignore", "ignore", "pipe"],
        env: {
          ...process.env,
          XDG_DATA_HOME: folder,
          XDG_CONFIG_HOME: folder,
          RELAY_HOST: NAME,
          RELAY_UPSTREAM: place.relay
        }
      })
      try {
        await said(child.stderr, READY[program])
        const mia = new HttpsClient("127.0.0.1", { port: place.port, ca: readFileSync(place.cert) }, NAME)
        mia.token = pairAnswer.parse(
          await (await mia.post("/v1/pair", { code: await relay.pair("agent", "Mia") })).json()
        ).token

        model.next({ kind: "text", text: "Hello [PERSON_1], it comes tomorrow.", pieces: 6, paceMs: 40 })
        const came: number[] = []
        for await (const event of eventsOf(await mia.post("/v1/drafts", draftRequest())))
          if (event.type === "draft-delta") came.push(performance.now())
        // As it is written: not all of it at once at the end.
        expect((came.at(-1) ?? 0) - (came[0] ?? 0)).toBeGreaterThan(100)

        const asked = model.requests.length
        model.next({ kind: "silent", text: "Hello" })
        const leave = await mia.post("/v1/drafts", draftRequest())
        const seen = await model.request(asked)
        await leave.body?.cancel()
        expect(await seen.closed).toEqual({ early: true })

        const { ticket } = draftRequest()
        const long = {
          ...ticket,
          messages: ticket.messages.map((message) => ({ ...message, text: "é".repeat(700_000) }))
        }
        expect(await refusalOf(mia.post("/v1/drafts", draftRequest({ ticket: long })))).toMatchObject({
          status: 413,
          code: "too-large"
        })

        expect((await mia.fetch("/v1/health")).headers.get("strict-transport-security")).toMatch(/^max-age=\d{8,}$/)
        const ada = new HttpsClient("127.0.0.1", { port: place.port, ca: readFileSync(place.cert) }, NAME)
        ada.token = pairAnswer.parse(
          await (await ada.post("/v1/pair", { code: await relay.pair("admin", `Ada of ${program}`) })).json()
        ).token
        const sent = await ada.fetch("/v1/admin/knowledge/files?name=handbook.md&internal=true", {
          method: "POST",
          body: `# Handbook\n\n${"Words of a page. ".repeat(300_000)}`,
          headers: { "content-type": "application/octet-stream" }
        })
        expect(importAnswer.parse(await sent.json()).collections).toHaveLength(1)
      } finally {
        child.kill("SIGTERM")
        if (child.exitCode === null) await once(child, "exit")
      }
    }
  )
})

test("nginx takes a file as large as the relay does, and of everything else not much more than the relay", () => {
  const [usual, upload] = [...example("nginx.conf").matchAll(/client_max_body_size (\d+)m;/g)].map(
    ([, megabytes]) => Number(megabytes) * 1024 * 1024
  )
  expect(example("nginx.conf")).toMatch(/location = \/v1\/admin\/knowledge\/files \{[^}]*client_max_body_size/)
  expect(upload).toBeGreaterThanOrEqual(MAX_UPLOAD_BYTES)
  expect(usual).toBeGreaterThanOrEqual(MAX_BODY)
  expect(usual).toBeLessThan(2 * MAX_BODY)
})

function example(name: string): string {
  return readFileSync(join(root, "deploy", name), "utf8")
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/** Resolves at the first line that matches; what comes after it is read and forgotten. */
function said(stream: Readable, line: RegExp | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: stream })
    const seen: string[] = []
    lines.on("line", (one) => (line?.test(one) ? resolve() : seen.push(one)))
    lines.once("close", () => reject(new Error(`The proxy ended: ${seen.slice(-3).join(" ")}`)))
  })
}

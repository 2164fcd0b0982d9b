import { spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { readFileSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import * as z from "zod/mini"
import { createWebClient } from "../../../src/ingest/sources/web/web-client.ts"
import { sendTest } from "../../../src/relay/webhooks/deliver.ts"
import { root } from "../../house/files.ts"
import { temporaryFolder } from "../help/data-folder.ts"

interface Delivery {
  secret: string
  headers: Record<string, string>
  body: string
}

const { folder, remove } = temporaryFolder()
const secret = `whsec_${randomBytes(32).toString("base64")}`
/** One that was sent just now, and one of six minutes ago. */
let fresh: Delivery
let old: Delivery
beforeAll(async () => {
  fresh = await delivered(new Date())
  old = await delivered(new Date(Date.now() - 360_000))
})
afterAll(remove)

/** Sends an event as the relay does, and returns what came. */
async function delivered(now: Date): Promise<Delivery> {
  const web = createWebClient({ tries: 1, allowHosts: ["127.0.0.1"] })
  const came = Promise.withResolvers<Delivery>()
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const headers = z.record(z.string(), z.string()).parse(request.headers)
      came.resolve({ secret, headers, body })
      response.end()
    })
  })
  await once(server.listen(0, "127.0.0.1"), "listening")
  const { port } = z.object({ port: z.number() }).parse(server.address())
  const url = `http://127.0.0.1:${port}/hook`
  expect(await sendTest({ web, now, signal: new AbortController().signal }, { url, secret })).toMatchObject({
    delivered: true
  })
  web.close()
  server.close()
  return came.promise
}

/** The example in this language, as docs/admin.md has it. */
const example = (language: string) =>
  new RegExp(`\\*\\*Signature\\.\\*\\*[^]*?\`\`\`${language}\\n([^]*?)\`\`\``).exec(
    readFileSync(join(root, "docs/admin.md"), "utf8")
  )?.[1] ?? ""

writeFileSync(
  join(folder, "verify.mjs"),
  `${example("js")}
for (const { secret, headers, body } of JSON.parse(process.argv[2]))
  console.log(isGenuine(secret, headers, body) && isGenuine(secret, headers, Buffer.from(body)))`
)
writeFileSync(
  join(folder, "verify.py"),
  `${example("python")}
import json, sys
for given in json.loads(sys.argv[1]):
    print(str(is_genuine(given["secret"], given["headers"], given["body"].encode())).lower())`
)
const missing = spawnSync("python3", ["--version"]).error ? "no python3 installed" : ""
const examples = [
  { name: "Node", program: process.execPath, file: "verify.mjs", without: "" },
  { name: "Python", program: "python3", file: "verify.py", without: missing }
]

describe.each(examples)("the example for $name", ({ program, file, without }) => {
  const check = (deliveries: Delivery[]) => {
    const { stdout, stderr } = spawnSync(program, [join(folder, file), JSON.stringify(deliveries)], {
      encoding: "utf8"
    })
    expect(stderr).toBe("")
    return stdout.trim().split(/\r?\n/)
  }
  const signed = (signature: string): Delivery => ({
    ...fresh,
    headers: { ...fresh.headers, "webhook-signature": signature }
  })

  test.runIf(without === "")(
    `takes what the relay sends, and nothing else${without && ` (skipped: ${without})`}`,
    () => {
      const own = fresh.headers["webhook-signature"] ?? ""
      expect(own).toMatch(/^v1,[\w+/]{43}=$/)
      const genuine = [fresh, signed(`v1,${"A".repeat(43)}= v2,x ${own}`)]
      const others = [
        old,
        { ...fresh, body: `${fresh.body} ` },
        { ...fresh, secret: `whsec_${randomBytes(32).toString("base64")}` },
        { ...fresh, headers: { ...fresh.headers, "webhook-id": "msg_other" } },
        ...["", "v1,", own.slice(3), own.slice(0, -1), "v1,\u00e9"].map(signed),
        { ...fresh, headers: {} }
      ]
      // All in one go: each start of a program takes longer than what it is to say.
      expect(check([...genuine, ...others])).toEqual([...genuine.map(() => "true"), ...others.map(() => "false")])
    }
  )
})

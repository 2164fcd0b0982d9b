import { readFileSync } from "node:fs"
import { createServer, type AddressInfo } from "node:net"
import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createLog, silentLog } from "../../src/runtime/log.ts"
import { readSettings } from "../../src/runtime/settings.ts"
import { openDatabase, type Database } from "../../src/storage/database.ts"
import { temporaryFolder } from "../relay/help/data-folder.ts"
import { startTlsProxy } from "./help/tls-proxy.ts"

const { folder, remove } = temporaryFolder()
const data = `${folder}/data`
let server: Database
let password: string
beforeAll(async () => {
  server = await openDatabase(readSettings({ REPLYWRIGHT_DATA: data }), silentLog, new AbortController().signal)
  password = readFileSync(`${data}/database-password`, "utf8")
})
afterAll(async () => {
  await server?.close()
  remove()
})

const address = (user: string, secret: string, database: string) =>
  `postgresql://${user}:${secret}@localhost/${database}?host=${encodeURIComponent(`${data}/run`)}`
const openAt = (url: string, log = silentLog) =>
  openDatabase(readSettings({ DATABASE_URL: url }), log, new AbortController().signal)

test("a database on a server is used, its tables made, and never stopped; its password is not told", async () => {
  const database = await openAt(address("replywright", password, "replywright"))
  expect(await database.db.selectFrom("drafts").select("id").execute()).toEqual([])
  expect(database.location).toBe("postgresql://localhost/replywright")
  await database.close()
  expect(await server.db.selectFrom("drafts").select("id").execute()).toEqual([])
})

test("tables of another role are reported, with what makes them the relay's own", async () => {
  const postgres = new pg.Client(address("postgres", password, "postgres"))
  await postgres.connect()
  try {
    await postgres.query("create role newcomer login password 'new'")
    await expect(openAt(address("newcomer", "new", "replywright"))).rejects.toThrow(
      /^The tables in the database replywright belong to the role replywright, and newcomer may not use them: make them/
    )
  } finally {
    await postgres.end()
  }
})

test("a superuser is warned about", async () => {
  const lines: string[] = []
  const database = await openAt(
    address("postgres", password, "replywright"),
    createLog((line) => lines.push(line))
  )
  expect(lines.join("")).toContain("database-superuser")
  await database.close()
})

test("wrong user, password, database and address are told apart", async () => {
  await expect(openAt(address("replywright", "wrong", "replywright"))).rejects.toThrow(
    /^DATABASE_URL does not work: the server refuses the user replywright\. Correct/
  )
  await expect(openAt(address("stranger", password, "replywright"))).rejects.toThrow(/refuses the user stranger/)
  await expect(openAt(address("replywright", password, "nothing"))).rejects.toThrow(
    /there is no database nothing on the server\. Create it/
  )
  await expect(openAt("postgresql://u:p@127.0.0.1:1/x")).rejects.toThrow(/no PostgreSQL answers at 127\.0\.0\.1:1/)
  await expect(openAt("postgresql://u:p@no-such-host.invalid/x")).rejects.toThrow(
    /the host no-such-host\.invalid is not known/
  )
})

test("a server older than 15, or one that hangs up at PostgreSQL's greeting", async () => {
  const old = await fakeServer(oldPostgres("140012"))
  await expect(openAt(`postgresql://u:p@127.0.0.1:${old.port}/x`)).rejects.toThrow(
    "DATABASE_URL names a PostgreSQL 14; Replywright needs 15 or newer."
  )
  const web = await fakeServer(() => "hang up")
  await expect(openAt(`postgresql://u:p@127.0.0.1:${web.port}/x`)).rejects.toThrow(/does not answer as PostgreSQL does/)
  for (const fake of [old, web]) fake.close()
})

test("what else can be wrong with an address is one sentence, too, in which no part of a password stands", async () => {
  const said = (url: string) =>
    openAt(url).then(
      () => "opened",
      (error: unknown) => String(error)
    )
  const socket = encodeURIComponent(`${data}/nowhere`)
  expect(await said(`postgresql://u:p@${socket}/x`)).toContain(
    `can be reached at ${data}/nowhere/.s.PGSQL.5432 (ENOENT)`
  )
  expect(await said("postgresql://u:se@cr/et@127.0.0.1/x")).toMatch(
    /host cr is not known.* a password, write \/ as %2F/
  )
  expect(await said("postgresql://u:p@127.0.0.1/no%")).toMatch(/it can't be read\. Write special characters/)
  expect(await said("postgresql://u:p@127.0.0.1/x?sslrootcert=/none.pem")).toMatch(/the file \/none\.pem .* \(ENOENT\)/)

  const plain = await fakeServer((received) => (received.length === 8 ? Buffer.from("N") : "hang up"))
  expect(await said(`postgresql://u:p@127.0.0.1:${plain.port}/x?sslmode=require`)).toMatch(/doesn't encrypt/)
  plain.close()
  for (const [state, sentence] of [
    ["53300", "has no connection left"],
    ["57P03", "starting or stopping"],
    ["42501", "u may not connect to the database x"],
    ["28000", "pg_hba.conf"]
  ] as const) {
    const busy = await fakeServer(() => refusal(state))
    expect(await said(`postgresql://u:p@127.0.0.1:${busy.port}/x`)).toContain(sentence)
    busy.close()
  }
})

test("a certificate that nobody here vouches for is named, and so is one for another name", async () => {
  const proxy = await startTlsProxy(folder, address("replywright", password, "replywright"))
  const strange = new URL(proxy.url)
  strange.searchParams.delete("sslrootcert")
  await expect(openAt(strange.href)).rejects.toThrow(
    /no authority .* \(DEPTH_ZERO_SELF_SIGNED_CERT\)\. Add sslrootcert/
  )
  const misnamed = new URL(proxy.url)
  misnamed.hostname = "127.1"
  await expect(openAt(misnamed.href)).rejects.toThrow(/certificate is for another name than 127\.1/)
  await proxy.close()
})

/** Answers each piece that comes with what `answer` gives for it. */
async function fakeServer(
  answer: (received: Buffer) => Buffer | "hang up" | undefined
): Promise<{ port: number; close(): void }> {
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy())
    socket.on("data", (received) => {
      const bytes = answer(received)
      if (bytes === "hang up") socket.destroy()
      else if (bytes) socket.write(bytes)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return { port: (server.address() as AddressInfo).port, close: () => server.close() }
}

/** PostgreSQL's answer that it lets nobody in, for this reason. */
function refusal(state: string): Buffer {
  const body = Buffer.from(`SFATAL\0C${state}\0Mno\0\0`)
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from("E"), length, body])
}

/** PostgreSQL's wire, as far as it takes to tell one's version. */
function oldPostgres(version: string): (received: Buffer) => Buffer | undefined {
  const message = (type: string, ...parts: (Buffer | string)[]) => {
    const body = Buffer.concat(parts.map((part) => Buffer.from(part)))
    const length = Buffer.alloc(4)
    length.writeInt32BE(body.length + 4)
    return Buffer.concat([Buffer.from(type), length, body])
  }
  const int = (bytes: 2 | 4, value: number) => {
    const buffer = Buffer.alloc(bytes)
    buffer.writeIntBE(value, 0, bytes)
    return buffer
  }
  const column = (name: string, type: number) => [
    `${name}\0`,
    int(4, 0),
    int(2, 0),
    int(4, type),
    int(2, -1),
    int(4, -1),
    int(2, 0)
  ]
  const ready = message("Z", "I")
  const rows = Buffer.concat([
    message("T", int(2, 2), ...column("version", 25), ...column("super", 16)),
    message("D", int(2, 2), int(4, version.length), version, int(4, 1), "f"),
    message("C", "SELECT 1\0"),
    ready
  ])
  return (received) => {
    const type = String.fromCharCode(received[0] ?? 0)
    if (type === "\0") return Buffer.concat([message("R", int(4, 0)), ready])
    return type === "Q" ? rows : undefined
  }
}

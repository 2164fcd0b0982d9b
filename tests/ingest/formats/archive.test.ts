import { randomBytes } from "node:crypto"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { afterAll, expect, test } from "vitest"
import { documentsOf } from "../../../src/ingest/formats/read-documents.ts"
import { filesOfArchive } from "../../../src/ingest/sources/archive/archive.ts"
import { LIMITS, type Limits } from "../../../src/ingest/sources/archive/limits.ts"
import { temporaryFolder } from "../../relay/help/data-folder.ts"
import { tarOf, zipOf } from "./pack.ts"

const { folder, remove } = temporaryFolder()
afterAll(remove)
const signal = AbortSignal.timeout(60_000)

/** Returns path and text of each file, or path and reason. */
async function listed(name: string, bytes: Buffer, limits?: Partial<Limits>): Promise<string[]> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const lines: string[] = []
  for await (const item of filesOfArchive(path, "public", signal, { ...LIMITS, ...limits })) {
    if (item.type === "failed") lines.push(`${item.path} ! ${item.reason}`)
    else
      for await (const read of documentsOf(item.file, signal))
        lines.push(
          read.type === "failed" ? `${read.path} ! ${read.reason}` : `${read.document.path}: ${read.document.body}`
        )
  }
  return lines
}

const hostile = [
  { name: "en/pay.md", content: "How to pay." },
  { name: "../../etc/cron.md", content: "Out." },
  { name: "/etc/passwd.md", content: "Out." },
  { name: "C:\\windows\\x.md", content: "Out." },
  { name: "__MACOSX/en/._pay.md", content: "Resource." },
  { name: ".git/config.md", content: "Hidden." },
  { name: "more.zip", content: "PK" },
  { name: "en/", content: "" },
  { name: "last.txt", content: "The last one." }
]
const expected = [
  "en/pay.md: How to pay.",
  "../../etc/cron.md ! Its path leads out of the archive.",
  "/etc/passwd.md ! Its path leads out of the archive.",
  "C:/windows/x.md ! Its path leads out of the archive.",
  "more.zip ! An archive inside an archive isn't read: unpack it first.",
  "last.txt: The last one."
]

test("a zip archive's files are read in its order; what leads out of it is listed, links and hidden files are passed over", async () => {
  const files = [
    ...hostile,
    { name: "link.md", content: "/etc/passwd", mode: 0o120777 },
    { name: "locked.md", content: "?", encrypted: true },
    { name: "odd.md", content: "?", method: 14 as const }
  ]
  expect(await listed("a.zip", zipOf(files))).toEqual([
    ...expected,
    "locked.md ! It is locked by a password: unpack the archive, and import its folder.",
    "odd.md ! It is packed in a way that isn't known: unpack the archive, and import its folder."
  ])
})

test.each(["a.tar", "a.tar.gz", "a.tgz", "called-something.zip"])("a tar archive's too: %s", async (name) => {
  const tar = await tarOf([
    ...hostile.map(({ name, content }) =>
      name.endsWith("/") ? { name, type: "directory" as const } : { name, content }
    ),
    { name: "link.md", type: "symlink", linkname: "/etc/passwd" }
  ])
  expect(await listed(name, /gz$/.test(name) ? gzipSync(tar) : tar)).toEqual(expected)
})

test("a file in .gz is read under its own name", async () => {
  expect(await listed("notes.txt.gz", gzipSync("The lid is dishwasher-safe."))).toEqual([
    "notes.txt: The lid is dishwasher-safe."
  ])
})

test("files of a tar that nobody opens don't stop those behind them", async () => {
  const path = join(folder, "skip.tar")
  writeFileSync(
    path,
    await tarOf(Array.from({ length: 40 }, (_, at) => ({ name: `${at}.md`, content: "x".repeat(50_000) })))
  )
  const names: string[] = []
  for await (const item of filesOfArchive(path, "public", signal)) {
    if (item.type !== "file") continue
    names.push(item.file.path)
    // One file is left after its first piece.
    if (names.length === 7) for await (const _ of await item.file.open()) break
  }
  expect(names).toHaveLength(40)
})

test("names in Shift_JIS and in the code page of old DOS are read", async () => {
  const shiftJis = Buffer.from([
    0x95, 0xd4, 0x95, 0x69, 0x82, 0xcc, 0x82, 0xb5, 0x82, 0xa9, 0x82, 0xbd, 0x2e, 0x6d, 0x64
  ])
  expect(
    await listed(
      "names.zip",
      zipOf([
        { name: shiftJis, content: "One." },
        { name: Buffer.from([0x52, 0x81, 0x63, 0x6b, 0x2e, 0x6d, 0x64]), content: "Two." }
      ])
    )
  ).toEqual(["返品のしかた.md: One.", "Rück.md: Two."])
})

test("a bomb is stopped by what comes out of it, whatever its header says", async () => {
  const zeros = Buffer.alloc(3_000_000, "a")
  const small = { ratioFrom: 1_000_000, ratio: 100 }
  const reason = "It unpacks to far more than it holds, as a zip bomb does. It was stopped."
  expect(
    await listed(
      "bomb.zip",
      zipOf([
        { name: "bomb.md", content: zeros },
        { name: "good.md", content: "Good." }
      ]),
      small
    )
  ).toEqual([`bomb.md ! ${reason}`, "good.md: Good."])
  expect(
    await listed(
      "liar.zip",
      zipOf([
        { name: "bomb.md", content: zeros, claims: 10 },
        { name: "good.md", content: "Good." }
      ])
    )
  ).toEqual([`bomb.md ! ${reason}`, "good.md: Good."])
  expect(await listed("large.zip", zipOf([{ name: "large.md", content: Buffer.alloc(6_000_000, "a") }]))).toEqual([
    "large.md ! The file has 6 MB; a .md file may have 5 MB."
  ])
  const pages = Array.from({ length: 3 }, (_, at) => ({ name: `${at}.html`, content: "<p>word</p>".repeat(818_000) }))
  expect(await listed("pages.zip", zipOf(pages))).toEqual(pages.map(({ name }) => `${name} ! ${reason}`))
  const refused = { name: "SourceError", code: "source-refused" }
  await expect(
    listed("bomb.tar.gz", gzipSync(await tarOf([{ name: "bomb.md", content: zeros }])), small)
  ).rejects.toMatchObject({
    ...refused,
    message: "bomb.tar.gz unpacks to far more than it holds, as a zip bomb does. It was stopped."
  })
  await expect(
    listed(
      "much.zip",
      zipOf(Array.from({ length: 4 }, (_, at) => ({ name: `${at}.md`, content: `${at} ${"word ".repeat(1000)}` }))),
      { bytes: 12_000 }
    )
  ).rejects.toMatchObject(refused)
  await expect(
    listed("many.zip", zipOf(Array.from({ length: 12 }, (_, at) => ({ name: `${at}.md`, content: "x" }))), {
      entries: 10
    })
  ).rejects.toMatchObject({
    ...refused,
    message: "many.zip has more than 10 files. Unpack it, look what it is, and import its folder."
  })
})

test("an archive that is broken, none at all or not there is said in a sentence", async () => {
  const whole = zipOf([{ name: "a.md", content: "word ".repeat(500) }])
  await expect(listed("cut.zip", whole.subarray(0, -30))).rejects.toThrow(
    "cut.zip is broken or cut off. Make it anew, or unpack it and import its folder."
  )
  await expect(
    listed("cut.tar.gz", gzipSync(await tarOf([{ name: "a.md", content: "word ".repeat(5000) }])).subarray(0, -30))
  ).rejects.toThrow("cut.tar.gz is broken or cut off.")
  await expect(listed("words.zip", Buffer.from("Just words."))).rejects.toThrow(
    "words.zip is no archive that can be read: zip, tar, tar.gz and gz are."
  )
  await expect(Array.fromAsync(filesOfArchive(join(folder, "none.zip"), "public", signal))).rejects.toThrow(
    "none.zip can't be read. Is the path right, and may this user read it?"
  )
  const scrambled = Buffer.from(whole)
  scrambled.fill(0xff, 40, 60)
  expect(await listed("scrambled.zip", scrambled)).toEqual(["a.md ! It is broken in the archive."])
})

test("an archive that is read no more is left at once", async () => {
  const stop = new AbortController()
  const path = join(folder, "stop.zip")
  writeFileSync(path, zipOf(Array.from({ length: 20 }, (_, at) => ({ name: `${at}.md`, content: "x" }))))
  const read = async () => {
    for await (const _ of filesOfArchive(path, "public", stop.signal)) stop.abort(new Error("stopped"))
  }
  await expect(read()).rejects.toThrow("stopped")
})

test.each(["notes.txt.gz", "notes.tar.gz"])(
  "one that is stopped in the midst of a file doesn't wait for its end: %s",
  async (name) => {
    const stop = new AbortController()
    const path = join(folder, name)
    const words = randomBytes(600_000).toString("hex")
    writeFileSync(path, gzipSync(name.includes(".tar") ? await tarOf([{ name: "notes.txt", content: words }]) : words))
    const read = async () => {
      for await (const item of filesOfArchive(path, "public", stop.signal)) {
        if (item.type === "file") for await (const _ of await item.file.open()) stop.abort(new Error("stopped"))
      }
    }
    await expect(read()).rejects.toThrow()
  }
)

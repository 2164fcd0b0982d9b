import { chmodSync, mkdirSync, rmSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { filesSource } from "../../../src/ingest/sources/files.ts"
import type { SourceItem } from "../../../src/ingest/source/source.ts"
import { temporaryFolder } from "../../relay/help/data-folder.ts"
import { openKnowledge, signal } from "../help/database.ts"
import { zipOf } from "../../ingest/formats/pack.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
})
afterAll(() => knowledge.close())

async function read(place: string, from: { at?: string } = {}): Promise<SourceItem[]> {
  const items: SourceItem[] = []
  for await (const item of (await filesSource(place)).read(from, signal)) items.push(item)
  return items
}
const paths = (items: SourceItem[]) => items.flatMap((item) => (item.type === "document" ? [item.document.path] : []))

test("a folder is read in the order of its paths; hidden folders, node_modules and what is no knowledge are left out", async () => {
  const folder = knowledge.write(
    {
      "b.md": "B.",
      "a/z.md": "Z.",
      "a.md": "A.",
      "B.md": "Capital.",
      ".git/x.md": "Hidden.",
      ".hidden.md": "Hidden.",
      "a/node_modules/y.md": "No.",
      "picture.png": "No.",
      "a/2.md": "2.",
      "a/10.md": "10."
    },
    "order"
  )
  const items = await read(folder)
  expect(paths(items)).toEqual(["B.md", "a.md", "a/10.md", "a/2.md", "a/z.md", "b.md"])
  expect(items.at(0)).toEqual({ type: "total", documents: 6 })
  expect(items.at(-1)).toEqual({ type: "end", all: true })
  expect(paths(await read(folder, { at: "a/10.md" }))).toEqual(["a/2.md", "a/z.md", "b.md"])
})

test("links are followed inside the folder alone, once, and never in circles", async () => {
  const outside = temporaryFolder()
  const folder = knowledge.write({ "in/a.md": "A." }, "links")
  mkdirSync(join(outside.folder, "secret"))
  symlinkSync(join(outside.folder, "secret"), join(folder, "out"))
  symlinkSync("/etc/hostname", join(folder, "host.md"))
  symlinkSync(folder, join(folder, "in/round"))
  symlinkSync(join(folder, "nowhere.md"), join(folder, "broken.md"))
  symlinkSync(join(folder, "in/a.md"), join(folder, "alias.md"))
  symlinkSync(join(folder, "itself.md"), join(folder, "itself.md"))
  symlinkSync(join(folder, "in/a.md/below.md"), join(folder, "below.md"))
  expect(paths(await read(folder))).toEqual(["alias.md", "in/a.md"])
  outside.remove()
})

test("of an archive, too, pictures and styles are none of knowledge; one without anything else is told", async () => {
  const zips = {
    "site.zip": zipOf([
      { name: "a.md", content: "A." },
      { name: "logo.png", content: "PNG" },
      { name: "style.css", content: "a {}" }
    ]),
    "pictures.zip": zipOf([{ name: "logo.png", content: "PNG" }])
  }
  const items = await read(knowledge.write(zips, "zips"))
  expect(paths(items)).toEqual(["site.zip/a.md"])
  expect(items.filter(({ type }) => type === "failed")).toEqual([
    { type: "failed", path: "pictures.zip", reason: "The archive holds no file that can be read." }
  ])
})

test("a single file is a source of its own; a folder without anything to read is told, and takes nothing away", async () => {
  const folder = knowledge.write({ "one.md": "# One\n\nOnly this.", "two.md": "Not this." }, "single")
  expect(paths(await read(join(folder, "one.md")))).toEqual(["one.md"])
  await knowledge.import({}, { into: "single" })
  rmSync(join(folder, "one.md"))
  rmSync(join(folder, "two.md"))
  await expect(knowledge.import({}, { into: "single" })).rejects.toThrow(
    /^The folder .*single holds no file that can be read\. Is the path right\?$/
  )
  expect(
    (await knowledge.db.selectFrom("documents").select("id").where("id", "like", "single-%").execute()).length
  ).toBe(2)
  await expect(filesSource(join(folder, "gone"))).rejects.toThrow(
    /^There is no file or folder .*gone\. Is the path right, and may this user read it\?$/
  )
})

test.skipIf(process.getuid?.() === 0)(
  "a file and a folder that this user may not read are listed, and what was taken of them stays (root may read everything)",
  async () => {
    const folder = knowledge.write({ "open.md": "Open.", "shut.md": "Shut.", "closed/in.md": "Inside." }, "denied")
    await knowledge.import({}, { into: "denied" })
    chmodSync(join(folder, "shut.md"), 0)
    chmodSync(join(folder, "closed"), 0)
    const { failures, removed } = await knowledge.import({}, { into: "denied" })
    chmodSync(join(folder, "closed"), 0o755)
    expect({ failures: failures.map(({ path }) => path).sort(), removed }).toEqual({
      failures: ["closed", "shut.md"],
      removed: 0
    })
  }
)

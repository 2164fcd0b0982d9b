import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { browserProgram } from "../../demo/browser/find.ts"
import { root } from "../../demo/root.ts"
import { takeStorePictures } from "../../scaffold/packages/store-pictures.ts"
import { takeDocumentPictures } from "../../scaffold/pictures/document-pictures.ts"
import { built } from "./help/built.ts"
import { SOAK } from "./help/soak.ts"

const folder = mkdtempSync(join(tmpdir(), "replywright-store-pictures-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test("the pictures of the stores' listings have the size that all of them take", async () => {
  const names = await takeStorePictures(built, browserProgram(), folder)
  expect(names).toEqual(["1-draft.png", "2-inserted.png", "3-what-the-model-saw.png", "tile.png"])
  for (const name of names) {
    const bytes = readFileSync(join(folder, name))
    // Width and height are the first fields of the first chunk.
    const size = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
    expect(size).toEqual(name === "tile.png" ? [440, 280] : [1280, 800])
    expect(bytes.length).toBeGreaterThan(name === "tile.png" ? 5_000 : 50_000)
  }
})

test.skipIf(!SOAK)(
  "the pictures of the README are taken (skipped: a matter of minutes, part of npm run soak)",
  async () => {
    const names = await takeDocumentPictures(built, browserProgram(), folder)
    expect(names).toEqual(readdirSync(join(root, "docs/pictures")).sort())
  }
)

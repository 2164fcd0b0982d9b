import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { unlessMade } from "../../demo/unless-made.ts"

test("the extension is built again only when a source has changed, or the build is gone or another's", async () => {
  const folder = await mkdtemp(join(tmpdir(), "replywright-made-"))
  onTestFinished(() => rm(folder, { recursive: true }))
  const result = join(folder, "manifest.json")
  let made = 0
  const start = (from: string) =>
    unlessMade({ from, result, note: join(folder, "note") }, async () => {
      made++
      await writeFile(result, "{}")
    })

  await start("a")
  await start("a")
  expect(made).toBe(1)
  await start("b")
  expect(made).toBe(2)
  await rm(result)
  await start("b")
  expect(made).toBe(3)
  await utimes(result, 1, 1)
  await start("b")
  expect(made).toBe(4)
})

test("what failed is made again", async () => {
  const folder = await mkdtemp(join(tmpdir(), "replywright-made-"))
  onTestFinished(() => rm(folder, { recursive: true }))
  const place = { from: "a", result: join(folder, "manifest.json"), note: join(folder, "note") }
  const fails = async () => {
    await writeFile(place.result, "{")
    throw new Error("no room")
  }
  await expect(unlessMade(place, fails)).rejects.toThrow("no room")
  let made = 0
  await unlessMade(place, async () => void made++)
  expect(made).toBe(1)
})

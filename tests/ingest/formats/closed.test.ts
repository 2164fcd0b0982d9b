import { expect, test } from "vitest"
import { documentsOf } from "../../../src/ingest/formats/read-documents.ts"

/** Reads a file that records whether it was closed, as a file of a folder would be. */
async function isClosed(path: string, text: string, signal = AbortSignal.timeout(10_000)): Promise<boolean> {
  const bytes = Buffer.from(text)
  let isOpen = false
  async function* pieces() {
    isOpen = true
    try {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
    } finally {
      isOpen = false
    }
  }
  const read = Array.fromAsync(
    documentsOf({ path, size: bytes.length, visibility: "public", open: async () => pieces() }, signal)
  )
  await read.catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
  return !isOpen
}

test("whatever becomes of a file, it is closed", async () => {
  const rows = "Some words,and more of them\n".repeat(5_000)
  const wrong: [string, string][] = [
    ["prices.xlsx", "PK\u0003\u0004"],
    ["page.md", "%PDF-1.7"],
    ["feed.xml", "  "],
    ["feed.xml", "x".repeat(500_000)],
    ["numbers.csv", "1,2,3\n".repeat(20_000)],
    ["products.csv", `id,title,price\n${rows}"`],
    ["lines.jsonl", "no JSON\n".repeat(20_000)],
    ["zeros.txt", "\0".repeat(200_000)]
  ]
  for (const [path, text] of wrong) expect(await isClosed(path, text), path).toBe(true)
  expect(await isClosed("stopped.csv", `question,answer\n${rows}`, AbortSignal.abort())).toBe(true)
})

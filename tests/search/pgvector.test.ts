import { expect, test } from "vitest"
import { hasPgvector, indexVectors, nearestDocuments, preparePgvector } from "../../src/search/vectors/pgvector.ts"
import { storeVectors, passagesWithoutVector } from "../../src/search/vectors/vector-store.ts"
import { importFolder } from "../../src/knowledge/import/import-folder.ts"
import { silentLog } from "../../src/runtime/log.ts"
import { readSettings } from "../../src/runtime/settings.ts"
import { openDatabase } from "../../src/storage/database.ts"
import { openKnowledge, signal } from "../knowledge/help/database.ts"

const url = process.env["PGVECTOR_URL"]

test.runIf(url)(
  "pgvector's nearest pages, within what the person may see (skipped without PGVECTOR_URL, an empty database of a server with pgvector)",
  async () => {
    const files = await openKnowledge()
    const { db, close } = await openDatabase(readSettings({ DATABASE_URL: url }), silentLog, signal)
    try {
      const folder = files.write({
        "near.md": "# Near\n\nOne.",
        "far.md": "# Far\n\nTwo.",
        "leads.md": "---\ngroups: [leads]\n---\n# For leads\n\nThree."
      })
      await importFolder(db, folder, { origin: "team", signal })
      expect(await preparePgvector(db)).toBe(true)
      const passages = await passagesWithoutVector(db, "it's", { pgvector: true }, 10)
      const vectors = passages.map(({ text }) => Float32Array.from(text.startsWith("Far") ? [0, 1] : [1, 0]))
      await indexVectors(db, "it's", 2)
      await storeVectors(db, "it's", { pgvector: true }, passages, vectors)
      expect(await passagesWithoutVector(db, "it's", { pgvector: true }, 10)).toEqual([])
      const nearest = async (...groups: string[]) =>
        (await nearestDocuments(db, { origins: ["team"], groups }, "it's", Float32Array.from([0.9, 0.1]))).map((id) =>
          id.replace(/.*\//, "")
        )
      expect(await nearest()).toEqual(["near", "far"])
      expect(await nearest("leads")).toEqual(["leads", "near", "far"])
    } finally {
      await close()
      await files.close()
    }
  }
)

test("a server without pgvector is told as such, and keeps vectors all the same", async () => {
  const knowledge = await openKnowledge()
  try {
    expect(await preparePgvector(knowledge.db)).toBe(false)
    expect(await hasPgvector(knowledge.db)).toBe(false)
    await knowledge.import({ "one.md": "# One\n\nOne.", "two.md": "# Two\n\nTwo." })
    const passages = await passagesWithoutVector(knowledge.db, "m", { pgvector: false }, 10)
    // An import has replaced the second document in the meantime, so what was read of it is outdated.
    await knowledge.import({ "two.md": "# Two\n\nThree." })
    await storeVectors(
      knowledge.db,
      "m",
      { pgvector: false },
      passages,
      passages.map(() => Float32Array.from([1, 0]))
    )
    expect((await passagesWithoutVector(knowledge.db, "m", { pgvector: false }, 10)).map(({ text }) => text)).toEqual([
      "Two\nThree."
    ])
  } finally {
    await knowledge.close()
  }
})

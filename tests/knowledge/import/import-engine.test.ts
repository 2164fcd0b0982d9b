import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { ImportError } from "../../../src/knowledge/import/import-error.ts"
import { cancelImport } from "../../../src/knowledge/import/lease.ts"
import { runImport, type ImportOptions } from "../../../src/knowledge/import/run-import.ts"
import { SourceError, type ImportSource } from "../../../src/ingest/source/source.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { openKnowledge, signal } from "../help/database.ts"
import { rowsOf } from "../help/import-rows.ts"
import { END, gate, tells, told } from "../help/told.ts"

describe("an import", () => {
  let knowledge: Awaited<ReturnType<typeof openKnowledge>>
  beforeAll(async () => {
    knowledge = await openKnowledge()
  })
  afterAll(() => knowledge.close())

  const run = (source: ImportSource, options: Partial<ImportOptions> = {}) =>
    runImport(knowledge.db, source, { origin: "team", signal, log: silentLog, ...options })
  const { texts, lastImport, failures } = rowsOf(() => knowledge)

  test("the same import started twice: the second is refused with a sentence, and goes once the first is done", async () => {
    const stands = gate()
    const first = run(
      tells("twice", async function* () {
        yield told("a", "Tea.")
        await stands.wait()
        yield END
      })
    )
    await stands.reached
    await expect(run(tells("twice", [END]))).rejects.toThrow(
      /^twice is being imported already \(since \d\d:\d\d UTC, 0 documents so far\)\. Wait until that is done, or stop it first\.$/
    )
    stands.release()
    expect(await first).toMatchObject({ state: "done", imported: 1 })
    expect(await run(tells("twice", [told("a", "Tea."), END]))).toMatchObject({ state: "done", unchanged: 1 })
  })

  test("stopped from another process, it keeps what it has, and the next one goes on from there", async () => {
    const stands = gate()
    const source = tells("cancelled", async function* ({ at }, stop) {
      yield { type: "total", documents: 3 }
      if (at === undefined) {
        yield told("a", "First.")
        yield { type: "at", at: "a" }
        await stands.wait(stop)
      }
      yield told("b", "Second.")
      yield told("c", "Third.")
      yield END
    })
    const first = run(source, { staleAfter: 400 })
    await stands.reached
    expect(await cancelImport(knowledge.db, "cancelled")).toBe(true)
    expect(await first).toMatchObject({ state: "stopped", seen: 1, imported: 1 })
    expect(await texts("cancelled")).toEqual({ a: "First." })
    expect(await lastImport("cancelled")).toMatchObject({ state: "stopped", at: "a", total: 3, cancel: false })
    expect(await cancelImport(knowledge.db, "cancelled")).toBe(false)
    expect(await run(source)).toMatchObject({ state: "done", seen: 3, imported: 3, removed: 0 })
    expect(source.from).toEqual([{}, { at: "a" }])
    expect(Object.keys(await texts("cancelled"))).toEqual(["a", "b", "c"])
  })

  test("stopped by its signal, or begun again from the beginning", async () => {
    const stop = new AbortController()
    const source = tells("signalled", async function* ({ at }, aborted) {
      if (at === undefined) yield told("a", "First.")
      yield { type: "at", at: "a" }
      if (!stop.signal.aborted) stop.abort()
      aborted.throwIfAborted()
      yield END
    })
    expect(await run(source, { signal: stop.signal })).toMatchObject({ state: "stopped", imported: 1 })
    expect(await run(source, { again: true })).toMatchObject({ state: "done", imported: 0, unchanged: 1 })
    expect(source.from).toEqual([{}, {}])
  })

  test("begun for everybody and started again for agents alone, it begins anew: nothing of it stays public", async () => {
    let visibility: "public" | "internal" = "public"
    const source = tells("private", async function* ({ at }) {
      if (at === undefined) yield told("a", "First.", { visibility })
      yield { type: "at", at: "a" }
      if (visibility === "public") throw new SourceError("source-away", "It is away.")
      yield END
    })
    expect(await run(source, { config: { internal: false } })).toMatchObject({ state: "failed", imported: 1 })
    visibility = "internal"
    expect(await run(source, { config: { internal: true } })).toMatchObject({ state: "done", seen: 1, imported: 1 })
    expect(source.from).toEqual([{}, {}])
    expect(
      await knowledge.db.selectFrom("documents").select(["visibility"]).where("collection", "=", "private").execute()
    ).toEqual([{ visibility: "internal" }])
  })

  test("refused credentials and a cut connection end it with a sentence; what was told before holds, and is gone on from", async () => {
    const refused = new SourceError("source-refused", "The token isn't taken: make a new one.")
    let works = false
    const source = tells("refusing", async function* ({ at }) {
      if (at === undefined) yield told("a", "First.")
      yield { type: "at", at: "a" }
      if (!works) throw refused
      yield told("b", "Second.")
      yield END
    })
    expect(await run(source)).toMatchObject({ state: "failed", reason: refused.message, imported: 1 })
    expect(await lastImport("refusing")).toMatchObject({ state: "failed", reason: refused.message })
    works = true
    expect(await run(source)).toMatchObject({ state: "done", imported: 2, removed: 0 })
    expect((await lastImport("refusing")).reason).toBe(null)
  })

  test("taken over by another process, the one that gave no sign of life writes nothing more", async () => {
    const stands = gate()
    const first = run(
      tells("silent", async function* () {
        yield told("a", "From the first.")
        await stands.wait()
        yield told("b", "From the first.")
        yield END
      }),
      { staleAfter: 3_600_000 }
    )
    await stands.reached
    expect(await run(tells("silent", [told("a", "From the second."), END]), { staleAfter: 0 })).toMatchObject({
      state: "done",
      imported: 1
    })
    stands.release()
    await expect(first).rejects.toThrow(ImportError)
    await expect(first).rejects.toThrow(/^Another process has taken over the import of silent/)
    expect(await texts("silent")).toEqual({ a: "From the second." })
    expect(await lastImport("silent")).toMatchObject({ state: "done" })
  })

  test("what can't be taken is listed, keeps its former version, and doesn't stop the rest", async () => {
    await run(
      tells("failing", [
        told("a", "A."),
        told("b", "B."),
        told("prices-1", "One.", { path: "shop/prices.csv, row 1" }),
        told("c", "C."),
        END
      ])
    )
    const result = await run(
      tells("failing", [
        { type: "failed", path: "a.md", reason: "It can't be read." },
        { type: "failed", path: "elsewhere", reason: "It can't be read.", id: "b" },
        { type: "failed", path: "shop/prices.csv", reason: "It is locked." },
        told("d", "D."),
        told("e", " \n"),
        told("f", "A zero \0."),
        told("g", "G.", { url: "javascript:alert(1)" }),
        END
      ])
    )
    expect(result).toMatchObject({ state: "done", seen: 7, imported: 1, failed: 6, removed: 1 })
    expect(await texts("failing")).toEqual({ a: "A.", b: "B.", d: "D.", "prices-1": "One." })
    expect(await failures("failing")).toEqual({
      "a.md": "It can't be read.",
      elsewhere: "It can't be read.",
      "shop/prices.csv": "It is locked.",
      "e.md": "It has no text.",
      "f.md": "It holds a zero character, which no text does.",
      "g.md": "Its address is none that begins with http:// or https://."
    })
  })

  test("of two documents with one id the second is a failure that names the first, however far apart", async () => {
    const many = Array.from({ length: 450 }, (_, n) => told(`n${n}`, `Number ${n}.`))
    const result = await run(
      tells("same", [
        told("x", "First."),
        told("x", "At once.", { path: "at-once.md" }),
        ...many,
        told("x", "Late.", { path: "late.md" }),
        END
      ])
    )
    expect(result).toMatchObject({ imported: 451, failed: 2 })
    expect((await texts("same"))["x"]).toBe("First.")
    expect(await failures("same")).toEqual({
      "at-once.md": "It has the same id as x.md.",
      "late.md": "It has the same id as x.md."
    })
  })

  test.each([
    "Dear [PERSON_1],",
    "Mail \\[email\\_2\\] now.",
    "call（ＰＨＯＮＥ_1）".normalize("NFKC"),
    "PERSON_3 asked",
    "[**PERSON**_1]",
    "# [CARD_1]\n\nText."
  ])("live placeholder syntax is refused: %s", async (text) => {
    expect(
      await run(
        tells("placeholders", [told("live", text), told("gap", "Dear [a name], see [Card 1](https://x.example)."), END])
      )
    ).toMatchObject({ failed: 1 })
    expect(Object.keys(await texts("placeholders"))).toEqual(["gap"])
    expect((await failures("placeholders"))["live.md"]).toMatch(
      /^It holds ".*", which in a draft would become a value of the customer's ticket\. Write it in another way, such as "\[a name\]"\.$/
    )
  })
})

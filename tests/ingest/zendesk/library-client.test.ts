import { createRequire } from "node:module"
import { expect, test } from "vitest"
import { SourceError } from "../../../src/ingest/source/source.ts"
import type { ZendeskClient } from "../../../src/ingest/sources/zendesk/client.ts"
import { createLibraryClient } from "../../../src/ingest/sources/zendesk/library-client.ts"
import { never } from "../sources/server.ts"
import { crashes } from "./account.ts"

const require = createRequire(import.meta.url)

/**
 * Returns the paths of a module and of everything that it has loaded. Tests of other files load modules of their own
 * into the same process.
 */
function loadedBy(module: NodeJS.Module | undefined, seen = new Set<string>()): string[] {
  if (module && !seen.has(module.filename)) {
    seen.add(module.filename)
    for (const child of module.children) loadedBy(child, seen)
  }
  return [...seen]
}

function covered(get: (path: string) => Promise<unknown>) {
  const asked: string[] = []
  const client: ZendeskClient = {
    account: new URL("https://acme.zendesk.com"),
    now: () => 0,
    get: (path) => (asked.push(path), get(path)),
    async *pages() {
      throw new Error("not asked for")
    }
  }
  return { ...createLibraryClient(client), asked }
}

test("the library asks through our client, and its own transport is never loaded", async () => {
  const { macros, users, asked } = covered(async (path) =>
    path.startsWith("users") ? { users: [{ id: 1 }] } : { macros: [{ id: 7 }] }
  )
  expect([await macros(2, never()), await users(["1", "2"], never())]).toEqual([[{ id: 7 }], [{ id: 1 }]])
  expect(asked).toEqual(["macros.json?active=true&per_page=100&page=2", "users/show_many.json?ids=1,2"])
  const library = require.resolve("zendesk-node-api")
  expect(require.cache[library]).toBeDefined()
  expect(
    loadedBy(require.cache[library]).filter((path) =>
      /node_modules[\\/](?:request|tough-cookie|har-validator)[\\/]/.test(path)
    )
  ).toEqual([])
  expect(require.cache[createRequire(library).resolve("request")]).toBeUndefined()
})

test("two calls at once don't mix, and a fault comes out as it was", async () => {
  const gates = [Promise.withResolvers<unknown>(), Promise.withResolvers<unknown>()]
  let n = 0
  const { macros } = covered(() => gates[n++]?.promise ?? Promise.reject(new Error("no more")))
  const seen = crashes()
  const both = [macros(1, never()), macros(2, never())]
  const outcomes = Promise.allSettled(both)
  const fault = new SourceError("source-away", "busy")
  gates[1]?.reject(fault)
  gates[0]?.resolve({ macros: [1] })
  expect(await outcomes).toEqual([
    { status: "fulfilled", value: [1] },
    { status: "rejected", reason: fault }
  ])
  expect(seen).toEqual([])
})

test("what the library makes nothing of, our client reads, and says what is wrong with it", async () => {
  let n = 0
  const { macros, asked } = covered(async () => (++n === 1 ? null : { macros: [{ id: 1 }] }))
  expect(await macros(1, never())).toEqual([{ id: 1 }])
  expect(asked).toHaveLength(2)
  await expect(covered(async () => ({ macros: "none" })).macros(1, never())).rejects.toMatchObject({
    code: "source-unreadable"
  })
})

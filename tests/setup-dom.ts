import { webcrypto } from "node:crypto"
import * as streams from "node:stream/web"
import "fake-indexeddb/auto"
import { cleanup, configure } from "@testing-library/react"
import { IDBFactory } from "fake-indexeddb"
import { afterAll, afterEach } from "vitest"
import { emptyDocument } from "./shared-document.ts"

// As long as a busy machine may take: by itself it gives up after one second.
configure({ asyncUtilTimeout: 30_000 })

// What a browser has and a context of jsdom has not: its own crypto knows no keys.
Object.defineProperty(globalThis, "crypto", { value: webcrypto, configurable: true })
Object.assign(globalThis, streams)

// A popup closes itself: jsdom would end the timers of the whole file with it.
window.close = () => undefined

// Files share the document.
afterEach(cleanup)
afterAll(() => {
  emptyDocument()
  globalThis.indexedDB = new IDBFactory()
})

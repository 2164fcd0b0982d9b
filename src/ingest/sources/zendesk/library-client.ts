import { createRequire, Module } from "node:module"
import { SourceError } from "../../source/source.ts"
import { listIn, type ZendeskClient } from "./client.ts"

/**
 * The requests of this import that zendesk-node-api covers. This project's own client does the same behind the same
 * interface.
 */
export interface LibraryClient {
  /** Returns one page of a hundred active macros. Pages are counted from 1. */
  macros(page: number, signal: AbortSignal): Promise<unknown[]>
  /** Returns at most a hundred people. */
  users(ids: readonly string[], signal: AbortSignal): Promise<unknown[]>
}

/** Uses the library, and this project's own client if the library can't read a response. */
export function createLibraryClient(client: ZendeskClient): LibraryClient {
  const [library, own] = [byLibrary(client), byClient(client)]
  return {
    macros: async (page, signal) =>
      (await library(({ macros }) => macros.list(`active=true&per_page=100&page=${page}`), signal)) ??
      own.macros(page, signal),
    users: async (ids, signal) =>
      (await library(({ users }) => users.showMany(ids.join(",")), signal)) ?? own.users(ids, signal)
  }
}

function byClient(client: ZendeskClient): LibraryClient {
  return {
    macros: async (page, signal) =>
      listIn(await client.get(`macros.json?active=true&per_page=100&page=${page}`, signal), "macros"),
    users: async (ids, signal) => listIn(await client.get(`users/show_many.json?ids=${ids.join(",")}`, signal), "users")
  }
}

/**
 * Contains everything about zendesk-node-api (docs/decisions gives the reasons). On its own, the library crashes the
 * process on a response that isn't JSON, reports no status and has no timeout. Its transport, `request`, is therefore
 * never loaded. This project's client sends the requests instead, with its own credentials, retries and timeouts, and
 * the library receives only JSON. A failed call is recognised by the error that the client threw.
 */
function byLibrary(client: ZendeskClient) {
  return async (
    call: (library: Library) => PromiseLike<unknown>,
    signal: AbortSignal
  ): Promise<unknown[] | undefined> => {
    const make = load()
    if (!make) return undefined
    const name = `${++last}.library.invalid`
    const exchange: Exchange = { ask: (path) => client.get(path, signal) }
    open.set(name, exchange)
    try {
      const given = await call(make({ url: `https://${name}`, email: "nobody", token: "none" }))
      if (exchange.fault !== undefined) throw exchange.fault
      return Array.isArray(given) ? given : undefined
    } catch (error) {
      if (error instanceof SourceError || signal.aborted) throw error
      // The library itself failed over the response. The own client reads it then and reports what is wrong with it.
      return undefined
    } finally {
      open.delete(name)
    }
  }
}

interface Library {
  macros: { list(query: string): PromiseLike<unknown> }
  users: { showMany(ids: string): PromiseLike<unknown> }
}
type Make = (config: { url: string; email: string; token: string }) => Library
interface Exchange {
  ask(path: string): Promise<unknown>
  fault?: unknown
}

let last = 0
const open = new Map<string, Exchange>()
let loaded: { make: Make | undefined } | undefined

function load(): Make | undefined {
  loaded ??= { make: withStub(createRequire(import.meta.url)) }
  return loaded.make
}

/**
 * Loads the library with the stub transport. Returns undefined if it isn't installed. If it has changed, a warning is
 * emitted.
 */
function withStub(require: NodeJS.Require): Make | undefined {
  const transport = transportIn(require)
  if (transport === undefined) return undefined
  const before = require.cache[transport]
  try {
    const stub = new Module(transport)
    Object.assign(stub, { exports: transportFor, loaded: true })
    require.cache[transport] = stub
    const exported: unknown = require("zendesk-node-api")
    const make = isMake(exported) ? exported : undefined
    // The library loads its transport when it is first called.
    make?.({ url: "https://nobody.invalid", email: "nobody", token: "none" })
    return make
  } catch (error) {
    process.emitWarning(`zendesk-node-api can't be used (${String(error)}): Zendesk is asked without it.`)
    return undefined
  } finally {
    if (before) require.cache[transport] = before
    else delete require.cache[transport]
  }
}

function transportIn(require: NodeJS.Require): string | undefined {
  try {
    return createRequire(require.resolve("zendesk-node-api")).resolve("request")
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND") return undefined
    throw error
  }
}

const isMake = (made: unknown): made is Make => typeof made === "function"

/** Replaces `request(options, callback)`. */
function transportFor({ url }: { url: string }, callback: (error: null, response: object, body: string) => void): void {
  const { host, pathname, search } = new URL(url)
  const exchange = open.get(host)
  const path = `${pathname.replace(/^\/api\/v2\/+/, "")}${search}`
  const asked =
    exchange?.ask(path) ??
    Promise.reject(new SourceError("source-unreadable", "The library asked when it had nothing to ask."))
  void asked.then(
    (answer) => callback(null, {}, JSON.stringify(answer)),
    (fault: unknown) => {
      if (exchange) exchange.fault = fault
      callback(null, {}, "{}")
    }
  )
}

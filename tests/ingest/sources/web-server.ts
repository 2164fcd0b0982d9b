import { onTestFinished } from "vitest"
import { createWebClient, type WebClient, type WebOptions } from "../../../src/ingest/sources/web/web-client.ts"
import { fakeClock } from "./server.ts"

export function webOf(options: WebOptions = {}): WebClient {
  const web = createWebClient({ allowHosts: ["127.0.0.1", "localhost"], clock: fakeClock(), ...options })
  onTestFinished(() => web.close())
  return web
}

export const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

import { afterEach, expect, test, vi } from "vitest"
import { unmaskedBody } from "../../../src/copilot/relay-client/egress.ts"
import { createRelayClient, sendFile } from "../../../src/copilot/relay-client/relay-client.ts"
import { API_VERSION } from "../../../src/protocol/relay.ts"

afterEach(() => vi.unstubAllGlobals())

/** What leaves, and an answer of a relay to it. */
function network() {
  const asked: string[] = []
  const answer = vi.fn(async (url: URL) => {
    asked.push(url.href)
    return Response.json({
      name: "replywright",
      api: API_VERSION,
      version: "0.1.0",
      ok: true,
      database: "ok",
      model: null,
      documents: 1
    })
  })
  vi.stubGlobal("fetch", answer)
  vi.stubGlobal(
    "XMLHttpRequest",
    class {
      constructor() {
        asked.push("a request that tells its progress")
      }
      upload = { addEventListener: () => undefined }
      addEventListener = () => undefined
      setRequestHeader = () => undefined
      open = (_method: string, url: URL) => void asked.push(url.href)
      send = () => undefined
    }
  )
  return asked
}
const nobody = { token: () => "token-1" }
const { signal } = new AbortController()

test.each([
  "http://relay.example.com",
  "http://10.0.0.5:8787",
  "http://[::1]:8787",
  "http://127.0.0.1.evil.example",
  "ftp://127.0.0.1"
])("%s is never asked: who is on that way could read along", async (address) => {
  const asked = network()
  await expect(createRelayClient(address, nobody).me(signal)).rejects.toMatchObject({ code: "unsafe-address" })
  await expect(
    sendFile({ address, token: "token-1" }, new File(["x"], "x.md"), false, () => undefined, signal)
  ).rejects.toMatchObject({ code: "unsafe-address" })
  expect(asked.filter((url) => url.startsWith("http"))).toEqual([])
})

test("a path that leads elsewhere is not gone: only the relay's own origin is asked", async () => {
  const asked = network()
  const client = createRelayClient("https://relay.example.com", nobody)
  for (const path of [
    "//evil.example/v1/drafts",
    "https://evil.example/",
    "http://relay.example.com/v1/drafts",
    "https://relay.example.com:444/"
  ]) {
    await expect(client.ask(path, unmaskedBody("pairing", {}), signal).next()).rejects.toMatchObject({
      code: "foreign-address"
    })
  }
  expect(asked).toEqual([])
  for (const address of ["https://relay.example.com", "http://127.0.0.1:8787"])
    await createRelayClient(address, nobody).health(signal)
  expect(asked).toEqual(["https://relay.example.com/v1/health", "http://127.0.0.1:8787/v1/health"])
})

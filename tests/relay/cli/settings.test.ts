import { availableParallelism } from "node:os"
import { expect, test } from "vitest"
import { StartError } from "../../../src/runtime/problem.ts"
import { readSettings } from "../../../src/runtime/settings.ts"

test("without settings: loopback's port, ninety days, no model, an embedded database", () => {
  expect(readSettings({ XDG_DATA_HOME: "/data" })).toMatchObject({
    port: 8787,
    hosts: [],
    retentionDays: 90,
    model: undefined,
    databaseUrl: undefined
  })
  expect(readSettings({ REPLYWRIGHT_DATA: "/somewhere", RELAY_PORT: "", MODEL_BASE_URL: "  " })).toMatchObject({
    data: "/somewhere",
    port: 8787,
    model: undefined
  })
})

test("what is set is read", () => {
  expect(
    readSettings({
      MODEL_BASE_URL: "http://127.0.0.1:11434/v1",
      MODEL_NAME: "llama",
      MODEL_API_KEY: "sk-1",
      RELAY_PORT: "9000",
      RELAY_HOSTS: "Relay.Example.com, other.example",
      DATABASE_URL: "postgresql://u:p@db/x",
      RETENTION_DAYS: "30"
    })
  ).toMatchObject({
    model: { baseUrl: "http://127.0.0.1:11434/v1", name: "llama", apiKey: "sk-1" },
    port: 9000,
    hosts: ["relay.example.com", "other.example"],
    databaseUrl: "postgresql://u:p@db/x",
    retentionDays: 30
  })
})

test.each([
  ["MODEL_BASE_URL", "localhost:11434", /^MODEL_BASE_URL must be the address .*http:/],
  ["MODEL_API_KEY", "two words", /^MODEL_API_KEY must be one word/],
  ["MODEL_NAME", "llama", /^MODEL_NAME is set but MODEL_BASE_URL is not: set it .*, or unset MODEL_NAME\.$/],
  ["RELAY_PORT", "87870", /^RELAY_PORT must be a port between 1 and 65535/],
  ["RELAY_HOSTS", "https://relay.example.com", /^RELAY_HOSTS must be host names .* without http/],
  ["RELAY_LISTEN", "relay.example.com", /^RELAY_LISTEN must be an address of this machine without a port/],
  ["RELAY_LISTEN", "10.0.0.5:8787", /^RELAY_LISTEN must be an address of this machine without a port/],
  [
    "RELAY_LISTEN",
    "0.0.0.0",
    /^RELAY_LISTEN lets other machines come, but RELAY_HOSTS is not set: .*\nRELAY_LISTEN lets other machines come, so HTTPS must stand before the relay: give .* RELAY_PROXIES.* RELAY_INSECURE_LISTEN=yes does without/
  ],
  ["RELAY_PROXIES", "proxy.example.com", /^RELAY_PROXIES must be addresses or subnets/],
  ["RELAY_PROXIES", "10.0.0.0/33", /^RELAY_PROXIES must be addresses or subnets/],
  ["RELAY_INSECURE_LISTEN", "true", /^RELAY_INSECURE_LISTEN must be yes, or not set at all/],
  ["DATABASE_URL", "mysql://x", /^DATABASE_URL must look like postgresql:/],
  ["DATABASE_READ_URL", "postgresql://replica/x", /^DATABASE_READ_URL is set but DATABASE_URL is not/],
  ["RELAY_WORKERS", "0", /^RELAY_WORKERS must be a number of processes between 1 and 32/],
  ["RETENTION_DAYS", "0", /^RETENTION_DAYS must be a number of days/]
])("%s=%s is one sentence that says what to do", (name, value, sentence) => {
  expect(() =>
    readSettings({ ...(name === "MODEL_API_KEY" && { MODEL_BASE_URL: "http://x" }), [name]: value })
  ).toThrow(sentence)
})

test("what stands in a file with line ends of Windows, or with spaces, is read without them", () => {
  expect(
    readSettings({
      MODEL_BASE_URL: "http://127.0.0.1:11434/v1\r",
      MODEL_NAME: "llama ",
      MODEL_API_KEY: " sk-1\r",
      REPLYWRIGHT_DATA: "/somewhere\r",
      RELAY_PORT: "9000\r",
      DATABASE_URL: " postgresql://u:p@db/x\r"
    })
  ).toMatchObject({
    model: { baseUrl: "http://127.0.0.1:11434/v1", name: "llama", apiKey: "sk-1" },
    data: "/somewhere",
    port: 9000,
    databaseUrl: "postgresql://u:p@db/x"
  })
})

test("an address of a database is read by the mode of TLS that holds", () => {
  const read = (url: string) => readSettings({ DATABASE_URL: url }).databaseUrl
  expect(read("postgresql://u:p@db/x?sslmode=require&a=1")).toBe("postgresql://u:p@db/x?sslmode=verify-full&a=1")
  expect(read("postgresql://db/x?sslmode=no-verify")).toBe("postgresql://db/x?sslmode=no-verify")
  const asLibpq = "postgresql://db/x?uselibpqcompat=true&sslmode=require"
  expect(read(asLibpq)).toBe(asLibpq)
})

test("other machines may come where HTTPS stands before the relay, or where it is said that it needn't", () => {
  const open = { RELAY_LISTEN: "10.0.0.5", RELAY_HOSTS: "relay.example.com" }
  expect(readSettings({})).toMatchObject({ listen: "127.0.0.1", proxies: [], insecure: false })
  expect(readSettings({ ...open, RELAY_PROXIES: "10.0.0.2, fd00::/64" })).toMatchObject({
    listen: "10.0.0.5",
    proxies: ["10.0.0.2", "fd00::/64"],
    insecure: false
  })
  expect(readSettings({ ...open, RELAY_INSECURE_LISTEN: "yes" })).toMatchObject({ insecure: true })
  expect(readSettings({ RELAY_LISTEN: "127.0.0.5" })).toMatchObject({ listen: "127.0.0.5" })
  expect(() => readSettings(open)).toThrow(/RELAY_PROXIES/)
  expect(() => readSettings({ ...open, RELAY_INSECURE_LISTEN: "yes", RELAY_HOSTS: "" })).toThrow(
    /RELAY_HOSTS is not set/
  )
})

test("all mistakes are told at once, and no value is repeated", () => {
  try {
    readSettings({ RELAY_PORT: "x", DATABASE_URL: "secret-address", MODEL_API_KEY: "secret-key" })
    expect.unreachable()
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    expect(error).toMatchObject({ code: "settings", exitCode: 2 })
    expect(error.message.split("\n").map((sentence) => sentence.split(" ")[0])).toEqual([
      "RELAY_PORT",
      "DATABASE_URL",
      "MODEL_API_KEY"
    ])
    expect(error.message).not.toContain("secret")
  }
})

test("one process with the embedded database, and with a server one a core, at most four", () => {
  const DATABASE_URL = "postgresql://u:p@db/x"
  expect(readSettings({}).workers).toBe(1)
  expect(readSettings({ DATABASE_URL }).workers).toBe(Math.min(4, availableParallelism()))
  expect(readSettings({ DATABASE_URL, RELAY_WORKERS: "6" }).workers).toBe(6)
})

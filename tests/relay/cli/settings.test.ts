import { expect, test } from "vitest"
import { StartError } from "../../../src/relay/problem.ts"
import { readSettings } from "../../../src/relay/settings.ts"

test("without settings: loopback's port, ninety days, no model, an embedded database", () => {
  expect(readSettings({ XDG_DATA_HOME: "/data" })).toMatchObject({ port: 8787, hosts: [], retentionDays: 90, model: undefined, databaseUrl: undefined })
  expect(readSettings({ REPLYWRIGHT_DATA: "/somewhere", RELAY_PORT: "", MODEL_BASE_URL: "  " })).toMatchObject({ data: "/somewhere", port: 8787, model: undefined })
})

test("what is set is read", () => {
  expect(
    readSettings({
      MODEL_BASE_URL: "http://127.0.0.1:11434/v1", MODEL_NAME: "llama", MODEL_API_KEY: "sk-1", RELAY_PORT: "9000", RELAY_HOSTS: "Relay.Example.com, other.example",
      DATABASE_URL: "postgresql://u:p@db/x", RETENTION_DAYS: "30"
    })
  ).toMatchObject({
    model: { baseUrl: "http://127.0.0.1:11434/v1", name: "llama", apiKey: "sk-1" }, port: 9000, hosts: ["relay.example.com", "other.example"],
    databaseUrl: "postgresql://u:p@db/x", retentionDays: 30
  })
})

test.each([
  ["MODEL_BASE_URL", "localhost:11434", /^MODEL_BASE_URL must be the address .*http:/],
  ["MODEL_API_KEY", "two words", /^MODEL_API_KEY must be one word/],
  ["MODEL_NAME", "llama", /^MODEL_NAME is set but MODEL_BASE_URL is not: set it .*, or unset MODEL_NAME\.$/],
  ["RELAY_PORT", "87870", /^RELAY_PORT must be a port between 1 and 65535/],
  ["RELAY_HOSTS", "https://relay.example.com", /^RELAY_HOSTS must be host names .* without http/],
  ["DATABASE_URL", "mysql://x", /^DATABASE_URL must look like postgresql:/],
  ["RETENTION_DAYS", "0", /^RETENTION_DAYS must be a number of days/]
])("%s=%s is one sentence that says what to do", (name, value, sentence) => {
  expect(() => readSettings({ ...(name === "MODEL_API_KEY" && { MODEL_BASE_URL: "http://x" }), [name]: value })).toThrow(sentence)
})

test("all mistakes are told at once, and no value is repeated", () => {
  try {
    readSettings({ RELAY_PORT: "x", DATABASE_URL: "secret-address", MODEL_API_KEY: "secret-key" })
    expect.unreachable()
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    expect(error).toMatchObject({ code: "settings", exitCode: 2 })
    expect(error.message.split("\n").map((sentence) => sentence.split(" ")[0])).toEqual(["RELAY_PORT", "DATABASE_URL", "MODEL_API_KEY"])
    expect(error.message).not.toContain("secret")
  }
})

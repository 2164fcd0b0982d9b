import { afterAll, beforeAll, expect, test } from "vitest"
import { startRelay, type RunningRelay } from "../../../src/relay/server/start.ts"
import { startDatabases } from "../../storage/help/databases.ts"
import { runCommand } from "../cli/run-command.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { Client } from "../help/client.ts"
import { SIGN_IN } from "./provisioning.ts"

const { folder, remove } = temporaryFolder()
let databases: Awaited<ReturnType<typeof startDatabases>>
let relay: RunningRelay
let environment: Record<string, string>
beforeAll(async () => {
  databases = await startDatabases()
  environment = { DATABASE_URL: await databases.createReady("scim"), REPLYWRIGHT_DATA: folder, RELAY_PORT: "0" }
  relay = await startRelay({ ...environment, ...SIGN_IN, RELAY_WORKERS: "1" })
})
afterAll(async () => {
  await relay?.close()
  await databases?.stop()
  remove()
})

test("a token is shown once, lets the provisioning in, and nothing after it was revoked", async () => {
  expect(await runCommand("scim", ["list"], environment)).toBe("There is no token.")
  const [, id = "", token = ""] =
    /Token (\S+), .*: (\S+)/.exec(await runCommand("scim", ["new-token"], environment)) ?? []
  const client = new Client(relay.url)
  client.token = token
  expect((await client.fetch("/v1/scim/Users")).status).toBe(200)
  const list = await runCommand("scim", ["list"], environment)
  expect([list.includes(id), list.includes(token), /used \d{4}/.test(list)]).toEqual([true, false, true])
  expect(await runCommand("scim", ["revoke", id], environment)).toBe("The token is revoked.")
  expect((await client.fetch("/v1/scim/Users")).status).toBe(401)
  await expect(runCommand("scim", ["revoke", id], environment)).rejects.toThrow("no valid token")
  await expect(runCommand("scim", ["revoke", "x"], environment)).rejects.toThrow("no valid token")
  const audit = await relay.db
    .selectFrom("audit")
    .select(["action", "machine"])
    .where("action", "like", "scim-%")
    .execute()
  expect(audit.map(({ action, machine }) => [action, machine !== null])).toEqual([
    ["scim-token-made", true],
    ["scim-token-revoked", true]
  ])
})

test.each([[[]], [["list", "x"]], [["revoke"]], [["drop"]]])("says how it is used: %j", async (args) => {
  await expect(runCommand("scim", args, environment)).rejects.toThrow("Say what to do")
})

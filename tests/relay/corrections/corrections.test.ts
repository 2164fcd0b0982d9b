import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { removeCorrections, saveCorrections } from "../../../src/relay/helpdesk-pages/stored-corrections.ts"
import { signer, SUBJECT } from "../../signed-corrections.ts"
import { asked } from "../admin/ask.ts"
import { Client } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { CORRECTIONS_HEADER, correctionsAnswer } from "../../../src/protocol/routes/helpdesk-pages.ts"
import { statusAnswer } from "../../../src/protocol/routes/server.ts"

const own = signer()
let relay: TestRelay
let [tom, ada] = [new Client(""), new Client("")]
beforeAll(async () => {
  relay = await openRelay()
  ;[tom, ada] = [await Client.paired(relay, "Tom"), await Client.paired(relay, "Ada", "admin")]
})
afterAll(() => relay?.close())
beforeEach(async () => {
  await relay.db.deleteFrom("settings").where("key", "like", "corrections%").execute()
})

const now = new Date()
const save = (file: unknown) => saveCorrections(relay.db, typeof file === "string" ? file : JSON.stringify(file), now)
const answer = () => asked(correctionsAnswer, tom.fetch("/v1/corrections"))
const versionTold = async () => Number((await tom.fetch("/v1/me")).headers.get(CORRECTIONS_HEADER))
const status = async () => (await asked(statusAnswer, ada.fetch("/v1/admin/status"))).corrections

test("a file is handed out as it was signed, each answer names its version, and the status counts by helpdesk", async () => {
  expect([await answer(), await versionTold(), await status()]).toEqual([{ version: 0, file: null }, 0, undefined])
  const file = own.sign(3, [SUBJECT, { ...SUBJECT, name: "thread" }, { ...SUBJECT, helpdesk: "redmine" }])
  await save(file)
  expect(await answer()).toEqual({ version: 1, file })
  expect(await versionTold()).toBe(1)
  expect(await status()).toEqual({
    serial: 3,
    made: "2026-11-25",
    helpdesks: [
      { helpdesk: "freescout", corrections: 2 },
      { helpdesk: "redmine", corrections: 1 }
    ]
  })
  await save(file)
  expect(await versionTold()).toBe(1)
})

test("a file that is taken out has a version too, so that browsers learn of it", async () => {
  await save(own.sign(3))
  expect(await removeCorrections(relay.db, now)).toBe(true)
  expect(await answer()).toEqual({ version: 2, file: null })
  expect(await status()).toBeUndefined()
  expect(await removeCorrections(relay.db, now)).toBe(false)
})

test.each([
  ["no JSON", "{", "signed"],
  ["corrections without a signature", { payload: own.sign(1).payload }, "signed"],
  ["something more", { ...own.sign(1), more: 1 }, "signed"],
  ["a cut signature", { ...own.sign(1), signature: own.sign(1).signature.slice(0, 80) }, "signed"],
  ["a selector that is too long", own.sign(1, [{ ...SUBJECT, selector: "a".repeat(301) }]), "corrections.0.selector"],
  ["another format", own.sign(1, [SUBJECT], { format: 2 }), "format"],
  ["a selector twice", own.sign(1, [SUBJECT, SUBJECT]), "twice"],
  ["a payload that is no JSON", own.signText("{"), "no JSON"],
  ["too many letters", `${JSON.stringify(own.sign(1))}${" ".repeat(65_536)}`, "65536"]
])("a file with %s isn't stored, and a sentence says why", async (_what, file, sentence) => {
  await expect(save(file)).rejects.toMatchObject({
    code: "bad-corrections",
    message: expect.stringContaining(sentence)
  })
  expect(await answer()).toEqual({ version: 0, file: null })
})

test("a file with a lower serial than the stored one is refused at once", async () => {
  await save(own.sign(3))
  await expect(save(own.sign(2))).rejects.toMatchObject({ code: "older-corrections" })
  expect((await answer()).file).toEqual(own.sign(3))
})

test("nobody reads it without a sign-in", async () => {
  expect((await new Client(tom.url).fetch("/v1/corrections")).status).toBe(401)
})

import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { generateKeyPairSync } from "node:crypto"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeEach, expect, test } from "vitest"
import { runCorrections } from "../../scaffold/corrections/run-corrections.ts"
import { verifyCorrections } from "../../src/copilot/session/team-corrections.ts"
import { fs } from "../../src/helpdesks/freescout/selectors.ts"
import { SUBJECT } from "../signed-corrections.ts"
import { signedCorrections } from "../../src/protocol/routes/helpdesk-pages.ts"

const folder = mkdtempSync(join(tmpdir(), "replywright-corrections-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let at = 0
let place = ""
beforeEach(() => (place = join(folder, String(at++))))

const run = async (...args: string[]) => {
  const lines: string[] = []
  const code = await runCorrections(args, (line) => lines.push(line))
  return { code, lines }
}
const keys = async () => {
  const { lines } = await run("correction-keys", place)
  return { pem: join(place, "corrections-key.pem"), key: lines.at(-1) ?? "" }
}
const fix = (corrections: unknown = [SUBJECT], more: object = {}) => {
  const file = join(folder, `fix-${at++}.json`)
  writeFileSync(file, JSON.stringify({ format: 1, serial: 4, made: "2026-11-26", corrections, ...more }, null, 2))
  return file
}

test("a file that was signed here is accepted by browsers with the key that was printed", async () => {
  const { pem, key } = await keys()
  expect(readFileSync(join(place, "corrections-key.pub"), "utf8")).toBe(`${key}\n`)
  const file = fix()
  const table = { ...fs }
  expect((await run("sign-corrections", file, "--key", pem)).code).toBe(0)
  expect(fs).toEqual(table)
  const signed = signedCorrections.parse(JSON.parse(readFileSync(file.replace(".json", ".signed.json"), "utf8")))
  expect(await verifyCorrections(signed, [key])).toMatchObject({ state: "signed", serial: 4, corrections: [SUBJECT] })
})

test("the private key is its owner's alone, and keys are never overwritten", async () => {
  const { pem } = await keys()
  expect(statSync(pem).mode & 0o777).toBe(0o600)
  const before = readFileSync(pem, "utf8")
  await expect(keys()).rejects.toThrow("There are keys in")
  expect(readFileSync(pem, "utf8")).toBe(before)
})

test.each([
  ["a marker of a note", [{ ...SUBJECT, name: "isNote" }], "may not be corrected; these may: conversation, thread"],
  ["a helpdesk without any", [{ ...SUBJECT, helpdesk: "chatwoot" }], "nothing of this helpdesk may"],
  ["no selector", [{ ...SUBJECT, selector: "div >" }], "freescout subject is no selector"],
  ["the same twice", [SUBJECT, SUBJECT], "corrected twice"],
  ["a selector that is too long", [{ ...SUBJECT, selector: "a".repeat(301) }], "corrections.0.selector"]
])("%s is named and not signed", async (_what, corrections, sentence) => {
  const { pem } = await keys()
  const file = fix(corrections)
  await expect(run("sign-corrections", file, "--key", pem)).rejects.toThrow(sentence)
  expect(existsSync(file.replace(".json", ".signed.json"))).toBe(false)
})

test("another kind of key, and a file that is none, are named", async () => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
  const other = join(folder, "other.pem")
  writeFileSync(other, privateKey.export({ type: "pkcs8", format: "pem" }))
  await expect(run("sign-corrections", fix(), "--key", other)).rejects.toThrow("no Ed25519 key")
  await expect(run("sign-corrections", fix(), "--key", fix())).rejects.toThrow("no private key")
  await expect(run("sign-corrections", join(folder, "none.json"), "--key", other)).rejects.toThrow("can't be read")
  expect((await run("sign-corrections", fix())).code).toBeUndefined()
})

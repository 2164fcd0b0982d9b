import { expect, test } from "vitest"
import { verifyCorrections } from "../../../src/copilot/session/team-corrections.ts"
import { signer, SUBJECT } from "../../signed-corrections.ts"
import { CORRECTION_LIMITS } from "../../../src/protocol/routes/helpdesk-pages.ts"

const own = signer()
const other = signer()
const stateOf = async (file: Parameters<typeof verifyCorrections>[0], keys = [own.key]) =>
  (await verifyCorrections(file, keys)).state

test("a file signed by one of the keys is read as it was signed", async () => {
  expect(await verifyCorrections(own.sign(7), [other.key, own.key])).toEqual({
    state: "signed",
    key: own.key,
    format: 1,
    serial: 7,
    made: "2026-11-25",
    corrections: [SUBJECT]
  })
})

test("another key, a changed letter, a cut text or signature: nothing of the file is taken", async () => {
  const file = own.sign(7)
  expect(await stateOf(file, [other.key])).toBe("bad-signature")
  expect(await stateOf({ ...file, payload: file.payload.replace(".title", ".titlf") })).toBe("bad-signature")
  expect(await stateOf({ ...file, payload: file.payload.slice(0, -1) })).toBe("bad-signature")
  expect(await stateOf({ ...file, payload: `${file.payload} ` })).toBe("bad-signature")
  expect(await stateOf({ ...file, signature: other.sign(7).signature })).toBe("bad-signature")
  expect(await stateOf({ ...file, signature: file.signature.slice(0, 84) })).toBe("bad-signature")
})

test("without a key, or with one that is none, it is said which", async () => {
  expect(await stateOf(own.sign(7), [])).toBe("no-key")
  for (const wrong of ["abc", own.key.slice(1), `${own.key}=`, "-----BEGIN PUBLIC KEY-----"])
    expect(await stateOf(own.sign(7), [wrong])).toBe("bad-key")
})

test("a mistake in one key, in whichever place, leaves the others as they are", async () => {
  const noPoint = Buffer.alloc(32, 0xff).toString("base64")
  for (const wrong of [noPoint, "abc"])
    for (const keys of [
      [wrong, own.key],
      [own.key, wrong]
    ]) {
      expect(await stateOf(own.sign(7), keys)).toBe("signed")
      expect(await stateOf(other.sign(7), keys)).toBe("bad-signature")
    }
  expect(await stateOf(own.sign(7), [noPoint])).toMatch(/^bad-/)
})

const many = (n: number) => Array.from({ length: n }, (_, at) => ({ ...SUBJECT, name: `part${at}` }))
test.each([
  ["another format", own.sign(1, [SUBJECT], { format: 2 })],
  ["a serial that is no number", own.sign(1, [SUBJECT], { serial: "1" })],
  ["no serial at all", own.sign(0)],
  ["a day that is none", own.sign(1, [SUBJECT], { made: "yesterday" })],
  ["something more", own.sign(1, [SUBJECT], { script: "x" })],
  ["a correction with something more", own.sign(1, [{ ...SUBJECT, html: "x" } as typeof SUBJECT])],
  ["too many corrections", own.sign(1, many(CORRECTION_LIMITS.corrections + 1))],
  ["a selector that is too long", own.sign(1, [{ ...SUBJECT, selector: "a".repeat(CORRECTION_LIMITS.selector + 1) }])],
  ["an empty selector", own.sign(1, [{ ...SUBJECT, selector: "" }])],
  ["a selector that is corrected twice", own.sign(1, [SUBJECT, { ...SUBJECT, selector: "h1" }])],
  ["a text that is too long", own.signText(`${own.sign(1).payload}${" ".repeat(CORRECTION_LIMITS.file)}`)],
  ["no JSON", own.signText("{")]
])("a file with %s is refused, though its signature is right", async (_what, file) => {
  expect(await stateOf(file)).toBe("bad-file")
})

test("as many corrections, and as long ones, as are allowed are read", async () => {
  const most = many(CORRECTION_LIMITS.corrections)
  expect(await stateOf(own.sign(1, most))).toBe("signed")
  const longest = { ...SUBJECT, selector: "a".repeat(CORRECTION_LIMITS.selector) }
  expect(await stateOf(own.sign(1, [longest]))).toBe("signed")
})

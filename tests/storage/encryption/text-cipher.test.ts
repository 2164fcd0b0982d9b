import { randomBytes, randomInt } from "node:crypto"
import { expect, test } from "vitest"
import { masterKeyOf } from "../../../src/storage/encryption/master-key.ts"
import { TextCipher } from "../../../src/storage/encryption/text-cipher.ts"

function sealing(...keys: ReturnType<typeof masterKeyOf>[]) {
  const cipher = new TextCipher(keys)
  cipher.startSealing(randomBytes(32))
  return cipher
}
const [first, second] = [masterKeyOf(randomBytes(32)), masterKeyOf(randomBytes(32))]
const TEXT = "Where is the blue lamp of [PERSON_1]? 日本語 🙂"

function withFlippedBit(bytes: Buffer): Buffer {
  const flipped = Buffer.from(bytes)
  const at = randomInt(flipped.length)
  flipped[at] = (flipped[at] ?? 0) ^ (1 << randomInt(8))
  return flipped
}

test("of 2,000 flipped bits in texts and keys none is accepted", () => {
  const cipher = sealing(first)
  let accepted = 0
  for (let n = 0; n < 2000; n++) {
    const key = cipher.newKey("drafts 1")
    const sealed = Buffer.from(key.seal("request", TEXT), "base64")
    const wrapped = key.wrapped ?? Buffer.alloc(0)
    const [text, own] = n % 2 === 0 ? [withFlippedBit(sealed), wrapped] : [sealed, withFlippedBit(wrapped)]
    try {
      cipher.keyOf("drafts 1", own).open("request", text.toString("base64"))
      accepted++
    } catch (error) {
      expect(error).toMatchObject({ code: expect.stringMatching(/^text-(?:altered|sealed)$/) })
    }
  }
  expect(accepted).toBe(0)
})

test("a text opens in its own row and place only, and so does a key", () => {
  const cipher = sealing(first)
  const key = cipher.newKey("drafts 1")
  const sealed = key.seal("request", TEXT)
  expect(cipher.keyOf("drafts 1", key.wrapped).open("request", sealed)).toBe(TEXT)
  expect(() => key.open("subject", sealed)).toThrow("was changed outside")
  expect(() => cipher.keyOf("drafts 2", key.wrapped)).toThrow("was changed outside")
  expect(() => cipher.newKey("drafts 1").open("request", sealed)).toThrow("was changed outside")
  expect(() => key.open("request", sealed.slice(0, 8))).toThrow("was changed outside")
})

test("equal texts are never stored alike", () => {
  const key = sealing(first).newKey("drafts 1")
  expect(new Set(Array.from({ length: 100 }, () => key.seal("request", TEXT))).size).toBe(100)
})

test("with a new key in front the former one still opens; without it a sentence names the key that is missing", () => {
  const key = sealing(first).newKey("drafts 1")
  const sealed = key.seal("request", TEXT)
  expect(sealing(second, first).keyOf("drafts 1", key.wrapped).open("request", sealed)).toBe(TEXT)
  expect(() => sealing(second).keyOf("drafts 1", key.wrapped)).toThrow(`the master key ${first.id}, which`)
})

test("rows without a key stay in clear, and so does what is stored before a relay encrypts", () => {
  const cipher = new TextCipher([first])
  const key = cipher.newKey("drafts 1")
  expect([key.wrapped, key.seal("request", TEXT)]).toEqual([null, TEXT])
  cipher.startSealing(randomBytes(32))
  expect(cipher.keyOf("drafts 1", null).open("request", TEXT)).toBe(TEXT)
})

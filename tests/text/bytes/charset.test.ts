import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { decodeText } from "../../../src/attachments/plain/read-plain.ts"
import { wholeText } from "../../../src/ingest/formats/common/text.ts"
import { charsetOf } from "../../../src/text/bytes/charset.ts"
import { encodeAs } from "../../ingest/formats/encode.ts"

const knowledge = join(import.meta.dirname, "../../../demo/knowledge")
const words = (language: string) =>
  readdirSync(join(knowledge, language), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .flatMap((file) => readFileSync(join(knowledge, language, file), "utf8").split(/\s+/))
    .filter((word) => /[^\0-\x7f]/.test(word))

test.each([
  ["de", "windows-1252"],
  ["fr", "windows-1252"],
  ["es", "windows-1252"],
  ["pt", "windows-1252"]
])("every single word of %s in %s is read in its own letters", (language, charset) => {
  for (const word of words(language)) expect(charsetOf(encodeAs(charset, word)), word).toBe(charset)
})

test.each(["shift_jis", "euc-jp"])(
  "a single word of Japanese in %s is read, or refused, and never as another's",
  (charset) => {
    for (const word of words("ja")) expect([charset, undefined], word).toContain(charsetOf(encodeAs(charset, word)))
  }
)

test.each(["utf-16le", "utf-16be"])("a mail in Japanese that says it is %s is read", (charset) => {
  const text = "注文番号を教えてください。\n注文は届いていません。"
  expect(decodeText(encodeAs(charset, text), charset)).toBe(text)
})

test("an imported file and a customer's are the same text", () => {
  const russian = "Заказ не пришёл, верните деньги"
  const chinese = "如果包裹在十四天内没有送达，请联系我们的客服团队，我们会为您重新发货或退款。"
  const all: [charset: string, text: string][] = [
    ["windows-1251", russian],
    ["koi8-r", russian],
    ["utf-16le", "Grüße aus Köln, und viel mehr davon"],
    ["utf-16be", "Grüße aus Köln, und viel mehr davon"],
    ["gb18030", chinese]
  ]
  for (const [charset, text] of all) {
    const bytes = Buffer.from(encodeAs(charset, text))
    expect([wholeText(bytes), decodeText(bytes)], charset).toEqual([text, text])
  }
})

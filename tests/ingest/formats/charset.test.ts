import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { requireCharset, textOf, wholeText } from "../../../src/ingest/formats/common/text.ts"
import { encodeAs } from "./encode.ts"

const knowledge = join(import.meta.dirname, "../../../demo/knowledge")
const articles = (language: string) =>
  readdirSync(join(knowledge, language), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => readFileSync(join(knowledge, language, file), "utf8"))
const signal = AbortSignal.timeout(60_000)
async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

describe.each([
  ["de", "windows-1252"],
  ["fr", "windows-1252"],
  ["es", "windows-1252"],
  ["pt", "windows-1252"],
  ["ja", "shift_jis"],
  ["ja", "euc-jp"],
  ["ja", "utf-16le"],
  ["en", "utf-16be"],
  ["de", "utf-16le"],
  ["ja", "utf-8"]
])("%s in %s", (language, charset) => {
  test("every article of the sample is read as it was written", () => {
    const all = articles(language)
    expect(all.length).toBeGreaterThan(5)
    for (const text of all) {
      const written = charset === "utf-8" ? Buffer.from(text) : encodeAs(charset, text)
      // Japanese without a byte order mark has no zero bytes by which UTF-16 could be recognised.
      const bytes =
        language === "ja" && charset === "utf-16le" ? Buffer.concat([Buffer.from([0xff, 0xfe]), written]) : written
      expect(wholeText(bytes)).toBe(new TextDecoder(charset).decode(written))
    }
  })

  test("and so are their first sentences alone", () => {
    const first = articles(language)
      .map((text) => /^(?!#|---|\w+:)[^\n]*\P{ASCII}[^\n]*$/mu.exec(text)?.[0] ?? "")
      .filter((text) => text.length > 20)
    for (const text of charset.startsWith("utf-16") ? [] : first)
      expect(wholeText(charset === "utf-8" ? Buffer.from(text) : encodeAs(charset, text)), text).toBe(
        new TextDecoder(charset).decode(charset === "utf-8" ? Buffer.from(text) : encodeAs(charset, text))
      )
  })
})

test("one word is enough where its letters are those of the West", () => {
  expect(wholeText(Buffer.from([0x47, 0x72, 0xfc, 0xdf, 0x65]))).toBe("Grüße")
  expect(wholeText(encodeAs("windows-1252", "“It’s 5 € – no more”"))).toBe("“It’s 5 € – no more”")
})

test("a letter at the very end is no UTF-8 that was cut", () => {
  expect(wholeText(encodeAs("windows-1252", "Ce qui est remboursé"))).toBe("Ce qui est remboursé")
})

test("Russian, Polish and Greek are told by what the page says, and Russian by its letters, too", () => {
  const russian = "Вы можете вернуть товар в течение тридцати дней после получения посылки."
  expect(wholeText(encodeAs("windows-1251", russian))).toBe(russian)
  expect(wholeText(encodeAs("iso-8859-2", "Zażółć gęślą jaźń"), "iso-8859-2")).toBe("Zażółć gęślą jaźń")
  expect(wholeText(encodeAs("windows-1253", "Μπορείτε να επιστρέψετε"), "windows-1253")).toBe("Μπορείτε να επιστρέψετε")
})

test("what a text says of itself is not believed against its bytes", () => {
  expect(wholeText(Buffer.from("Grüße"), "iso-8859-1")).toBe("Grüße")
  expect(wholeText(encodeAs("windows-1252", "Grüße aus Köln"), "utf-8")).toBe("Grüße aus Köln")
  expect(wholeText(Buffer.from("Grüße"), "no-such-charset")).toBe("Grüße")
})

test("Japanese as old mail programs write it is read", () => {
  expect(
    wholeText(Buffer.from([0x1b, 0x24, 0x42, 0x4a, 0x56, 0x49, 0x4a, 0x24, 0x47, 0x24, 0x39, 0x1b, 0x28, 0x42]))
  ).toBe("返品です")
})

test("bytes that are no text, or of no certain encoding, are refused in a sentence", () => {
  expect(() => requireCharset(Uint8Array.from([1, 2, 0, 0, 0, 5, 0, 0, 9, 200, 0]))).toThrow("It isn't text.")
  expect(() => requireCharset(Uint8Array.from({ length: 400 }, (_, at) => ((at * 7919) % 127) + 129))).toThrow(
    "Its encoding can't be told for certain: save it as UTF-8."
  )
})

test.each([1, 3, 1000])(
  "a stream in pieces of %d bytes is the same text, an accent far down included",
  async (size) => {
    for (const charset of ["utf-8", "windows-1252", "utf-16le"]) {
      const text = `${"question;answer\n".repeat(size === 1 ? 100 : 10_000)}Grüße;schöne Grüße an Sie\n`
      const bytes = charset === "utf-8" ? Buffer.from(text) : encodeAs(charset, text)
      expect((await Array.fromAsync(textOf(pieces(bytes, size), signal))).join("")).toBe(text)
    }
  }
)

test("a stream that goes over into another encoding is refused with the way out", async () => {
  const mixed = Buffer.concat([Buffer.from("ü".repeat(70_000)), Buffer.from([0xfc, 0x20])])
  await expect(Array.fromAsync(textOf(pieces(mixed, 5000), signal))).rejects.toThrow(
    "Not all of its text is UTF-8: save it as UTF-8."
  )
})

import { expect, test } from "vitest"
import type { AttachmentError } from "../../src/attachments/common/attachment-error.ts"
import { readFile } from "../../src/attachments/read-file.ts"

/** Writes a text in an encoding of one or two bytes a letter, by asking the decoder what each of them is. */
function encoded(text: string, charset: string): Uint8Array<ArrayBuffer> {
  const decoder = new TextDecoder(charset)
  const table = new Map<string, number[]>()
  const add = (...bytes: number[]) => {
    const letter = decoder.decode(Uint8Array.from(bytes))
    if (Array.from(letter).length === 1 && letter !== "\ufffd" && !table.has(letter)) table.set(letter, bytes)
  }
  for (let one = 0; one < 256; one++) add(one)
  if (/jis|euc/.test(charset)) for (let a = 0x81; a < 255; a++) for (let b = 0x40; b < 255; b++) add(a, b)
  return Uint8Array.from(Array.from(text).flatMap((letter) => table.get(letter) ?? []))
}

const read = (name: string, bytes: Uint8Array<ArrayBuffer> | string) =>
  readFile(typeof bytes === "string" ? new Uint8Array(Buffer.from(bytes, "latin1")) : bytes, { name }).then(
    ({ text }) => text,
    (error: AttachmentError) => `code ${error.code}`
  )

test.each([
  ["shift_jis", "注文番号,商品,数量\n10023,ケトル,2"],
  ["shift_jis", "お世話になっております。商品が届きません。"],
  ["euc-jp", "注文したケトルがまだ届いていません。"],
  ["windows-1251", "Заказ не пришёл, верните деньги"],
  ["windows-1251", "Order 17: Замовлення ще не надійшло"],
  ["koi8-r", "Заказ не пришёл, верните деньги"],
  ["windows-1252", "Größe: 50 € – „schön“, l’été à Besançon, ¿cuándo? Às 9h é útil."],
  ["windows-1252", "Lamp;98,90 €;2 × 50°"]
])("a text in %s is read in its own letters: %s", async (charset, text) => {
  expect(await read("a.txt", encoded(text, charset))).toBe(text)
})

test("a text whose encoding can't be told is refused, and not read in wrong letters", async () => {
  // Only characters of Chinese origin, Polish, Greek: nothing says for certain what they are.
  expect(await read("a.txt", encoded("注文番号,商品,数量", "shift_jis"))).toBe("code encoding")
  expect(await read("a.txt", encoded("Zażółć gęślą jaźń", "windows-1250"))).toBe("code encoding")
  expect(await read("a.txt", encoded("Η παραγγελία δεν έφτασε", "windows-1253"))).toBe("code encoding")
})

test("UTF-8 that was cut within a letter, and a log with a strange byte, are read, and what is lost is seen", async () => {
  const cut = new Uint8Array(Buffer.from("Die Größe stimmt nicht, schönen Gruß aus München, für später: äöüäöüäöü"))
  expect(await read("a.txt", cut.subarray(0, -1))).toMatch(/^Die Größe stimmt nicht, .*äöüäö\ufffd?/)
  const log = `${"2026-11-27 10:00 started\n".repeat(20)}\x9d end`
  expect(await read("a.log", log)).toMatch(/started\n\ufffd end$/)
})

test("a mail is read decoded: its headers, its plain text, and none of its files", async () => {
  expect(
    await read(
      "a.eml",
      "From: =?iso-8859-1?Q?J=F6rg_M=FCller?= <j@example.com>\r\nSubject: =?utf-8?B?w6Q=?=\r\n =?utf-8?Q?_Lampe?=\r\n" +
        "Content-Transfer-Encoding: quoted-printable\r\nX-Id: 7\r\n\r\n" +
        "Gr=C3=BC=C3=9Fe, die Bestellung =\r\n10023 fehlt=20\r\n"
    )
  ).toBe("From: Jörg Müller <j@example.com>\nSubject: ä Lampe\n\nGrüße, die Bestellung 10023 fehlt")
  const japanese = Buffer.from("\x1b$B$3$s$K$A$O\x1b(B", "latin1").toString("latin1")
  expect(await read("a.eml", `Subject: x\nContent-Type: text/plain; charset=iso-2022-jp\n\n${japanese}`)).toBe(
    "Subject: x\n\nこんにちは"
  )
  const parts = (...types: string[]) =>
    `Subject: Lamp\nContent-Type: multipart/mixed;\n boundary="b 1"\n\nNot shown.\n${types.map((type) => `--b 1\n${type}\n`).join("")}--b 1--\nNor this.`
  const inner =
    'Content-Type: multipart/alternative; boundary=in\n\n--in\nContent-Type: text/plain; charset="windows-1252"\nContent-Transfer-Encoding: base64\n\nR3L832U=\n--in\nContent-Type: text/html\n\n<p>Hello</p>\n--in--'
  const file = 'Content-Type: text/plain\nContent-Disposition: attachment; filename="a.txt"\n\nA file.'
  expect(await read("a.eml", parts(inner, file))).toBe("Subject: Lamp\n\nGrüße")
  expect(await read("a.eml", parts("Content-Type: text/html\n\n<p>Hello</p>"))).toBe("code mail")
})

test("a mail's headers are read where they are kanji alone, cut within a letter, or broken", async () => {
  const shown = (from: string, rest = "") => read("a.eml", `${rest}From: ${from}\r\n\r\nHello`)
  expect(await shown("=?ISO-2022-JP?B?GyRCRURDZhsoQg==?= <t@example.jp>")).toBe("From: 田中 <t@example.jp>\n\nHello")
  expect(await shown("=?utf-8?Q?Gr=C3?= =?UTF-8?Q?=BC=C3=9Fe?=")).toBe("From: Grüße\n\nHello")
  expect(await shown("=?utf-8?B?5pel5pw=?=\r\n =?utf-8?B?rOiqng==?= =?iso-8859-1*de?Q?_=FC?=")).toBe(
    "From: 日本語 ü\n\nHello"
  )
  expect(await shown("=?utf-8?Q?=E4=B8?= <a@example.com>")).toBe("From: =?utf-8?Q?=E4=B8?= <a@example.com>\n\nHello")
  expect(await shown("Mia", "From mia@example.com Mon Nov  2 08:00:00 2026\r\n")).toBe("From: Mia\n\nHello")
  const kanji = "\x1b$B;DG0\x1b(B"
  expect(await read("a.eml", `Subject: x\nContent-Type: text/plain; charset=ISO-2022-JP\n\n${kanji}`)).toBe(
    "Subject: x\n\n残念"
  )
})

test("a mail that says nothing, or something else, of its encoding is read in its own letters", async () => {
  const mail = (type: string, text: string, charset: string) =>
    read("a.eml", new Uint8Array([...Buffer.from(`Subject: x\n${type}\n`), ...encoded(text, charset)]))
  const said = (charset: string) => `Content-Type: text/plain; charset=${charset}\n`
  const [german, japanese] = ["Grüße aus Köln", "お世話になっております。"]
  expect(await mail("", japanese, "shift_jis")).toBe(`Subject: x\n\n${japanese}`)
  expect(await mail("", german, "windows-1252")).toBe(`Subject: x\n\n${german}`)
  const utf8 = Buffer.from(german).toString("latin1")
  for (const wrong of ["us-ascii", "iso-8859-1"])
    expect(await read("a.eml", `Subject: x\n${said(wrong)}\n${utf8}`)).toBe(`Subject: x\n\n${german}`)
  expect(await mail(said("x-unknown"), german, "windows-1252")).toBe(`Subject: x\n\n${german}`)
  expect(await read("a.eml", "Subject: Gr\xfc\xdfe\n\nHello")).toBe("Subject: Grüße\n\nHello")
})

import { deflateSync } from "node:zlib"
import { expect, test } from "vitest"
import { encryptedPage, largeBlanks } from "../../text/bytes/make-encrypted-pdf.ts"
import { ascii85, blanks, lzwBomb, pageOf, withEndWord, withOddWindow, words } from "../../text/bytes/make-pdf-bombs.ts"
import { documents, failures } from "./read.ts"

const BOMB = "a.pdf: It unpacks to far more than it holds, as a zip bomb does. It was stopped."
const image = "/FlateDecode /Subtype /Image"
const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)

test.each([
  ["many small parts", pageOf([{ data: words }, ...many(45, { data: blanks(12_000_000) })])],
  ["a part named many times", pageOf([{ data: words }, { data: blanks(12_000_000) }], 20)],
  ["one said to be a picture", pageOf([{ data: words }, { data: blanks(12_000_000), filter: image }], 20)],
  ["a part with the word that ends it", pageOf([{ data: words }, { data: withEndWord(160_000_000) }])],
  ["a part with an odd window", pageOf([{ data: words }, { data: withOddWindow(160_000_000) }])],
  [
    "a part in letters",
    pageOf([{ data: ascii85(blanks(160_000_000)), filter: "[/ASCII85Decode /FlateDecode]" }, { data: words }])
  ],
  ["an encrypted part", encryptedPage([{ data: words }, { data: largeBlanks() }], "AES, 128 bits")],
  ["parts in LZW", pageOf([{ data: words }, ...many(3, { data: lzwBomb(30_000), filter: "/LZWDecode" })])]
])("%s: the file isn't opened", async (_what, bytes) => {
  expect(await failures("a.pdf", Buffer.from(bytes))).toEqual([BOMB])
})

test("a page of more pieces of text than anybody could read isn't read to its end", async () => {
  const piece = "1 0 0 1 10 80 Tm (word )Tj 1 0 0 1 10 20 Tm (more )Tj\n"
  const data = deflateSync(Buffer.from(`BT /F1 12 Tf ${piece.repeat(60_000)} ET`))
  expect(await failures("a.pdf", Buffer.from(pageOf([{ data }])))).toEqual([
    "a.pdf: Its page 1 has more than 100,000 pieces of text: nobody could read it."
  ])
})

test("a handbook with many large pictures is read", async () => {
  // Only the words are content; the pictures follow, each after a page that the list of pages names.
  const page = Buffer.from(pageOf([{ data: words }])).toString("latin1")
  const data = blanks(6_000_000)
  const pages = Array.from({ length: 40 }, (_, at) => 100 + 2 * at)
  const objects = pages.map(
    (number) =>
      `${number} 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 5 0 R /MediaBox [0 0 200 200]\n` +
      ` /Resources << /Font << /F1 4 0 R >> /XObject << /I ${number + 1} 0 R >> >> >>\nendobj\n` +
      `${number + 1} 0 obj\n<< /Subtype /Image /Length ${data.length} /Filter /FlateDecode >>\n` +
      `stream\n${data.toString("latin1")}\nendstream\nendobj\n`
  )
  const all = page
    .replace("/Kids [3 0 R] /Count 1", `/Kids [${pages.map((number) => `${number} 0 R`).join(" ")}] /Count 40`)
    .replace("trailer", `${objects.join("")}trailer`)
  expect(await documents("a.pdf", Buffer.from(all, "latin1"))).toHaveLength(1)
})

test("a file that opens without a password is read, and nothing of what stays encrypted is said", async () => {
  const [one] = await documents("a.pdf", Buffer.from(encryptedPage([{ data: words }], "AES, 256 bits")))
  expect(one?.body).toContain("A letter of more than twenty letters")
})

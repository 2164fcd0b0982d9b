import { deflateSync } from "node:zlib"
import { expect, test } from "vitest"
import { fromAscii85 } from "../../src/attachments/pdf/from-ascii85.ts"
import { lzwSize } from "../../src/attachments/pdf/lzw-size.ts"
import { readFile } from "../../src/attachments/read-file.ts"

interface Part {
  data: Buffer
  filter?: string
}

const blanks = (size: number) => deflateSync(Buffer.alloc(size, 32), { level: 9 })
const words = deflateSync(Buffer.from("BT /F1 12 Tf 10 10 Td (A letter of more than twenty letters) Tj ET"))

/** Makes a PDF of one page, whose content are these parts. `named` says how often each is named after the first. */
function pageOf(parts: Part[], named = 1): Uint8Array<ArrayBuffer> {
  const refs = parts.flatMap((_, at) => Array.from({ length: at === 0 ? 1 : named }, () => `${5 + at} 0 R`)).join(" ")
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << /Font << /F1 4 0 R >> >> /Contents [${refs}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...parts.map(
      ({ data, filter = "/FlateDecode" }) =>
        `<< /Length ${data.length} /Filter ${filter} >>\nstream\n${data.toString("latin1")}\nendstream`
    )
  ]
  const numbered = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join("")
  return new Uint8Array(Buffer.from(`%PDF-1.4\n${numbered}trailer << /Root 1 0 R >>\n%%EOF`, "latin1"))
}

const problem = (bytes: Uint8Array<ArrayBuffer>) =>
  readFile(bytes, { name: "a.pdf" }).then(
    ({ text }) => `read: ${text}`,
    (error: { code: string }) => error.code
  )

test("many small parts count together", async () => {
  const small = blanks(12_000_000)
  expect(small.length).toBeLessThan(50_000)
  expect(await problem(pageOf([{ data: words }, ...Array.from({ length: 20 }, () => ({ data: small }))]))).toBe("bomb")
  expect(await problem(pageOf([{ data: words }, { data: blanks(10_000) }]))).toBe(
    "read: A letter of more than twenty letters"
  )
})

test("a part that a page names many times counts as many times", async () => {
  expect(await problem(pageOf([{ data: words }, { data: blanks(12_000_000) }], 20))).toBe("bomb")
})

test("a part whose data has the word that ends it is counted to its end", async () => {
  // A stored block, which holds its bytes as they are, and then the bomb.
  const said = Buffer.from("endstream")
  const stored = Buffer.concat([Buffer.from([0x78, 0xda, 0, said.length, 0, ~said.length & 255, 255]), said])
  const data = Buffer.concat([stored, blanks(160_000_000).subarray(2)])
  expect(await problem(pageOf([{ data: words }, { data }]))).toBe("bomb")
})

test("a part in letters is counted as what the letters stand for, and is read", async () => {
  const filter = "[/ASCII85Decode /FlateDecode]"
  expect(await problem(pageOf([{ data: ascii85(words), filter }]))).toBe("read: A letter of more than twenty letters")
  expect(await problem(pageOf([{ data: words }, { data: ascii85(blanks(160_000_000)), filter }]))).toBe("bomb")
  expect(Buffer.from(fromAscii85(new Uint8Array(ascii85(words))) ?? [])).toEqual(words)
})

test("data in LZW is counted without being unpacked", async () => {
  // The example of the PDF standard (7.4.4.2): ten bytes.
  expect(lzwSize(Uint8Array.from([0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01]), 1000)).toBe(10)
  const data = lzwBomb(30_000)
  expect(data.length).toBeLessThan(50_000)
  const parts = Array.from({ length: 3 }, () => ({ data, filter: "/LZWDecode" }))
  expect(await problem(pageOf([{ data: words }, ...parts]))).toBe("bomb")
})

test.each(["[/FlateDecode /ASCII85Decode /FlateDecode]", "[/FlateDecode /RunLengthDecode]", "[/ASCIIHexDecode /Fl]"])(
  "a part that is packed by %s is not opened",
  async (filter) => {
    expect(await problem(pageOf([{ data: words, filter }]))).toBe("bomb")
  }
)

function ascii85(bytes: Buffer): Buffer {
  let letters = ""
  for (let at = 0; at < bytes.length; at += 4) {
    const four = Buffer.alloc(4)
    bytes.copy(four, 0, at, at + 4)
    let value = four.readUInt32BE()
    let five = ""
    for (let n = 0; n < 5; n++) {
      five = String.fromCharCode(33 + (value % 85)) + five
      value = Math.floor(value / 85)
    }
    letters += five.slice(0, Math.min(4, bytes.length - at) + 1)
  }
  return Buffer.from(`${letters}~>`)
}

/** Writes codes that each stand for the longest run there is: one byte longer than the last, and then the longest. */
function lzwBomb(codes: number): Buffer {
  const bytes: number[] = []
  let [held, bits, width, next] = [0, 0, 9, 258]
  const write = (code: number) => {
    held = (held << width) | code
    bits += width
    while (bits >= 8) bytes.push((held >>> (bits -= 8)) & 255)
    held &= (1 << bits) - 1
  }
  write(256)
  write(32)
  for (let n = 0; n < codes; n++) {
    write(Math.min(next, 4095))
    if (next < 4096) next++
    while (width < 12 && next + 1 >= 1 << width) width++
  }
  return Buffer.from(bytes)
}

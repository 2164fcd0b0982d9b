import { getDocument } from "unpdf/pdfjs"
import { expect, test } from "vitest"
import { readFile } from "../../src/attachments/read-file.ts"
import { decryptedPdf } from "../../src/text/bytes/pdf/decrypt/decrypted-pdf.ts"
import { md5 } from "../../src/text/bytes/pdf/decrypt/ciphers.ts"
import { encryptedPage, largeBlanks, type Encryption } from "../text/bytes/make-encrypted-pdf.ts"
import { blanks, pageOf, words } from "../text/bytes/make-pdf-bombs.ts"

const WAYS: Encryption[] = ["RC4, 40 bits", "RC4, 128 bits", "AES, 128 bits", "AES, 256 bits", "AES, 256 bits, revised"]

const problem = (bytes: Uint8Array<ArrayBuffer>) =>
  readFile(bytes, { name: "a.pdf" }).then(
    ({ text }) => `read: ${text}`,
    (error: { code: string }) => error.code
  )

test.each(WAYS)("%s: a PDF that opens without a password is read as pdf.js itself reads it", async (by) => {
  const file = encryptedPage([{ data: words }, { data: blanks(10_000) }], by)
  const document = await getDocument({ data: file.slice(), verbosity: 0 }).promise
  const { items } = await (await document.getPage(1)).getTextContent()
  await document.loadingTask.destroy()
  const said = items.map((item) => ("str" in item ? item.str : "")).join("")
  expect(said).toBe("A letter of more than twenty letters")
  expect(await problem(file)).toBe(`read: ${said}`)
})

/** One of each cipher: by the others a part is read in the test above, and `npm run soak` tries this with all. */
const CIPHERS = process.env["REPLYWRIGHT_SOAK"]
  ? WAYS
  : WAYS.filter((by) => by === "RC4, 128 bits" || by === "AES, 256 bits, revised")

test.each(CIPHERS)("%s: a part that unpacks to 300 MB is counted once it is decrypted", async (by) => {
  const file = encryptedPage([{ data: words }, { data: largeBlanks() }], by)
  expect(file.length).toBeLessThan(400_000)
  expect(await problem(file)).toBe("bomb")
})

test.each(WAYS)("%s: a PDF that needs a password says so", async (by) => {
  expect(await problem(encryptedPage([{ data: words }], by, { locked: true }))).toBe("encrypted")
})

test("what says anything of encryption after that isn't opened, so that pdf.js never decrypts what wasn't counted", async () => {
  const plain = Buffer.from(pageOf([{ data: words }])).toString("latin1")
  const said = (text: string) => new Uint8Array(Buffer.from(text, "latin1"))
  expect(await problem(said(plain.replace("/Root", "/E#6ecrypt 4 0 R /Root")))).toBe("encrypted")
  expect(await problem(said(plain.replace("/Root", "/Encrypt 4 0 R /Root")))).toBe("encrypted")
  const file = encryptedPage([{ data: words }], "RC4, 128 bits", { more: "trailer << /#45ncrypt 90 0 R >>\n" })
  expect(await problem(file)).toBe("encrypted")
  const open = await decryptedPdf(encryptedPage([{ data: words }], "RC4, 128 bits"))
  expect(Buffer.from(open ?? []).includes("/Encrypt")).toBe(false)
  const same = pageOf([{ data: words }])
  expect(await decryptedPdf(same)).toBe(same)
})

const changed = (file: Uint8Array, from: string | RegExp, to: string) =>
  new Uint8Array(
    Buffer.from(
      Buffer.from(file)
        .toString("latin1")
        .replace(from, () => to),
      "latin1"
    )
  )

test("a part whose first line ends in blanks is decrypted like any other, as pdf.js takes the line after the word", async () => {
  const file = encryptedPage([{ data: words }], "AES, 128 bits")
  expect(await problem(changed(file, "stream\n", "stream \t\n"))).toBe("read: A letter of more than twenty letters")
})

test.each([
  ["a gap of megabytes in the entry", "/V 1 /R 2", `/V${" ".repeat(4_500_000)}1 /R 2`],
  ["a key too short for its cipher", "/V 1 /R 2", "/V 4 /R 2 /CF << /StdCF << /CFM /AESV2 >> >> /StmF /StdCF"],
  ["more parts than any document has", "90 0 obj", `${"7 0 obj stream\nendstream\n".repeat(50_000)}90 0 obj`]
])("a file that is made to fail isn't opened: %s", async (_what, from, to) => {
  expect(await problem(changed(encryptedPage([{ data: words }], "RC4, 40 bits"), from, to))).toBe("encrypted")
})

test("the sums by which old PDFs make their keys", () => {
  const sum = (text: string) => Buffer.from(md5(new TextEncoder().encode(text))).toString("hex")
  expect(sum("")).toBe("d41d8cd98f00b204e9800998ecf8427e")
  expect(sum("message digest")).toBe("f96b697d7cb7938d525a2f31aaf161d0")
  expect(sum("1234567890".repeat(8))).toBe("57edf4a22be3c955ac49da2e2107b67a")
})

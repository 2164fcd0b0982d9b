import { deflateSync } from "node:zlib"

export interface Words {
  text: string
  x?: number
  y: number
  /** This is the height of the letters. */
  size?: number
}

export interface PdfOptions {
  title?: string
  lang?: string
  /** The font has this glyph for the letter 0x01, which its table of letters maps to the zero character. */
  glyph?: string
  /** This locks it with a password that nobody knows. */
  locked?: boolean
  /** These bytes, compressed, are the first page's content instead of its words. */
  packed?: Buffer
}

/** Makes a PDF by hand: words in Helvetica, in the letters of Western Europe. */
export function pdfOf(pages: Words[][], { title, lang, glyph, locked = false, packed }: PdfOptions = {}): Buffer {
  const objects: Buffer[] = []
  const add = (text: string, stream?: Buffer) =>
    objects.push(
      Buffer.concat([
        Buffer.from(text, "latin1"),
        ...(stream ? [Buffer.from("\nstream\n"), stream, Buffer.from("\nendstream")] : [])
      ])
    )
  const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`).join(" ")
  add(`<< /Type /Catalog /Pages 2 0 R${lang ? ` /Lang (${lang})` : ""} >>`)
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`)
  const encoding = glyph
    ? `<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /${glyph}] >> /ToUnicode ${4 + 2 * pages.length} 0 R`
    : "/WinAnsiEncoding"
  add(`<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding ${encoding} >>`)
  pages.forEach((words, at) => {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * at} 0 R >>`
    )
    const shown = words
      .map(
        ({ text, x = 60, y, size = 11 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/g, "\\$&")}) Tj ET`
      )
      .join("\n")
    const content = deflateSync(
      at === 0 && packed ? packed : Buffer.from(`0 0 1 rg 50 20 500 2 re f\n${shown}`, "latin1")
    )
    add(`<< /Length ${content.length} /Filter /FlateDecode >>`, content)
  })
  if (glyph) add(`<< /Length ${TO_ZERO.length} >>`, TO_ZERO)
  add(`<< ${title ? `/Title (${title})` : ""} /ModDate (D:20260903101500+02'00') >>`)
  const info = objects.length
  if (locked) add(`<< /Filter /Standard /V 1 /R 2 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> /P -4 >>`)
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "latin1")]
  const places: number[] = []
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  objects.forEach((object, at) => {
    places.push(length())
    parts.push(Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from("\nendobj\n"))
  })
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("")
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${info} 0 R /ID [<01> <01>]${locked ? ` /Encrypt ${objects.length} 0 R` : ""} >>\nstartxref\n${length()}\n%%EOF\n`
    )
  )
  return Buffer.concat(parts)
}

const TO_ZERO = Buffer.from(
  "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <01> <0000> endbfchar 1 beginbfrange <20> <7E> <0020> endbfrange endcmap end end"
)

/** Puts lines below each other. */
export const column = (
  lines: string[],
  { y = 760, x = 60, size = 11, step = 14 }: { y?: number; x?: number; size?: number; step?: number } = {}
): Words[] => lines.map((text, at) => ({ text, x, size, y: y - at * step }))

/** A value in the text of a PDF, which has a character for each byte. A reference is the number of its object. */
export type PdfValue = string | number | boolean | undefined | Name | Reference | PdfValue[] | PdfDictionary
export type PdfDictionary = Map<string, PdfValue>
interface Name {
  name: string
}
interface Reference {
  object: number
}

/** Reads the dictionary that begins at a place of the text. @returns undefined if there is none */
export function readDictionary(text: string, at: number): PdfDictionary | undefined {
  const value = createReader(text, at).value(0)
  return value instanceof Map ? value : undefined
}

export const nameIn = (value: PdfValue): string | undefined =>
  typeof value === "object" && "name" in value ? value.name : undefined

const GAP = /(?:[\0\s]|%[^\r\n]*)*/y
const TOKEN = /<<|>>|\[|\]|\/[^\0\s/<>[\]()%]*|\d{1,10}[\0\s]+\d{1,5}[\0\s]+R\b|[-+.\d]+|<[\dA-Fa-f\0\s]*>|\(|\w+/y

function createReader(text: string, begin: number) {
  let at = begin
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const match = pattern.exec(text)?.[0] ?? ""
    at += match.length
    return match
  }
  const value = (depth: number): PdfValue => {
    take(GAP)
    const token = take(TOKEN)
    if (token === "(") return inBrackets()
    if (token === "<<" && depth < MAX_DEPTH) return dictionary(depth)
    if (token === "[" && depth < MAX_DEPTH) {
      const list: PdfValue[] = []
      for (take(GAP); at < text.length && text[at] !== "]"; take(GAP)) {
        const before = at
        list.push(value(depth + 1))
        if (at === before) return undefined
      }
      at++
      return list
    }
    if (token.startsWith("/")) return { name: token.slice(1) }
    if (token.startsWith("<")) return fromHex(token.replace(/[^\dA-Fa-f]/g, ""))
    if (/R$/.test(token)) return { object: Number.parseInt(token, 10) }
    if (/^[-+.\d]/.test(token)) return Number(token)
    return token === "true" ? true : token === "false" ? false : undefined
  }
  const dictionary = (depth: number): PdfDictionary => {
    const entries: PdfDictionary = new Map()
    for (;;) {
      take(GAP)
      const key = take(TOKEN)
      if (!key.startsWith("/")) return entries
      entries.set(key.slice(1), value(depth + 1))
    }
  }
  const inBrackets = (): string => {
    let said = ""
    for (let open = 1; at < text.length; at++) {
      const letter = text[at] ?? ""
      if (letter === "\\") {
        const [whole = "", octal, escaped = ""] = /^\\(?:([0-7]{1,3})|(\r\n|[^]))/.exec(text.slice(at, at + 4)) ?? []
        at += whole.length - 1
        said += octal ? String.fromCharCode(Number.parseInt(octal, 8) & 255) : (ESCAPED[escaped] ?? escaped)
        continue
      }
      open += letter === "(" ? 1 : letter === ")" ? -1 : 0
      if (open === 0) {
        at++
        return said
      }
      said += letter
    }
    return said
  }
  return { value }
}

const ESCAPED: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "\n": "", "\r": "", "\r\n": "" }
const MAX_DEPTH = 20

const fromHex = (digits: string): string =>
  digits.replace(/..?/g, (two) => String.fromCharCode(Number.parseInt(two.padEnd(2, "0"), 16)))

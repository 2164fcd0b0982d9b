import { fromBinary, toBinary } from "../../text/bytes/base64.ts"
import { AttachmentError } from "../common/attachment-error.ts"
import { decodeText, textOnly } from "./read-plain.ts"

/**
 * Returns who wrote a mail (.eml) and when, its subject, and its plain text, decoded. Files within it are left out.
 * @throws AttachmentError for a mail without plain text
 */
export function readMail(bytes: Uint8Array): { text: string; more: boolean } {
  // Each character is a byte until it is decoded. A mail out of a mailbox begins with the line of that.
  const mail = partOf(toBinary(bytes).replace(/^From .*\r?\n/, ""))
  const head = SHOWN.flatMap((name) => {
    const value = mail.headers.get(name.toLowerCase())
    return value === undefined ? [] : [`${name}: ${words(value)}`]
  })
  const texts = plainTexts(mail, 0)
  if (texts.length === 0) throw new AttachmentError("mail")
  return { text: textOnly([head.join("\n"), ...texts].join("\n\n")), more: false }
}

const SHOWN = ["From", "To", "Date", "Subject"]
/** Mails in mails. */
const DEEPEST = 10

interface Part {
  /** By their names in lower case; the first of each. */
  headers: ReadonlyMap<string, string>
  body: string
}

function partOf(source: string): Part {
  const [, head = "", body = ""] =
    /^((?:[\w-]+[ \t]*:.*(?:\r?\n|$)(?:[ \t].*(?:\r?\n|$))*)*)(?:\r?\n)?([\s\S]*)$/.exec(source) ?? []
  const headers = new Map<string, string>()
  for (const [, name = "", value = ""] of head
    .replace(/\r?\n[ \t]+/g, " ")
    .matchAll(/^([\w-]+)[ \t]*:[ \t]*(.*?)\r?$/gm))
    if (!headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value)
  return { headers, body }
}

function plainTexts({ headers, body }: Part, depth: number): string[] {
  const type = headers.get("content-type") ?? "text/plain"
  const isFile = /^attachment/i.test(headers.get("content-disposition") ?? "")
  const boundary = parameter(type, "boundary")
  if (/^multipart\//i.test(type) && boundary !== undefined && depth < DEEPEST) {
    const pieces = `\n${body}`.split(`\n--${boundary}`).slice(1)
    const ends = pieces.findIndex((piece) => piece.startsWith("--"))
    const parts = pieces.slice(0, ends < 0 ? undefined : ends)
    return parts.flatMap((piece) => plainTexts(partOf(piece.replace(/^[ \t]*\r?\n/, "")), depth + 1))
  }
  if (isFile || !/^text\/plain\b/i.test(type)) return []
  const coding = headers.get("content-transfer-encoding")?.trim().toLowerCase()
  const raw = coding === "quoted-printable" ? unquoted(body) : coding === "base64" ? fromLetters(body) : body
  return [decodeText(fromBinary(raw), parameter(type, "charset")).trim()]
}

const parameter = (header: string, name: string) => {
  const [, quoted, bare] = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, "i").exec(header) ?? []
  return quoted ?? bare
}

/** Decodes the words of a header that aren't ASCII (RFC 2047), and puts together those that were cut. */
function words(value: string): string {
  const joined = value.replace(/(=\?[^?\s]+\?[bq]\?[^?]*\?=)\s+(?==\?)/gi, "$1")
  return decodeText(fromBinary(joined)).replace(/(?:=\?[^?\s]+\?[bq]\?[^?]*\?=)+/gi, decodedWords)
}

/** Decodes neighbours together, because some programs cut within a letter. What can't be decoded is left as it is. */
function decodedWords(coded: string): string {
  const runs: { charset: string; raw: string }[] = []
  try {
    for (const [, charset = "", coding = "", text = ""] of coded.matchAll(WORD)) {
      const raw = /b/i.test(coding) ? fromLetters(text) : unquoted(text.replace(/_/g, "=20"))
      const last = runs.at(-1)
      if (last?.charset === charset.toLowerCase()) last.raw += raw
      else runs.push({ charset: charset.toLowerCase(), raw })
    }
    return runs.map(({ charset, raw }) => decodeText(fromBinary(raw), charset)).join("")
  } catch (error) {
    if (error instanceof AttachmentError) return coded
    throw error
  }
}

/** The character set may be followed by a language. */
const WORD = /=\?([^?\s*]+)(?:\*[^?]*)?\?([bq])\?([^?]*)\?=/gi

const unquoted = (text: string) =>
  text
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/=([0-9a-f]{2})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function fromLetters(text: string): string {
  try {
    return atob(text.replace(/[^A-Za-z0-9+/]/g, ""))
  } catch (cause) {
    throw new AttachmentError("mail", { cause })
  }
}

import { fromBufferPromise } from "yauzl"
import { storedZip } from "../../../text/bytes/stored-zip.ts"
import { MAX_XML_MARKS, xmlMarks } from "../../../text/bytes/xml-marks.ts"
import { bombError, DocumentError } from "../common/format.ts"
import { singleChunk } from "../common/text.ts"
import { readableXml } from "./readable-xml.ts"
import { xmlRecords } from "../common/xml.ts"

/** The texts of a document may unpack to this many bytes. A book of 200,000 words takes 20 MB. */
const LARGEST = 40_000_000
const MAX_PARTS = 10_000

export interface WordParts {
  counted: Buffer
  about: string
  /** The texts of boxes and diagrams that mammoth doesn't read. */
  unread: string[]
  /** Each is a sentence on something else that isn't read. */
  notices: string[]
}

/**
 * Unpacks every text part of a Word document and counts the bytes that actually arrive. Returns an
 * archive of just these for mammoth, which would follow the directory beyond the entries that its end states, and the
 * document's properties (XML, "" if absent).
 * @throws DocumentError if it isn't a Word document, or if it is broken, locked or a zip bomb
 */
export async function readParts(bytes: Buffer, signal: AbortSignal): Promise<WordParts> {
  let [size, marks] = [0, 0]
  const parts = new Map<string, Buffer>()
  let isDocument = false
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true })
    if (zip.entryCount > MAX_PARTS) throw bombError()
    for await (const entry of zip.eachEntry()) {
      signal.throwIfAborted()
      if (entry.isEncrypted())
        throw new DocumentError("It is locked by a password: save it without one, and import it again.")
      if (entry.fileName === "word/document.xml" || entry.fileName === "[Content_Types].xml") isDocument = true
      if (!/\.(?:xml|rels)$/i.test(entry.fileName)) continue
      const pieces: Buffer[] = []
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        size += chunk.length
        if (size > LARGEST) throw bombError()
        pieces.push(chunk)
      }
      const part = Buffer.concat(pieces)
      marks += xmlMarks(part)
      if (marks > MAX_XML_MARKS) throw new DocumentError(TOO_MANY)
      parts.set(entry.fileName, part)
      if (RELATIONS.test(entry.fileName)) await refuseUncounted(part)
    }
  } catch (cause) {
    signal.throwIfAborted()
    if (cause instanceof DocumentError) throw cause
    if (cause instanceof Error && /too many bytes/i.test(cause.message)) throw bombError()
    throw broken(cause)
  }
  if (!isDocument) throw new DocumentError("It is no Word document, but an archive of something else.")
  const textIn = (name: string) => parts.get(name)?.toString("utf8") ?? ""
  const main = textIn("word/document.xml")
  const { xml, notices } = readableXml(main)
  if (main !== "" && xml !== main) parts.set("word/document.xml", Buffer.from(xml))
  const diagrams = [...parts.keys()].filter((name) => /^word\/diagrams\/data\d*\.xml$/.test(name))
  return {
    counted: Buffer.from(storedZip(parts)),
    about: textIn("docProps/core.xml"),
    unread: [...unreadTextBoxes(main), ...diagrams.map((name) => textOf(textIn(name))).filter(hasLetters)],
    notices
  }
}

const TOO_MANY =
  `It has more than ${MAX_XML_MARKS.toLocaleString("en")} elements and attributes, ` +
  "too many to be read at once: save it in parts."
const RELATIONS = /\.rels$/i
/** A relation of one of these kinds names every part that is read later. */
const READ = /\/(?:officeDocument|comments|endnotes|footnotes|numbering|styles)$/

/** Refuses parts whose name has an ending other than .xml, because only parts with that ending are counted. */
async function refuseUncounted(relations: Buffer): Promise<void> {
  for await (const event of xmlRecords(singleChunk(relations), new Set(["relationship"]))) {
    const { Type = "", Target = "" } = event.type === "record" ? event.node.attributes : {}
    if (READ.test(Type.trim()) && !/\.xml$/i.test(Target)) throw broken()
  }
}

const broken = (cause?: unknown) =>
  new DocumentError("It is a broken Word document: open it in Word and save it anew.", { cause })

/**
 * Returns the texts of the boxes that mammoth doesn't read: it knows the older form of a text box, which Word writes
 * beside the newer one as its fallback, and other programs leave out. It runs in linear time.
 */
function unreadTextBoxes(xml: string): string[] {
  const unread: string[] = []
  const openScopes: Scope[] = []
  for (const { 0: tag, 1: slash, 2: name = "", index } of xml.matchAll(TAG)) {
    if (tag.endsWith("/>")) continue
    if (slash === "") {
      // A fallback with a box repeats what stands in the newer form. Some programs write an empty one.
      if (name === "textbox" && openScopes.some((scope) => scope.name === "Fallback"))
        openScopes.findLast((scope) => scope.name === "AlternateContent")?.boxes.splice(0)
      openScopes.push({ name, begin: index + tag.length, boxes: [] })
      continue
    }
    const scope = openScopes.pop()
    if (!scope) continue
    const isRead = openScopes.some((outer) => outer.name === "textbox" || outer.name === "Fallback")
    if (scope.name === "txbxContent" && !isRead) scope.boxes.push(textOf(xml.slice(scope.begin, index)))
    // What was found inside is unread, unless a fallback of the same content follows.
    const outer = openScopes.findLast((each) => each.name === "AlternateContent")
    ;(outer?.boxes ?? unread).push(...scope.boxes)
  }
  return unread.filter(hasLetters)
}

const hasLetters = (text: string) => /\p{L}{2}/u.test(text)

interface Scope {
  name: string
  begin: number
  /** The texts of boxes inside that aren't read. */
  boxes: string[]
}

const TAG = /<(\/?)\w+:(AlternateContent|Fallback|Choice|txbxContent|textbox)(?=[\s>/])[^<>]*>/g

/** Paragraphs become lines in one. Escaped signs stay, because this is only an excerpt. */
const textOf = (xml: string) =>
  xml
    .replace(/<\/[aw]:p>/g, " ")
    .replace(/<[^<>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim()

import { fromBufferPromise } from "yauzl"
import { DocumentError, type Format, bombError } from "./common/format.ts"
import { hasWords, documentOfFile, type DocumentFields } from "./common/file-document.ts"
import { wholeFile, singleChunk } from "./common/text.ts"
import { storedZip } from "../../text/bytes/stored-zip.ts"
import { MAX_XML_MARKS, xmlMarks } from "../../text/bytes/xml-marks.ts"
import { xmlRecords } from "./common/xml.ts"
import { UNREADABLE } from "../markdown/unfilled.ts"

/**
 * Reads a Word document: headings by their styles, lists and tables. A picture is replaced by its description, and
 * tracked changes count as accepted.
 */
export const docx: Format = {
  id: "docx",
  endings: ["docx", "docm", "dotx"],
  largest: 50_000_000,
  async *read(file, signal) {
    const bytes = await wholeFile(await file.open(), signal)
    refuseOld(bytes)
    const { counted, about, unread, notices: others } = await readParts(bytes, signal)
    const said = await saidBy(counted, about)
    signal.throwIfAborted()
    const notices = [...noticeOf(unread), ...others]
    if (!hasWords(said.body)) throw new DocumentError(["The document has no text.", ...notices].join(" "))
    yield { type: "document", document: documentOfFile(file, { ...said, notices }) }
  }
}

/** Names the text boxes that aren't read. */
function noticeOf([first, ...more]: readonly string[]): string[] {
  if (first === undefined) return []
  const excerpt = first.length > 60 ? `${first.slice(0, 60)}…` : first
  const others = more.length > 0 ? ` and ${more.length} more` : ""
  return [
    `A text box isn't read: "${excerpt}"${others}. Move its text into the page, or save the document anew in Word.`
  ]
}

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/** Word's old files and its new, locked files are in the same container format (OLE). */
function refuseOld(bytes: Buffer): void {
  if (!bytes.subarray(0, 4).equals(OLE)) return
  if (bytes.includes(Buffer.from("EncryptedPackage", "utf16le")))
    throw new DocumentError("It is locked by a password: save it without one, and import it again.")
  throw new DocumentError("It is an old Word file (.doc), whatever its name says: save it as .docx and import that.")
}

const STYLES = [
  "p[style-name='Title'] => h1.document-title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "r[style-name='Strong'] => strong"
]

async function saidBy(bytes: Buffer, about: string): Promise<DocumentFields> {
  const [{ default: mammoth }, { markdownOfHtml }] = await Promise.all([
    import("mammoth"),
    import("./html/markdown-of-html.ts")
  ])
  // The bytes of a picture are never read. Its description stays.
  const options = {
    styleMap: STYLES,
    externalFileAccess: false,
    convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" }))
  }
  const { value } = await mammoth.convertToHtml({ buffer: bytes }, options).catch((cause: unknown) => {
    throw new DocumentError("It is a broken Word document: open it in Word and save it anew.", { cause })
  })
  const plain = (html: string) =>
    markdownOfHtml(html)
      .replace(/^#+ /, "")
      .replace(/[*_`\\]/g, "")
      .trim()
  // The title is the text with the title style. Without it, the title is the only first-level heading if the document
  // begins with it.
  const [whole = "", styled] = /<h1 class="document-title">(.*?)<\/h1>/s.exec(value) ?? []
  const [first = "", only] =
    (value.match(/<h1[\s>]/g)?.length ?? 0) === 1 ? (/^<h1[^>]*>(.*?)<\/h1>/s.exec(value) ?? []) : []
  const named = /<dc:title>([^<]*)<\/dc:title>/.exec(about)?.[1] ?? ""
  return {
    title: plain(styled ?? only ?? named),
    body: markdownOfHtml(styled === undefined ? value.slice(first.length) : value.replace(whole, "")),
    changed: /<dcterms:modified[^>]*>(\d{4}-\d{2}-\d{2})/.exec(about)?.[1]
  }
}

/** The texts of a document may unpack to this many bytes. A book of 200,000 words takes 20 MB. */
const LARGEST = 40_000_000
const MAX_PARTS = 10_000

interface WordParts {
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
async function readParts(bytes: Buffer, signal: AbortSignal): Promise<WordParts> {
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

/**
 * Prepares the text of a Word document for mammoth, which reads hidden text as if it were shown, and neither fields in
 * their short form nor formulas. It runs in linear time.
 * @returns the XML, and a sentence on each kind of content that isn't read
 */
function readableXml(xml: string): { xml: string; notices: string[] } {
  const hidden: string[] = []
  let formulas = 0
  const readable = xml
    .replace(/<\/?w:fldSimple(?:\s[^<>]*)?>/g, "")
    .replace(/<w:r(?:\s[^<>]*)?>(?:(?!<w:r[\s>])[^]){0,20000}?<\/w:r>/g, (run) => {
      if (!VANISH.test(run)) return run
      hidden.push(run.replace(/<[^<>]*>/g, ""))
      return ""
    })
    .replace(/<m:oMath(?:\s[^<>]*)?>((?:(?!<m:oMath[\s>])[^]){0,20000}?)<\/m:oMath>/g, (_, formula: string) => {
      const isPlain = !STRUCTURE.test(formula)
      if (!isPlain) formulas++
      return `<w:r><w:t xml:space="preserve">${isPlain ? formula.replace(/<[^<>]*>/g, "") : UNREADABLE}</w:t></w:r>`
    })
  const text = hidden.join("").replace(/\s+/g, " ").trim()
  return {
    xml: readable,
    notices: [
      ...when(
        /[\p{L}\p{N}]{2}/u.test(text),
        `Hidden text isn't read: "${text.slice(0, 60)}". If customers may read it, switch its hiding off in Word.`
      ),
      ...when(formulas > 0, "A formula can't be read as words: its sentence isn't quoted. Write it as text."),
      ...when(/<w:altChunk\s/.test(xml), "An embedded document isn't read. Copy its text into the page.")
    ]
  }
}

const when = (isSo: boolean, notice: string): string[] => (isSo ? [notice] : [])

/** Matches a run that Word doesn't show, by its own properties. */
const VANISH = /^<w:r(?:\s[^<>]*)?>\s*<w:rPr>(?:(?!<\/w:rPr>)[^]){0,2000}?<w:vanish(?:\s+w:val="(?:true|1|on)")?\s*\/>/
/** Fractions, powers, roots and their like, whose signs stand beside each other in the text. */
const STRUCTURE = /<m:(?:f|sSup|sSub|sSubSup|rad|nary|d|func|m|limLow|limUpp|eqArr|acc|bar)>/

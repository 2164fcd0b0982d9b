import { type Token, Tokenizer, TokenizerMode } from "parse5"
import { linesOfText, depthOf, type MailLine } from "../../../text/mail/mail-line.ts"
import { type MailParts, partsOf } from "../../../text/mail/mail-parts.ts"
import { splitMail } from "../../../text/mail/split-mail.ts"

/**
 * Splits a mail, in plain text or in HTML, into its parts. Of HTML it takes the words that a reader sees. It runs in
 * linear time.
 */
export function cleanMail(mail: { text: string } | { html: string }): MailParts {
  return partsOf(splitMail("html" in mail ? linesOfHtml(mail.html) : linesOfText(mail.text)))
}

/**
 * Returns the lines of an HTML mail that a reader sees. Each line carries what the page's markup says about it: how
 * deep it is quoted and whether it belongs to a signature. The function builds no tree, so deep nesting costs nothing.
 * It loads and runs nothing, and it takes linear time.
 */
function linesOfHtml(html: string): MailLine[] {
  const page = new Page()
  const says = ({ chars }: Token.CharacterToken) => page.says(chars)
  const nothing = () => undefined
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag(tag) {
        page.opens(tag)
        if (RAW.has(tag.tagName))
          tokenizer.state =
            tag.tagName === "title" || tag.tagName === "textarea" ? TokenizerMode.RCDATA : TokenizerMode.RAWTEXT
      },
      onEndTag: (tag) => page.closes(tag.tagName),
      onCharacter: says,
      onWhitespaceCharacter: says,
      onNullCharacter: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing
    }
  )
  tokenizer.write(html, true)
  return page.end()
}

/** An element that is open at the current place of the page. */
interface Open extends MailMarks {
  name: string
  isHidden: boolean
}

/** An end tag closes an element only if that element is at most this many open elements above it. */
const MAX_ABOVE = 500

class Page {
  private readonly lines: MailLine[] = []
  private readonly open: Open[] = []
  private readonly counts = { quote: 0, cited: 0, header: 0, signature: 0, hidden: 0, pre: 0 }
  /** The pieces of the current line, and whether the line has visible text. */
  private pieces: string[] = []
  private isFilled = false
  private isBelow = false
  private isBelowMarked = false

  opens({ tagName: name, attrs }: Token.TagToken): void {
    if (name === "br") return this.breaks()
    if (VOID.has(name)) return name === "hr" ? this.blank() : undefined
    const attributes = new Map(attrs.map(({ name: key, value }) => [key, value]))
    this.separates(name, attributes)
    const marks = mailMarksOf(name, attributes)
    if (marks.isQuote !== this.counts.quote > 0 || marks.isSignature || marks.isBelow) this.endsLine()
    this.isBelow ||= marks.isBelow && this.counts.quote === 0
    const open = { name, isHidden: isHidden(attributes) || RAW.has(name) || name === "head", ...marks }
    this.open.push(open)
    this.count(open, 1)
  }

  /** Ends what the start of this element ends, and sets the element apart from what stands before it. */
  private separates(name: string, attributes: ReadonlyMap<string, string>): void {
    if (BLOCK.has(name) && this.open.at(-1)?.name === "p") this.closes("p")
    if (ENDS_ITSELF.has(name) && this.open.at(-1)?.name === name) this.closes(name)
    if (BLOCK.has(name)) this.endsLine()
    if (APART.has(name) && !/\bMso/.test(attributes.get("class") ?? "")) this.blank()
    if ((name === "td" || name === "th") && this.isFilled) this.pieces.push("\t")
  }

  closes(name: string): void {
    let at = this.open.length - 1
    const lowest = Math.max(0, this.open.length - MAX_ABOVE)
    while (at >= lowest && this.open[at]?.name !== name) at--
    if (at < lowest) return name === "p" || name === "br" ? this.breaks() : undefined
    while (this.open.length > at) {
      const open = this.open.at(-1)
      if (!open) return
      if (BLOCK.has(open.name) || open.isSignature) this.endsLine()
      this.open.pop()
      this.count(open, -1)
      if (APART.has(open.name) && open.name !== "p") this.blank()
    }
  }

  says(chars: string): void {
    if (this.counts.hidden > 0) return
    if (this.counts.pre === 0) {
      const text = chars.replace(/[ \t\n\r\f]+/g, " ")
      return this.adds(/[ \t]$/.test(this.pieces.at(-1) ?? " ") ? text.replace(/^ /, "") : text)
    }
    for (const [at, part] of chars.split("\n").entries()) {
      if (at > 0) this.breaks()
      this.adds(part)
    }
  }

  private adds(text: string): void {
    if (text === "") return
    this.pieces.push(text)
    this.isFilled ||= text.trim() !== ""
  }

  end(): MailLine[] {
    this.endsLine()
    return this.lines
  }

  private count(open: Open, by: 1 | -1): void {
    if (open.isQuote) this.counts.quote += by
    if (open.isCited) this.counts.cited += by
    if (open.isHeader) this.counts.header += by
    if (open.isSignature) this.counts.signature += by
    if (open.isHidden) this.counts.hidden += by
    if (open.name === "pre") this.counts.pre += by
  }

  /** Ends the line if it has text. The space of a "-- " line stays, because it marks a signature. */
  private endsLine(): void {
    if (this.isFilled) this.breaks()
    this.pieces = []
  }

  private breaks(): void {
    const text = this.pieces
      .join("")
      .replace(/\u00a0/g, " ")
      .replace(/[\u200b\ufeff]/g, "")
    const isEmpty = text.trim() === ""
    this.pieces = []
    this.isFilled = false
    const mark = isEmpty ? undefined : this.markOf()
    this.lines.push({
      text: isEmpty ? "" : /^-- +$/.test(text) ? "-- " : text.trimEnd(),
      depth: this.counts.quote + depthOf(text),
      ...(mark ? { mark } : {})
    })
  }

  private markOf(): MailLine["mark"] {
    if (this.isBelow && !this.isBelowMarked) {
      this.isBelowMarked = true
      return "below"
    }
    if (this.counts.header > 0 || this.counts.cited > 0) return "header"
    return this.counts.signature > 0 ? "signature" : undefined
  }

  private blank(): void {
    if (this.lines.at(-1)?.text !== "" && this.lines.length > 0) this.lines.push({ text: "", depth: this.counts.quote })
  }
}

/** What an element's markup says about the text in it. */
interface MailMarks {
  /** The element is a quote, one level deeper. */
  isQuote: boolean
  /** The markup itself marks the text as an earlier mail, not just as an indented block. */
  isCited: boolean
  isHeader: boolean
  /** The element and everything after it is an earlier mail. */
  isBelow: boolean
  isSignature: boolean
}

/**
 * Reads an element's name, `class`, `id`, `name`, `type` and `cite` in the ways in which Gmail, Outlook, Thunderbird,
 * Apple, Yahoo, GMX, Proton and others write them.
 */
function mailMarksOf(name: string, attributes: ReadonlyMap<string, string>): MailMarks {
  const label =
    `${attributes.get("class") ?? ""} ${attributes.get("id") ?? ""} ${attributes.get("data-smartmail") ?? ""} ${attributes.get("data-marker") ?? ""}`.slice(
      0,
      500
    )
  const isBlockquote = name === "blockquote"
  const isContainer = name === "div" && (QUOTE.test(label) || attributes.get("name") === "quote")
  return {
    isQuote: isBlockquote || isContainer,
    isCited:
      isContainer ||
      (isBlockquote &&
        (attributes.get("type")?.toLowerCase() === "cite" || attributes.has("cite") || /quote/i.test(label))),
    isHeader: HEADER.test(label),
    isBelow: BELOW.test(label),
    isSignature: SIGNATURE.test(label) && !/linebreak/i.test(label)
  }
}

/** `gmail_quote` is left out because it also holds answers that stand between the quotes. */
const QUOTE =
  /(?:^|[\s_-])(?:yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|moz-forward-container|freshdesk_quote|front-blockquote|zd-comment-quoted|quoted-text|mail-quote|bloop_original_html|hey_quote)/i
const HEADER = /(?:^|\s)(?:gmail_attr|moz-cite-prefix|reply-intro|x_gmail_attr|zmail_extra_hr|headerquote)(?:\s|$)/i
const BELOW =
  /(?:^|\s)(?:x_)?(?:divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION|mail-editor-reference-message-container|ms-outlook-mobile-reference-message|stopSpelling|isForwardContent|isReplyContent|__?zbProvidedContent|reply-?separator|outlook-reference)(?:\s|$)/i
const SIGNATURE = /signature|(?:^|[\s_-])(?:signatur|sig|firma-correo)(?:\s|$)/i

/** These elements begin and end a line. */
const BLOCK: ReadonlySet<string> = new Set(
  "address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul".split(
    " "
  )
)
/** These elements have a blank line around them. */
const APART: ReadonlySet<string> = new Set("h1 h2 h3 h4 h5 h6 p blockquote ul ol table hr pre dl".split(" "))
const VOID: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" ")
)
/** The text of these elements is read up to their end tag and isn't shown. */
const RAW: ReadonlySet<string> = new Set(
  "style script title noscript iframe noembed noframes textarea xmp template".split(" ")
)
/** The start tag of the same element ends one of these. */
const ENDS_ITSELF: ReadonlySet<string> = new Set(["li", "tr", "td", "th", "option", "dt", "dd"])

const isHidden = (attributes: ReadonlyMap<string, string>): boolean =>
  attributes.has("hidden") ||
  /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(
    (attributes.get("style") ?? "").slice(0, 1000)
  )

/** What an element's markup says about the text in it. */
export interface MailMarks {
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
export function mailMarksOf(name: string, attributes: ReadonlyMap<string, string>): MailMarks {
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
export const BLOCK: ReadonlySet<string> = new Set(
  "address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul".split(
    " "
  )
)
/** These elements have a blank line around them. */
export const APART: ReadonlySet<string> = new Set("h1 h2 h3 h4 h5 h6 p blockquote ul ol table hr pre dl".split(" "))
export const VOID: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" ")
)
/** The text of these elements is read up to their end tag and isn't shown. */
export const RAW: ReadonlySet<string> = new Set(
  "style script title noscript iframe noembed noframes textarea xmp template".split(" ")
)
/** The start tag of the same element ends one of these. */
export const ENDS_ITSELF: ReadonlySet<string> = new Set(["li", "tr", "td", "th", "option", "dt", "dd"])

export const isHidden = (attributes: ReadonlyMap<string, string>): boolean =>
  attributes.has("hidden") ||
  /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(
    (attributes.get("style") ?? "").slice(0, 1000)
  )

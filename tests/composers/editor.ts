/**
 * What stands in an editor before: each part left out is not there. `blank`: an empty paragraph under what stands
 * above.
 */
export interface Standing {
  own?: string[]
  /** Below the own words, points of a list. */
  list?: string[]
  blank?: boolean
  quote?: string[]
  /** The quote has no line above it that tells whose it is. */
  bareQuote?: true
  signature?: string[]
}

/** One real editor, opened. */
export interface Opened {
  element: HTMLElement
  /** What the editor would save, to the byte: its own data, value or state. */
  model(): string
  /** The same as lines a person reads; paragraphs apart by a blank line. */
  lines(): string
  /** Resolves when the editor has noted what was typed as a step of its undo, where it waits until typing pauses. */
  noted?(): Promise<void>
  readOnly(): void
  /** Takes back whatever is put in, as a script of the page may. */
  revert(): void
  close(): void
}

export interface Editor {
  name: string
  /**
   * What this editor does otherwise than the contract says, and no composer can help. docs/composers/README.md says why.
   */
  differs?: {
    /** The keys of its redo, where they are others than Ctrl+Shift+Z. */
    redo?: string
    /** Makes plain spaces of single non-breaking ones. */
    plainSpaces?: true
    /** Undoes what was typed in the moment before together with the draft. */
    undoesTogether?: true
    /**
     * Undoes what is typed behind the draft together with it, unless the agent has clicked into the editor in between.
     */
    undoesTyping?: true
    /** Has no place below a list that ends it. */
    endsInList?: true
    /** Makes one sign of a letter and its accent. */
    composes?: true
    /** Draws what is in sight, so that a text of many pages isn't written. */
    drawsPart?: true
    /** A caret is always somewhere in it. */
    alwaysCaret?: true
  }
  open(standing?: Standing): Promise<Opened>
}

const ATTRIBUTION = "On Tue, Maya wrote:"

export function plainOf({ own, list, blank, quote, bareQuote, signature }: Standing = {}): string {
  return [
    own?.join("\n\n"),
    list?.map((point) => `- ${point}`).join("\n"),
    blank ? "" : undefined,
    quote && `${bareQuote ? "" : `${ATTRIBUTION}\n`}${quote.map((line) => `> ${line}`).join("\n")}`,
    signature && ["-- ", ...signature].join("\n")
  ]
    .filter((part) => part !== undefined)
    .join("\n\n")
}

/** As a browser's own Enter makes them: each line in its own `<div>`. */
export function linesAsHtml(standing: Standing = {}): string {
  const { list, ...others } = standing
  const text = plainOf(others)
  const points = list ? `<ul>${list.map((point) => `<li>${point}</li>`).join("")}</ul>` : ""
  return (
    points +
    (text &&
      text
        .split("\n")
        .map((line) =>
          line.startsWith("> ")
            ? `<blockquote>${line.slice(2)}</blockquote>`
            : `<div>${line.replace(/ $/, "&nbsp;") || "<br>"}</div>`
        )
        .join(""))
  )
}

/** Paragraphs; `quote` and `signature` as this kind of editor has them, with one line a break. */
export function htmlOf(
  { own = [], list, blank, quote, signature }: Standing,
  as: { quote(lines: string[]): string; signature(lines: string[]): string } = usual
): string {
  return [
    ...own.map((words) => `<p>${words}</p>`),
    ...(list ? [`<ul>${list.map((point) => `<li>${point}</li>`).join("")}</ul>`] : []),
    ...(blank ? ["<p>&nbsp;</p>"] : []),
    ...(quote ? [as.quote(quote)] : []),
    ...(signature ? [as.signature(signature)] : [])
  ].join("")
}

/** Where no class stands at a paragraph, and none is empty but by having nothing in it. */
export const bare = {
  quote: (lines: string[]) => `<p>${ATTRIBUTION}</p><blockquote><p>${lines.join("<br>")}</p></blockquote>`,
  signature: (lines: string[]) => `<p>--&nbsp;<br>${lines.join("<br>")}</p>`
}

const usual = {
  quote: (lines: string[]) => `<p>${ATTRIBUTION}</p><blockquote><p>${lines.join("<br>")}</p></blockquote>`,
  signature: (lines: string[]) => `<p class="signature">${lines.join("<br>")}</p>`
}

/** Request Tracker's way. */
export const trackers = {
  quote: (lines: string[]) => `<div>${ATTRIBUTION}<blockquote><pre>${lines.join("\n")}\n</pre></blockquote></div>`,
  signature: (lines: string[]) => `<p>--&nbsp;<br>${lines.join("<br>")}</p>`
}

/** What this HTML holds; no script of it runs. */
export const nodesOf = (html: string): ChildNode[] => [
  ...new DOMParser().parseFromString(html, "text/html").body.childNodes
]

/**
 * Saved HTML as lines, by a way of its own: paragraphs of text, breaks, nothing else. CKEditor 4 saves a line's end
 * after each break.
 */
export function linesOf(html: string): string {
  const saved = new DOMParser().parseFromString(html.replace(/<br \/>\n/g, "<br>"), "text/html")
  saved.querySelectorAll("br").forEach((each) => each.replaceWith("\n"))
  const paragraphs = [...saved.querySelectorAll("p, pre")].map((each) =>
    (each.textContent ?? "").replaceAll("\u00a0", " ").replace(/^ $/, "")
  )
  return paragraphs.join("\n\n")
}

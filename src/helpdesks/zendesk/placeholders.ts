/**
 * Matches a value, `{{ticket.requester.name}}`, or a condition, `{% if ... %}`, which only Zendesk itself can evaluate.
 */
const ONE = String.raw`\{\{[^{}]*\}\}|\{%[^{}%]*%\}`
const PLACEHOLDER = new RegExp(ONE, "g")
/**
 * Matches placeholders with only white space between them, because it can't be known which of them a text came from.
 */
const RUN = new RegExp(`(?:${ONE})(?:\\s*(?:${ONE}))*`, "g")

export function hasPlaceholder(text: string): boolean {
  return text.search(PLACEHOLDER) !== -1
}

/** Replaces each placeholder by its value. An unknown or empty one becomes a blank that the agent fills. */
export function fillPlaceholders(text: string, facts: ReadonlyMap<string, string>): string {
  return text.replace(PLACEHOLDER, (placeholder) => facts.get(placeholder.slice(2, -2).trim()) || blankOf(placeholder))
}

/**
 * A preview silently drops values that are empty or unknown. Where a placeholder of the macro's own text left nothing
 * in the preview, a blank is added. A preview that doesn't match that text (a condition was evaluated) stays as it is.
 */
export function previewWithBlanks(own: string, preview: string): string {
  const literals = own.split(RUN).map((literal) => literal.replace(/\s+/g, ""))
  const letters = preview.replace(/\s+/g, "")
  const offsets = [...preview.matchAll(/\S/g)].map(({ index }) => index)
  const offset = (letter: number) => offsets[letter] ?? preview.length
  const values: string[] = []
  let end = 0
  for (const [n, literal] of literals.entries()) {
    const last = letters.length - literal.length
    const at = n === 0 ? 0 : n === literals.length - 1 ? last : letters.indexOf(literal, end)
    if (at < end || !letters.startsWith(literal, at)) return preview
    if (n > 0) values.push(preview.slice(offset(end), offset(at)).trim())
    end = at + literal.length
  }
  if (!values.includes("")) return preview
  let n = 0
  return own.replace(RUN, (run) => values[n++] || (run.match(PLACEHOLDER) ?? []).map(blankOf).join(" "))
}

/** "{{ticket.ticket_field_360001 | upcase}}" asks for the "ticket field 360001". */
function blankOf(placeholder: string): string {
  const name = placeholder
    .slice(2, -2)
    .replace(/\|.*/s, "")
    .trim()
    .replace(/^ticket\./, "")
    .replace(/[\s._[\]]+/g, " ")
    .trim()
  return `[[${name.slice(0, LONGEST) || "?"}]]`
}

/** The most characters of a blank's name. */
const LONGEST = 120

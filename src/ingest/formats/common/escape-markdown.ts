/** Plain text inside a line that Markdown shows as it is. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_[\]<>|~]/g, "\\$&").replace(/&(?=#?\w{1,31};)/g, "\\&")

/** The same of a whole line, which might be taken for a heading, a rule or the item of a list. */
export const escapeMarkdownLine = (text: string): string =>
  escapeMarkdown(text).replace(/^(?:[#+=-]|(\d{1,9})(?=[.)](?:\s|$)))/, (mark, digits?: string) =>
    digits === undefined ? `\\${mark}` : `${digits}\\`
  )

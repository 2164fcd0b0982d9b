/** Escapes plain text so that Markdown shows it unchanged inside a line. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_[\]<>|~]/g, "\\$&").replace(/&(?=#?\w{1,31};)/g, "\\&")

/** Does the same for a whole line, which could otherwise be read as a heading, a rule or a list item. */
export const escapeMarkdownLine = (text: string): string =>
  escapeMarkdown(text).replace(/^(?:[#+=-]|(\d{1,9})(?=[.)](?:\s|$)))/, (mark, digits?: string) =>
    digits === undefined ? `\\${mark}` : `${digits}\\`
  )

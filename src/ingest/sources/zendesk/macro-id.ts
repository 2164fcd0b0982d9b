/**
 * Extracts Zendesk's own id of a macro from a document's id (see `zendesk.ts`, `macros.ts`). Returns undefined for
 * every other document.
 */
export function macroIdOf(document: string): string | undefined {
  return /^zendesk-[^/]+-macros\/macro-(\d+)(?:-|$)/.exec(document)?.[1]
}

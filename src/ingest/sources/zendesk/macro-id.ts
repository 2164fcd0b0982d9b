/**
 * Zendesk's own id of a macro, out of the document's (see `zendesk.ts`, `macros.ts`); undefined for every other
 * document.
 */
export function macroIdOf(document: string): string | undefined {
  return /^zendesk-[^/]+-macros\/macro-(\d+)(?:-|$)/.exec(document)?.[1]
}

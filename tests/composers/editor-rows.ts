/** A row of the list in docs/composers/README.md. */
export interface EditorRow {
  name: string
  /** The editor's own page, from docs/composers. */
  page?: string
  triedWith: string
  composer: string
  otherwise: string
}

export function editorRows(readme: string): EditorRow[] {
  const lines = readme.matchAll(/^\| (?:\[(.+?)\]\((.+?)\)|(\w.*?)) \| (.+?) \| `(\w+)` \| (.+?) \|$/gm)
  return [...lines].map(([, linked, page, plain, triedWith = "", composer = "", otherwise = ""]) => ({
    name: linked ?? plain ?? "",
    ...(page ? { page } : {}),
    triedWith,
    composer,
    otherwise
  }))
}

import { readFileSync } from "node:fs"
import { join } from "node:path"

/** The names of all editors of the contract, from the file of their list: Node can't load what is made for a browser. */
export const editorNames = [
  ...readFileSync(join(import.meta.dirname, "editors.ts"), "utf8").matchAll(/\bname: "([^"]+)"/g)
].map(([, name = ""]) => name)

import { readFileSync } from "node:fs"
import { join } from "node:path"

/** The names of all editors of the contract, read from the file that lists them: Node can't load browser code. */
export const editorNames = [
  ...readFileSync(join(import.meta.dirname, "editors.ts"), "utf8").matchAll(/\bname: "([^"]+)"/g)
].map(([, name = ""]) => name)

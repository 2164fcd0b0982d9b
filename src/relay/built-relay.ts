import { globSync } from "node:fs"
import { dirname, join } from "node:path"
import { isCurrent, lineOf } from "./is-current.mjs"

const root = join(import.meta.dirname, "../..")

/** Where `npm run build` puts the bundled relay. */
export const BUILT_RELAY = join(root, "build/relay")

/** The file of the bundle that a source file becomes if it is an entry. All of them lie in one folder. */
export const builtFile = (source: string, folder = BUILT_RELAY) =>
  join(
    folder,
    `${source
      .replace(/^src\//, "")
      .replace(/\.ts$/, "")
      .replaceAll("/", ".")}.js`
  )

/** The file of the bundle that runs it. */
export const builtMain = (folder = BUILT_RELAY) => builtFile("src/relay/main.ts", folder)

/** The file of the bundle that tells what it was made from. */
export const builtNote = (folder = BUILT_RELAY) => join(folder, "made-from")

/** Lists every file that is bundled, and every folder of theirs, as `isCurrent` reads it. */
export function sourcesOfRelay(): string {
  const files = globSync(["src/**/*.ts", "lexicon/**/*.txt", "package-lock.json"], { cwd: root })
  const folders = new Set(files.map((file) => dirname(file)).filter((folder) => folder !== "."))
  return [...files, ...folders]
    .sort()
    .map((path) => lineOf(path, root))
    .join("\n")
}

/** Says whether the bundle is there and was made from the sources as they are now. */
export const isBuiltRelayCurrent = (folder = BUILT_RELAY): boolean => isCurrent(builtNote(folder), root)

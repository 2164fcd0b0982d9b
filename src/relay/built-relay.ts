import { existsSync, globSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"

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

/** Lists every file that is bundled, with its size and the time of its last change. */
export function sourcesOfRelay(): string {
  return globSync(["src/**/*.ts", "lexicon/**/*.txt", "package-lock.json"], { cwd: root })
    .sort()
    .map((file) => {
      const { size, mtimeMs } = statSync(join(root, file))
      return `${file} ${size} ${mtimeMs}`
    })
    .join("\n")
}

/** Says whether the bundle is there and was made from the sources as they are now. */
export function isBuiltRelayCurrent(folder = BUILT_RELAY): boolean {
  const note = builtNote(folder)
  return existsSync(note) && readFileSync(note, "utf8") === sourcesOfRelay()
}

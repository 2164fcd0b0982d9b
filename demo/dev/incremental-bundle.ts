import { mkdirSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { context, type BuildOptions } from "esbuild"

/** Paths below the project of sources that have changed. Without them, everything may have. */
export type ChangedFiles = ReadonlySet<string> | undefined

export interface IncrementalBundle {
  /**
   * Bundles again if the bundle has one of these files in it, and writes the files that differ. Says whether any did.
   * @throws BuildFailure of esbuild, and leaves the files as they were
   */
  rebuild(files?: ChangedFiles): Promise<boolean>
  close(): Promise<void>
}

/** Keeps what esbuild has read, so that bundling again reads only what has changed. */
export async function incrementalBundle(options: BuildOptions): Promise<IncrementalBundle> {
  const bundle = await context({ ...options, write: false, metafile: true, logLevel: "silent" })
  const hashes = new Map<string, string>()
  /** What the last bundle was made from, unless there is none or it failed. */
  let inputs: ReadonlySet<string> | undefined
  return {
    async rebuild(files) {
      if (files && inputs?.isDisjointFrom(files)) return false
      inputs = undefined
      const { outputFiles = [], metafile } = await bundle.rebuild()
      inputs = new Set(Object.keys(metafile?.inputs ?? {}))
      const differing = outputFiles.filter(({ path, hash }) => hashes.get(path) !== hash)
      for (const { path, contents, hash } of differing) {
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, contents)
        hashes.set(path, hash)
      }
      return differing.length > 0
    },
    close: () => bundle.dispose()
  }
}

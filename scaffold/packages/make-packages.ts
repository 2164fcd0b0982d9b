import { readFileSync } from "node:fs"
import { join } from "node:path"
import { writeChecksums } from "./checksums.ts"
import { layOut } from "./lay-out.ts"
import { parseManifest, STORES } from "./store-manifest.ts"
import { zipFolder } from "./zip-folder.ts"

/**
 * Makes of one build what each store takes: a zip file, and beside it the folder that it was made of, which a browser
 * can load unpacked.
 * @param build the folder of the built extension
 * @param folder gets the zip files; what is there under their names is replaced
 * @returns the names of the zip files
 */
export async function makePackages(build: string, folder: string): Promise<string[]> {
  const { version } = parseManifest(readFileSync(join(build, "manifest.json"), "utf8"))
  const names: string[] = []
  for (const store of STORES) {
    const name = `replywright-${version}-${store}.zip`
    layOut(build, join(folder, store), store)
    await zipFolder(join(folder, store), join(folder, name))
    names.push(name)
  }
  writeChecksums(folder, names)
  return names
}

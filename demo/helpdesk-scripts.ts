import { readdirSync, readFileSync } from "node:fs"
import { basename, dirname, join, relative } from "node:path"

/**
 * Returns what the script of each helpdesk runs, by the helpdesk's id: it brings the adapter, with what of it may be
 * corrected, into a page. The paths are from the root.
 */
export function helpdeskScripts(root: string): Map<string, string> {
  const all = (type: string) =>
    declarationsOf(join(root, "src/helpdesks"), new RegExp(`^export const (\\w+): ${type} = `, "m"))
  const correctables = all("Correctable")
  const from = (path: string) => JSON.stringify(`./${relative(root, path)}`)
  return new Map(
    all("HelpdeskAdapter").map(({ name, path }) => {
      const id = folderOf(path)
      const correctable = correctables.find((one) => folderOf(one.path) === id)
      if (!correctable)
        throw new Error(`src/helpdesks/${id} has no Correctable: say which of its selectors may be corrected.`)
      return [
        id,
        `import { bringHelpdesk } from "./src/helpdesks/contract/in-page.ts"
import { ${name} } from ${from(path)}
import { ${correctable.name} } from ${from(correctable.path)}
bringHelpdesk(${name}, ${correctable.name})
`
      ]
    })
  )
}

/** Returns the exported constants of this form, one a file, of all files below a folder. */
export function declarationsOf(folder: string, declared: RegExp): { name: string; path: string }[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file)
  )
  return files.sort().flatMap((file) => {
    const path = join(folder, file)
    const name = declared.exec(readFileSync(path, "utf8"))?.[1]
    return name === undefined ? [] : [{ name, path }]
  })
}

export const folderOf = (path: string) => basename(dirname(path))

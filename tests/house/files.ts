import { execFileSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { helpdeskScripts } from "../../demo/helpdesk-scripts.ts"

/** The repository's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "../..")

/** TypeScript files of these folders that git knows or would add, from the root. */
export function sourceFiles(...folders: string[]): string[] {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "--", ...folders], {
    cwd: root,
    encoding: "utf8"
  })
  return listed
    .split("\n")
    .filter((file) => /\.(tsx?|mts)$/.test(file) && existsSync(join(root, file)))
    .sort()
}

/** What the scripts of the helpdesks import, which the build makes of them. */
export const HELPDESK_MODULES: readonly string[] = [...helpdeskScripts(root).values()].flatMap((script) =>
  [...script.matchAll(/from "\.\/([^"]+)"/g)].map(([, file = ""]) => file)
)

export function lineCount(file: string): number {
  return readFileSync(join(root, file), "utf8").split("\n").length - 1
}

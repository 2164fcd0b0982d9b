import { execFile } from "node:child_process"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import * as z from "zod/mini"
import { ReleaseError } from "./release-error.ts"

const licence = z.object({
  expression: z.optional(z.string()),
  license: z.optional(
    z.object({
      id: z.optional(z.string()),
      name: z.optional(z.string()),
      text: z.optional(z.object({ content: z.string(), encoding: z.optional(z.literal("base64")) }))
    })
  )
})

const component = z.object({
  name: z.string(),
  group: z.optional(z.string()),
  version: z.string(),
  licenses: z.optional(z.array(licence)),
  evidence: z.optional(z.object({ licenses: z.optional(z.array(licence)) })),
  get components() {
    return z.optional(z.array(component))
  }
})

const materials = z.object({ components: z.array(component) })

/** A bill of materials of what is shipped, in CycloneDX's JSON, with the texts of the licences. */
export type Materials = z.infer<typeof materials>
type Component = z.infer<typeof component>

/**
 * Writes the bill of materials of the packages that the extension and the relay ship, without the tools that build them.
 * @throws ReleaseError if the packages installed are not those of the lock file
 */
export async function writeBillOfMaterials(root: string, file: string): Promise<Materials> {
  const program = join(import.meta.dirname, "../../node_modules/@cyclonedx/cyclonedx-npm/bin/cyclonedx-npm-cli.js")
  const options = ["--omit", "dev", "--gather-license-texts", "--output-reproducible", "--output-file", file]
  await promisify(execFile)(process.execPath, [program, ...options], { cwd: root }).catch((cause: unknown) => {
    throw new ReleaseError(["The packages can't be listed: run npm ci, and try again."], { cause })
  })
  return materials.parse(JSON.parse(await readFile(file, "utf8")))
}

/** Returns the licences of all packages in one text, each package once, in the order of their names. */
export function licenceTexts({ components }: Materials): string {
  const sections = new Map(allOf(components).map((one) => [titleOf(one), sectionOf(one)]))
  const titles = [...sections.keys()].sort()
  const head = "Replywright ships these packages, or parts of them, in its extension and its relay."
  return [head, ...titles.map((title) => `${"=".repeat(80)}\n${title}\n\n${sections.get(title)}`)].join("\n\n") + "\n"
}

const allOf = (components: readonly Component[]): Component[] =>
  components.flatMap((one) => [one, ...allOf(one.components ?? [])])

const titleOf = ({ group, name, version, licenses = [] }: Component) => {
  const names = licenses.map(({ expression, license }) => expression ?? license?.id ?? license?.name ?? "")
  return `${group === undefined ? "" : `${group}/`}${name} ${version}: ${names.join(", ") || "no licence named"}`
}

function sectionOf({ evidence }: Component): string {
  const texts = (evidence?.licenses ?? []).flatMap(({ license }) => (license?.text ? [license.text] : []))
  const plain = texts.map(({ content, encoding }) =>
    (encoding === "base64" ? Buffer.from(content, "base64").toString("utf8") : content).replaceAll("\r\n", "\n").trim()
  )
  return plain.join("\n\n") || "The package brings no text of its licence."
}

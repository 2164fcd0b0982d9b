import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as z from "zod/mini"
import type { Check } from "./check.ts"

const lockedPackage = z.object({
  version: z.optional(z.string()),
  license: z.optional(z.string()),
  resolved: z.optional(z.string()),
  integrity: z.optional(z.string()),
  dev: z.optional(z.boolean()),
  link: z.optional(z.boolean()),
  inBundle: z.optional(z.boolean()),
  hasInstallScript: z.optional(z.boolean())
})
const lockFile = z.object({ packages: z.record(z.string(), lockedPackage) })
const packageFile = z.object({ allowScripts: z.optional(z.record(z.string(), z.boolean())) })

/** A package of the lock file. */
export interface LockedPackage extends z.infer<typeof lockedPackage> {
  name: string
  version: string
}

/** Returns the packages of the lock file, those of the root left out. */
export function lockedPackages(root: string): LockedPackage[] {
  const { packages } = lockFile.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")))
  return Object.entries(packages)
    .filter(([path, { link }]) => path.includes("node_modules/") && !link)
    .map(([path, locked]) => ({
      ...locked,
      name: path.replace(/^.*node_modules\//, ""),
      version: locked.version ?? ""
    }))
}

/** Licences under which a package may be shipped. */
const LICENCES = new Set(
  (
    "0BSD AFL-2.1 Apache-2.0 BlueOak-1.0.0 BSD BSD-2-Clause BSD-3-Clause CC-BY-4.0 CC0-1.0 ISC MIT MPL-1.1 MPL-2.0 " +
    "OFL-1.1 Python-2.0 Unlicense Zlib"
  ).split(" ")
)

/** Every package that is shipped has a licence that allows it. */
export function checkLicences(packages: readonly LockedPackage[]): Check {
  const shipped = packages.filter(({ dev }) => !dev)
  return {
    name: "licences",
    note: `${shipped.length} packages that are shipped`,
    faults: shipped
      .filter(({ license }) => license === undefined || !isAllowed(license))
      .map(({ name, version, license }) => `${name} ${version}: ${license ?? "no licence named"}`)
  }
}

/** Reads an expression such as "(MIT OR GPL-3.0)" or "MIT AND Zlib". One of the alternatives has to be allowed as a whole. */
function isAllowed(expression: string): boolean {
  return expression
    .replace(/[()]/g, "")
    .split(/ or /i)
    .some((alternative) => alternative.split(/ and /i).every((licence) => LICENCES.has(licence.trim())))
}

/** Install scripts run only if package.json names the package, and all packages come from npm's registry as locked. */
export function checkInstallation(root: string, packages: readonly LockedPackage[]): Check {
  const { allowScripts = {} } = packageFile.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")))
  const withScript = packages.filter(({ hasInstallScript }) => hasInstallScript)
  const downloaded = packages.filter(({ inBundle }) => !inBundle)
  return {
    name: "installation of packages",
    note: `${packages.length} packages, ${withScript.length} with a script of their own`,
    faults: [
      ...withScript
        .filter(({ name }) => !Object.hasOwn(allowScripts, name))
        .map(({ name }) => `${name} has an install script, and allowScripts in package.json says nothing about it.`),
      ...downloaded
        .filter(({ resolved }) => resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/"))
        .map(({ name, resolved }) => `${name} comes from ${resolved}.`),
      ...downloaded.filter(({ integrity }) => !integrity).map(({ name }) => `${name} has no checksum in the lock file.`)
    ]
  }
}

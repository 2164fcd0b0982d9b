import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { root as checkout } from "../../demo/root.ts"
import { writeBillOfMaterials } from "../release/components.ts"
import { ReleaseError } from "../release/release-error.ts"
import { linesOf, type Check } from "./check.ts"
import { checkDataFolder } from "./data-folder.ts"
import { checkManifest } from "./manifest.ts"
import { checkInstallation, checkLicences, lockedPackages } from "./packages.ts"
import { checkRelay } from "./running-relay.ts"
import { checkSecrets } from "./secrets.ts"
import { checkVulnerabilities } from "./vulnerabilities.ts"

const USAGE = `npm run audit -- security [--osv FILE] [--relay URL] [--sbom FILE]   reports on this checkout and its data folder
  --osv     records of osv.dev for npm, with which the locked packages are compared
  --relay   a running relay, whose headers and routes are asked without a token
  --sbom    where the bill of materials goes, in CycloneDX`

/** Prints one report and returns the exit status: 0 if nothing is wrong, 1 if something is, 2 for a wrong call. */
export async function runSecurityReport(
  args: string[],
  environment: Record<string, string | undefined>,
  print: (line: string) => void,
  root = checkout
): Promise<number> {
  const options = readOptions(args)
  if (!options) {
    print(USAGE)
    return 2
  }
  const fileOf = (path: string) => resolve(environment["INIT_CWD"] ?? ".", path)
  const packages = lockedPackages(root)
  const checks: Check[] = [
    checkLicences(packages),
    checkInstallation(root, packages),
    checkVulnerabilities(packages, options.osv === undefined ? undefined : fileOf(options.osv)),
    checkManifest(root),
    checkSecrets(root),
    checkDataFolder(environment),
    ...(await checkRelay(options.relay?.replace(/\/$/, "")))
  ]
  if (options.sbom !== undefined) checks.push(await checkMaterials(root, fileOf(options.sbom)))
  for (const line of checks.flatMap(linesOf)) print(line)
  const faults = checks.reduce((sum, check) => sum + check.faults.length, 0)
  const open = checks.filter(({ wasSkipped }) => wasSkipped).length
  print(`${faults} faults, ${checks.length - open} of ${checks.length} checks made.`)
  return faults === 0 ? 0 : 1
}

/** Writes the bill of materials. It fails if the packages installed aren't those of the lock file. */
async function checkMaterials(root: string, file: string): Promise<Check> {
  const name = "bill of materials"
  try {
    const { components } = await writeBillOfMaterials(root, file)
    return { name, note: `${components.length} components in ${file}`, faults: [] }
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    return { name, note: file, faults: [error.message] }
  }
}

function readOptions(args: string[]) {
  const text = { type: "string" } as const
  try {
    return parseArgs({ args, options: { osv: text, relay: text, sbom: text } }).values
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

import { readFileSync } from "node:fs"
import * as z from "zod/mini"
import { skipped, type Check } from "./check.ts"
import type { LockedPackage } from "./packages.ts"

const event = z.object({
  introduced: z.optional(z.string()),
  fixed: z.optional(z.string()),
  last_affected: z.optional(z.string())
})
const affected = z.object({
  package: z.object({ ecosystem: z.string(), name: z.string() }),
  versions: z.optional(z.array(z.string())),
  ranges: z.optional(z.array(z.object({ type: z.string(), events: z.array(event) })))
})
const record = z.object({
  id: z.string(),
  summary: z.optional(z.string()),
  withdrawn: z.optional(z.string()),
  affected: z.optional(z.array(affected))
})
const file = z.union([z.array(record), z.object({ vulns: z.array(record) }), record])
type Affected = z.infer<typeof affected>

const NAME = "known vulnerabilities"

/**
 * No package is affected by a record of the file, which is in the format of OSV: one record, a list of them, or
 * `{"vulns": [...]}`. Nothing is asked over the network.
 */
export function checkVulnerabilities(packages: readonly LockedPackage[], osvFile: string | undefined): Check {
  if (osvFile === undefined) return skipped(NAME, "give a file of osv.dev for npm with --osv FILE")
  const content = file.parse(JSON.parse(readFileSync(osvFile, "utf8")))
  const records = Array.isArray(content) ? content : "vulns" in content ? content.vulns : [content]
  const byName = Map.groupBy(packages, ({ name }) => name)
  const faults = records
    .filter(({ withdrawn }) => withdrawn === undefined)
    .flatMap(({ id, summary = "", affected: all = [] }) =>
      all
        .filter((one) => one.package.ecosystem === "npm")
        .flatMap((one) => (byName.get(one.package.name) ?? []).filter(({ version }) => isAffected(one, version)))
        .map(({ name, version, dev }) => `${name} ${version}${dev ? ", a build tool" : ""}: ${id} ${summary}`.trim())
    )
  return { name: NAME, note: `${records.length} records`, faults: [...new Set(faults)] }
}

function isAffected({ versions = [], ranges = [] }: Affected, version: string): boolean {
  return versions.includes(version) || ranges.some(({ type, events }) => type === "SEMVER" && isWithin(events, version))
}

/** The last event at or below the version says whether it is affected. */
function isWithin(events: readonly z.infer<typeof event>[], version: string): boolean {
  let isIn = false
  const sorted = events.toSorted((a, b) => compareVersions(at(a), at(b)))
  for (const one of sorted) {
    const order = compareVersions(version, at(one))
    if (one.introduced !== undefined && order >= 0) isIn = true
    if (one.fixed !== undefined && order >= 0) isIn = false
    if (one.last_affected !== undefined && order > 0) isIn = false
  }
  return isIn
}

const at = ({ introduced, fixed, last_affected: last }: z.infer<typeof event>) => introduced ?? fixed ?? last ?? "0"

/** Compares two versions by Semantic Versioning, pre-releases included. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [partsOf(one), partsOf(other)]
  const numbers = [0, 1, 2].map((n) => (a.numbers[n] ?? 0) - (b.numbers[n] ?? 0)).find((difference) => difference !== 0)
  if (numbers !== undefined) return numbers
  if (a.pre.length === 0 || b.pre.length === 0) return b.pre.length - a.pre.length
  for (let n = 0; n < Math.max(a.pre.length, b.pre.length); n++) {
    const order = comparePart(a.pre[n], b.pre[n])
    if (order !== 0) return order
  }
  return 0
}

function partsOf(version: string): { numbers: number[]; pre: string[] } {
  const [core = "", pre = ""] = version.replace(/\+.*$/, "").split(/-(.*)/s)
  return { numbers: core.split(".").map(Number), pre: pre === "" ? [] : pre.split(".") }
}

/** A number comes before a word, and what is missing before both. */
function comparePart(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) return Number(one !== undefined) - Number(other !== undefined)
  const isNumber = [one, other].map((part) => /^\d+$/.test(part))
  if (isNumber[0] && isNumber[1]) return Number(one) - Number(other)
  if (isNumber[0] !== isNumber[1]) return isNumber[0] ? -1 : 1
  return one < other ? -1 : Number(one > other)
}

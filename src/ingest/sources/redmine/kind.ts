import { argumentOf, listOf, partsToImport } from "../helpdesk/helpdesk-address.ts"
import type { ImportSourceKind } from "../../source/source-kind.ts"
import { allowedHosts, numberIn, WEB_OPTIONS } from "../web/web-options.ts"
import { keyOf, PARTS, parseRedmineAddress } from "./redmine-address.ts"
import { redmineSource } from "./redmine.ts"

const FLAG = { type: "boolean" } as const
const NAMES = { type: "string", multiple: true } as const

/** Opens a Redmine's wikis and closed issues, each as a source of its own. */
export const redmine: ImportSourceKind = {
  kind: "redmine",
  usage:
    "redmine:https://REDMINE.EXAMPLE.COM [--project NAME] [--wiki [--public PROJECT]] [--issues [--days N]]   a Redmine's wikis and closed issues, or the part named; REDMINE_API_KEY",
  options: { ...WEB_OPTIONS, wiki: FLAG, issues: FLAG, days: { type: "string" }, project: NAMES, public: NAMES },
  async open(argument, { values, environment, rules, visibility }) {
    const address = parseRedmineAddress(argument)
    if (!address) return undefined
    const { base } = address
    const [days, key] = [numberIn(values, "days", 1, 3650), keyOf(environment)]
    return partsToImport(address.parts, PARTS, values).map((part) => ({
      argument: argumentOf("redmine", base, part),
      source: redmineSource({
        base,
        part,
        key,
        visibility,
        projects: listOf(values, "project"),
        publicProjects: listOf(values, "public"),
        allowHosts: allowedHosts(values),
        ...(rules && { rules }),
        ...(days !== undefined && { days })
      })
    }))
  }
}

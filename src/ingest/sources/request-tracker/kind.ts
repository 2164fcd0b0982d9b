import { argumentOf, listOf, partsToImport } from "../helpdesk/helpdesk-address.ts"
import type { ImportSourceKind } from "../../source/source-kind.ts"
import { allowedHosts, numberIn, WEB_OPTIONS } from "../web/web-options.ts"
import { authorizationOf, PARTS, parseTrackerAddress } from "./tracker-address.ts"
import { requestTrackerSource } from "./request-tracker.ts"

const FLAG = { type: "boolean" } as const
const NAMES = { type: "string", multiple: true } as const

/** Opens a Request Tracker's articles and solved tickets, each as a source of its own. */
export const requestTracker: ImportSourceKind = {
  kind: "rt",
  usage:
    "rt:https://SUPPORT.EXAMPLE.COM/RT [--articles [--public CLASS]] [--tickets [--queue NAME] [--status NAME] [--days N]]   a Request Tracker's articles and resolved tickets, or the part named; RT_TOKEN, or RT_USER and RT_PASSWORD",
  options: {
    ...WEB_OPTIONS,
    articles: FLAG,
    tickets: FLAG,
    days: { type: "string" },
    queue: NAMES,
    status: NAMES,
    public: NAMES
  },
  async open(argument, { values, environment, rules, visibility }) {
    const address = parseTrackerAddress(argument)
    if (!address) return undefined
    const { base } = address
    const [days, authorization, statuses] = [
      numberIn(values, "days", 1, 3650),
      authorizationOf(environment),
      listOf(values, "status")
    ]
    return partsToImport(address.parts, PARTS, values).map((part) => ({
      argument: argumentOf("rt", base, part),
      source: requestTrackerSource({
        base,
        part,
        authorization,
        queues: listOf(values, "queue"),
        publicClasses: visibility === "internal" ? [] : listOf(values, "public"),
        allowHosts: allowedHosts(values),
        ...(statuses.length > 0 && { statuses }),
        ...(rules && { rules }),
        ...(days !== undefined && { days })
      })
    }))
  }
}

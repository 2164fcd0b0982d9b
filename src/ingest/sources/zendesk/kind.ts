import type { ImportSourceKind } from "../../source/source-kind.ts"
import { partsToImport } from "../helpdesk/helpdesk-address.ts"
import { SourceError } from "../../source/source.ts"
import { allowedHosts, numberIn, WEB_OPTIONS } from "../web/web-options.ts"
import { accountOf, argumentOf, credentialsOf, PARTS } from "./account.ts"
import { zendeskSource } from "./zendesk.ts"

const FLAG = { type: "boolean" } as const

/** Opens an account's help centre, macros and solved tickets, each as a source of its own. */
export const zendesk: ImportSourceKind = {
  kind: "zendesk",
  usage:
    "zendesk:ACCOUNT|https://ACCOUNT.zendesk.com [--articles] [--macros] [--tickets [--days N]]   its help centre, macros and solved tickets, or the parts named; ZENDESK_EMAIL and ZENDESK_TOKEN, or ZENDESK_OAUTH_TOKEN",
  options: { ...WEB_OPTIONS, articles: FLAG, macros: FLAG, tickets: FLAG, days: { type: "string" } },
  async open(argument, { values, environment, rules, visibility }) {
    const ownAccount = accountOf(argument)
    if (!ownAccount) return undefined
    const { account } = ownAccount
    const days = numberIn(values, "days", 1, 3650)
    const credentials = credentialsOf(environment)
    const parts = partsToImport(ownAccount.parts, PARTS, values)
    if (ownAccount.parts.length === 0 && values["days"] !== undefined && !parts.includes("tickets"))
      throw new SourceError("source-unreadable", "--days is about tickets: add --tickets, or leave it out.")
    return parts.map((part) => ({
      argument: argumentOf(account, part),
      source: zendeskSource({
        account,
        part,
        credentials,
        visibility,
        allowHosts: allowedHosts(values),
        ...(rules && { rules }),
        ...(days !== undefined && { days })
      })
    }))
  }
}

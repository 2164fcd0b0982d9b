import { createHash, randomUUID } from "node:crypto"
import { renewalStatement, type BrowserKey, type RenewRequest } from "../../../src/protocol/renewal.ts"
import { isSignedBy } from "../../../src/relay/access/token-families.ts"
import type { ADMIN, LEAD, PERSON } from "./relay-script.ts"

/**
 * Sign-ins as the relay keeps them: a refresh token gives the next one, the same again until that is used, and only for
 * a signature by the browser's key. An access token stays what it is until it has expired.
 */
export function familiesDouble(relay: { key: string; expired: Set<string>; clockAhead: number }) {
  interface Family {
    id: string
    holder: { token: string }
    person: typeof PERSON | typeof LEAD | typeof ADMIN
    key: string
    refresh: string
    former?: string
  }
  const families: Family[] = []
  return {
    begin(holder: Family["holder"], person: Family["person"], key: BrowserKey | undefined) {
      if (!key) return {}
      const family = { id: randomUUID(), holder, person, key: JSON.stringify(key), refresh: `refresh-of-${person.id}` }
      families.push(family)
      return { renewal: { family: family.id, refresh: family.refresh, until: SOON } }
    },
    async renew({ refresh, at, signature }: RenewRequest) {
      const family = families.findLast((one) => one.refresh === refresh || one.former === refresh)
      if (!family) return { refused: 401, code: "not-paired", now: "" }
      const statement = renewalStatement({
        family: family.id,
        at,
        refreshHash: createHash("sha256").update(refresh).digest("base64")
      })
      if (!(await isSignedBy(family.key, statement, signature)))
        return { refused: 401, code: "sign-in-reused", now: "" }
      const now = Date.now() + relay.clockAhead
      if (Math.abs(Date.parse(at) - now) > 300_000)
        return { refused: 409, code: "clock-differs", now: new Date(now).toISOString() }
      if (family.refresh === refresh) {
        Object.assign(family, { former: refresh, refresh: `${refresh}+` })
        if (relay.expired.has(family.holder.token)) family.holder.token += "+"
      }
      return {
        token: family.holder.token,
        expires: SOON,
        person: family.person,
        key: relay.key,
        renewal: { family: family.id, refresh: family.refresh, until: SOON }
      }
    }
  }
}
export const SOON = "2026-12-20T00:00:00Z"

/** What a relay says of itself to everybody. */
export const healthOf = ({
  api,
  model,
  tone
}: {
  api: number
  model: string | null
  tone: { name: string } | undefined
}) => ({
  name: "replywright",
  api,
  version: "0.1.0",
  ok: true,
  database: "ok",
  model,
  ...(tone && { tone: tone.name }),
  documents: 60
})

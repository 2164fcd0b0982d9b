import { sql, type Kysely, type Generated } from "kysely"
import { dayOf } from "../../models/usage/usage-book.ts"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"
import type { Hono } from "hono"
import { pageFitOperations, FIT_PARTS, type FitDay, type FitReport } from "../../protocol/routes/helpdesk-pages.ts"
import { Problem } from "../../runtime/problem.ts"
import { countAttempt } from "../access/count-attempts.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RelayEnv, RouteParts } from "../http/context.ts"

/** How many days the admin page shows. */
const SHOWN_DAYS = 30

/** Adds what a browser counted to the day's counts. Nothing of it tells which browser, person or ticket it was. */
export async function addFits(db: Kysely<Schema>, { extension, counts }: FitReport, now: Date): Promise<void> {
  const rows = Map.groupBy(counts, ({ helpdesk, part, product = "" }) => `${helpdesk} ${part} ${product}`)
  await db
    .insertInto("page_fits")
    .values(
      // Reports that meet add to the same rows in the same order, so none waits for another in a circle.
      [...rows]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([, same]) => {
          const [one] = same
          if (!one) return []
          const { helpdesk, part, product = "" } = one
          const tickets = same.reduce((sum, each) => sum + each.tickets, 0)
          const browsers = same.some(({ first }) => first) ? 1 : 0
          return [{ tenant: TENANT, day: dayOf(now), helpdesk, part, extension, product, browsers, tickets }]
        })
    )
    .onConflict((conflict) =>
      conflict.columns(["tenant", "day", "helpdesk", "part", "extension", "product"]).doUpdateSet({
        browsers: sql`page_fits.browsers + excluded.browsers`,
        tickets: sql`page_fits.tickets + excluded.tickets`
      })
    )
    .execute()
}

/** Returns the counts of the last 30 days, the newest day first. */
export async function readFits(db: Kysely<Schema>, now: Date): Promise<FitDay[]> {
  const since = dayOf(new Date(now.getTime() - SHOWN_DAYS * 86_400_000))
  const { rows } = await sql<Omit<FitDay, "part"> & { part: string }>`
    select to_char(day, 'YYYY-MM-DD') as day, helpdesk, part, extension, product, browsers, tickets::float8 as tickets
    from page_fits where tenant = ${TENANT} and day >= ${since}::date
    order by page_fits.day desc, helpdesk, part, extension, product limit 5000`.execute(db)
  return rows.flatMap((row) => {
    // A newer relay on this database may know further parts.
    const part = FIT_PARTS.find((one) => one === row.part)
    return part ? [{ ...row, part }] : []
  })
}

/** A browser tells each part once an hour at most, so one that tells more than this often is wrong. */
const MAX_AN_HOUR = 60
const HOUR_S = 3600

/** Creates the route by which browsers tell how a helpdesk's pages fit. An admin sees it with the relays' status. */
export function pageFitRoutes(parts: RouteParts): Hono<RelayEnv> {
  const { db, clock } = parts
  return createRoutes(parts, pageFitOperations, {
    "POST /v1/page-fits": async (context, read) => {
      const report = await read.body()
      const { family } = context.get("person")
      if ((await countAttempt(db, `page-fits ${family}`, HOUR_S, clock())) > MAX_AN_HOUR)
        throw new Problem(429, "too-many-reports", "This browser tells too often how pages fit: wait an hour.", {
          retryAfter: HOUR_S
        })
      await addFits(db, report, clock())
      return context.body(null, 204)
    }
  })
}

interface PageFitRow {
  tenant: Generated<string>
  day: string
  helpdesk: string
  part: string
  extension: string
  product: string
  browsers: number
  tickets: number
}

declare module "../../storage/schema.ts" {
  interface Schema {
    page_fits: PageFitRow
  }
}

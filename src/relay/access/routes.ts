import { setTimeout as wait } from "node:timers/promises"
import type { Hono } from "hono"
import { accessOperations } from "../../protocol/routes/access.ts"
import type { MeAnswer } from "../../protocol/relay.ts"
import { type RouteParts, clientGoneSignal, type RelayEnv } from "../http/context.ts"
import { Problem } from "../../runtime/problem.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { endFamilies, renewTokens } from "./token-families.ts"
import { createRoutes } from "./create-routes.ts"
import { createFairQueue } from "./fair-queue.ts"
import { pair } from "./pairing.ts"
import { clientAddress, networkOf, type Transport } from "./transport.ts"

export interface AccessParts extends RouteParts {
  pipeline: { version: string; versionNow?(): Promise<string> }
  transport: Transport
  /** Browsers may pair with a code. */
  pairing: boolean
  /** How many workers the relay has, of which this is one. */
  workers: number
}

export function accessRoutes(parts: AccessParts): Hono<RelayEnv> {
  const { db, clock, pipeline, transport, workers, pairing } = parts
  // All workers of a relay together keep its pace.
  const turn = createFairQueue({ leastMs: 4 * workers })
  return createRoutes(parts, accessOperations, {
    "POST /v1/pair": async (context, read) => {
      const left = clientGoneSignal(context)
      const request = await read.body()
      if (!pairing)
        throw new Problem(403, "pairing-off", "Browsers don't pair with codes here: sign in with your organisation.")
      const network = networkOf(clientAddress(context.env.incoming, transport))
      try {
        return context.json(await turn(network, () => pair(db, request, network, clock())))
      } catch (error) {
        if (error instanceof Problem && error.code === "too-many-tries") await pause(left)
        throw error
      }
    },
    "POST /v1/token/renew": async (context, read) => context.json(await renewTokens(db, await read.body(), clock())),
    "GET /v1/me": async (context) => {
      const { person, expires } = context.get("person")
      const pipelineVersion = (await pipeline.versionNow?.()) ?? pipeline.version
      const answer: MeAnswer = { person, expires: expires.toISOString(), pipelineVersion }
      return context.json(answer)
    },
    "POST /v1/sign-out": async (context) => {
      const { family, person } = context.get("person")
      await endFamilies(db, { id: family }, "signed-out", clock())
      await writeAuditEntry(db, person.id, "signed-out", [family], clock())
      return context.body(null, 204)
    }
  })
}

/** How many milliseconds a sender waits for the answer who guesses one code after the other. */
const SLOW_MS = 1000

/** Waits for `SLOW_MS`, or until the client has closed the connection. */
async function pause(left: AbortSignal): Promise<void> {
  await wait(SLOW_MS, undefined, { signal: left, ref: false }).catch((error: unknown) => {
    if (!left.aborted) throw error
  })
}

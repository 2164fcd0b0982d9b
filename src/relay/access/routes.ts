import { setTimeout as wait } from "node:timers/promises"
import { Hono } from "hono"
import { pairRequest, type MeAnswer } from "../../protocol/relay.ts"
import { renewRequest } from "../../protocol/renewal.ts"
import type { RouteParts } from "../http/route-parts.ts"
import { readBody } from "../http/body.ts"
import { clientGoneSignal, type RelayEnv } from "../http/context.ts"
import { Problem } from "../../runtime/problem.ts"
import { endFamilies, renewTokens } from "./token-families.ts"
import { createFairQueue } from "./fair-queue.ts"
import { requirePerson } from "./middleware.ts"
import { pair } from "./pairing.ts"
import { clientAddress, networkOf, type Transport } from "./transport.ts"

export interface AccessParts extends RouteParts {
  pipeline: { version: string }
  transport: Transport
}

export function accessRoutes({ db, clock, pipeline, transport }: AccessParts): Hono<RelayEnv> {
  const turn = createFairQueue()
  return new Hono<RelayEnv>()
    .post("/pair", async (context) => {
      const left = clientGoneSignal(context)
      const request = await readBody(context, pairRequest)
      const network = networkOf(clientAddress(context.env.incoming, transport))
      try {
        return context.json(await turn(network, () => pair(db, request, network, clock())))
      } catch (error) {
        if (error instanceof Problem && error.code === "too-many-tries") await pause(left)
        throw error
      }
    })
    .post("/token/renew", async (context) =>
      context.json(await renewTokens(db, await readBody(context, renewRequest), clock()))
    )
    .get("/me", requirePerson(db, clock), (context) => {
      const { person, expires } = context.get("person")
      const answer: MeAnswer = { person, expires: expires.toISOString(), pipelineVersion: pipeline.version }
      return context.json(answer)
    })
    .post("/sign-out", requirePerson(db, clock), async (context) => {
      await endFamilies(db, { id: context.get("person").family }, "signed-out", clock())
      return context.body(null, 204)
    })
}

/** Milliseconds that a guesser waits for the answer, who tries one code after the other. */
const SLOW_MS = 1000

/** Ends sooner where whoever asked has gone. */
async function pause(left: AbortSignal): Promise<void> {
  await wait(SLOW_MS, undefined, { signal: left, ref: false }).catch((error: unknown) => {
    if (!left.aborted) throw error
  })
}

import { Hono } from "hono"
import { pairRequest, type MeAnswer } from "../../protocol/relay.ts"
import type { RelayParts } from "../app.ts"
import { readBody } from "../http/body.ts"
import type { RelayEnv } from "../http/context.ts"
import { requirePerson } from "./guards.ts"
import { pair } from "./pairing.ts"
import { revokeToken } from "./tokens.ts"
import { clientAddress } from "./transport.ts"

export function accessRoutes({ db, clock, pipeline, transport }: RelayParts): Hono<RelayEnv> {
  return new Hono<RelayEnv>()
    .post("/pair", async (context) => {
      const { code, device } = await readBody(context, pairRequest)
      return context.json(await pair(db, code, device, clientAddress(context.env.incoming, transport), clock()))
    })
    .get("/me", requirePerson(db, clock), (context) => {
      const { person, vaultKey, expires } = context.get("person")
      const answer: MeAnswer = { person, key: vaultKey.toString("base64"), expires: expires.toISOString(), pipelineVersion: pipeline.version }
      return context.json(answer)
    })
    .post("/sign-out", requirePerson(db, clock), async (context) => {
      await revokeToken(db, context.get("person").token, clock())
      return context.body(null, 204)
    })
}

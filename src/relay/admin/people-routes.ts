import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response"
import type { Hono } from "hono"
import { peopleOperations } from "../../protocol/routes/people.ts"
import { Problem } from "../../runtime/problem.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { createRoutes } from "../access/create-routes.ts"
import { createPairingCodes, revokePairingCodes } from "../access/pairing.ts"
import { idOf, type RelayContext, type RelayEnv, type RouteParts } from "../http/context.ts"
import { sendFile } from "../http/export-file.ts"
import { changePerson, deletePerson } from "./change-person.ts"
import { codesFile, listPeople, makeCode, signOutBrowser, signOutEverywhere } from "./people.ts"

/** Creates the routes by which admins look after people, their browsers and pairing codes. */
export function peopleRoutes({ db, clock }: RouteParts): Hono<RelayEnv> {
  const me = (context: RelayContext) => context.get("person").person.id
  return createRoutes({ db, clock }, peopleOperations, {
    "GET /v1/admin/people": async (context) =>
      context.json(await listPeople(db, context.get("person").family, clock())),
    "POST /v1/admin/codes": async (context, read) =>
      context.json(await makeCode(db, await read.body(), me(context), clock())),
    "POST /v1/admin/codes/batch": async (context, read) => {
      const codes = await createPairingCodes(db, await read.body(), me(context), clock())
      await sendFile(context, codesFile(codes))
      return RESPONSE_ALREADY_SENT
    },
    "DELETE /v1/admin/codes/:id": async (context) => {
      const id = idOf(context)
      if (id === undefined || (await revokePairingCodes(db, { id }, clock())) === 0)
        throw new Problem(
          404,
          "no-code",
          "This code is good no more: it was used or revoked meanwhile, or its time is over."
        )
      await writeAuditEntry(db, me(context), "code-revoked", [id], clock())
      return context.body(null, 204)
    },
    "POST /v1/admin/people/:id/sign-out": async (context, read) => {
      const { sure = false } = await read.body()
      return context.json(await signOutEverywhere(db, idOf(context), { by: me(context), sure }, clock()))
    },
    "PUT /v1/admin/people/:id": async (context, read) => {
      await changePerson(db, idOf(context), await read.body(), me(context), clock())
      return context.body(null, 204)
    },
    "DELETE /v1/admin/people/:id": async (context) => {
      await deletePerson(db, idOf(context), me(context), clock())
      return context.body(null, 204)
    },
    "DELETE /v1/admin/browsers/:id": async (context) => {
      const { person, family } = context.get("person")
      await signOutBrowser(db, idOf(context), { by: person.id, here: family }, clock())
      return context.body(null, 204)
    }
  })
}

import type { Hono } from "hono"
import type { Selectable } from "kysely"
import { MAX_SCIM_PAGE, type ScimGroup, type ScimQuery, type ScimUser } from "../../protocol/scim.ts"
import { scimOperations } from "../../protocol/routes/scim.ts"
import type { SignInSettings } from "../../runtime/sign-in-settings.ts"
import { Problem } from "../../runtime/problem.ts"
import type { ScimUserRow } from "../../storage/directory-tables.ts"
import { createRoutes } from "../access/create-routes.ts"
import { idOf, type RelayContext, type RelayEnv, type RouteParts } from "../http/context.ts"
import { describedKinds, describedSchemas, serviceProviderConfig } from "./descriptions.ts"
import {
  createGroup,
  deleteGroup,
  listGroups,
  patchGroup,
  readGroup,
  replaceGroup,
  type StoredGroup
} from "./groups.ts"
import { groupResource, pickedOf, userResource, versionOf } from "./resources.ts"
import { scimResponse } from "./scim-problem.ts"
import { notThere, type DirectoryParts, type PageBounds } from "./store.ts"
import { createUser, deleteUser, listUsers, patchUser, readUser, replaceUser, type StoredUser } from "./users.ts"

export interface ScimParts extends RouteParts {
  /** Undefined where browsers only pair with a code: a directory says who may sign in by the provider. */
  signIn: SignInSettings | undefined
}

/** Users and groups by SCIM 2.0, for the organisation's provisioning. */
export function scimRoutes(routeParts: ScimParts): Hono<RelayEnv> {
  const { db } = routeParts
  const parts = () => directoryParts(routeParts)
  return createRoutes(routeParts, scimOperations, {
    "GET /v1/scim/ServiceProviderConfig": () => scimResponse(serviceProviderConfig(), 200),
    "GET /v1/scim/ResourceTypes": (context) => described(describedKinds(baseOf(context))),
    "GET /v1/scim/ResourceTypes/:name": (context, read) => one(describedKinds(baseOf(context)), read.path().name),
    "GET /v1/scim/Schemas": (context) => described(describedSchemas(baseOf(context))),
    "GET /v1/scim/Schemas/:name": (context, read) => one(describedSchemas(baseOf(context)), read.path().name),
    "GET /v1/scim/Users": async (context, read) => {
      const query = read.query()
      const bounds = boundsOf(query)
      const { total, users } = await listUsers(db, query.filter, bounds)
      return page(
        users.map((user) => userIn(context, user)),
        { total, bounds, query }
      )
    },
    "POST /v1/scim/Users": async (context, read) =>
      user(context, await createUser(parts(), await read.body()), { status: 201 }),
    "GET /v1/scim/Users/:id": async (context, read) =>
      user(context, await readUser(db, idOf(context)), { query: read.query() }),
    "PUT /v1/scim/Users/:id": async (context, read) =>
      user(context, await replaceUser(parts(), idOf(context), await read.body(), wantedIn(context))),
    "PATCH /v1/scim/Users/:id": async (context, read) =>
      user(context, await patchUser(parts(), idOf(context), await read.body(), wantedIn(context))),
    "DELETE /v1/scim/Users/:id": async (context) => {
      await deleteUser(parts(), idOf(context), wantedIn(context))
      return context.body(null, 204)
    },
    "GET /v1/scim/Groups": async (context, read) => {
      const query = read.query()
      const bounds = boundsOf(query)
      const { total, groups } = await listGroups(db, query.filter, bounds)
      return page(
        groups.map((group) => groupIn(context, group)),
        { total, bounds, query }
      )
    },
    "POST /v1/scim/Groups": async (context, read) =>
      group(context, await createGroup(parts(), await read.body()), { status: 201 }),
    "GET /v1/scim/Groups/:id": async (context, read) =>
      group(context, await readGroup(db, idOf(context)), { query: read.query() }),
    "PUT /v1/scim/Groups/:id": async (context, read) =>
      group(context, await replaceGroup(parts(), idOf(context), await read.body(), wantedIn(context))),
    "PATCH /v1/scim/Groups/:id": async (context, read) =>
      group(context, await patchGroup(parts(), idOf(context), await read.body(), wantedIn(context))),
    "DELETE /v1/scim/Groups/:id": async (context) => {
      await deleteGroup(parts(), idOf(context), wantedIn(context))
      return context.body(null, 204)
    }
  })
}

/** @throws Problem 404 "no-provider" */
function directoryParts({ db, clock, signIn: rules }: ScimParts): DirectoryParts {
  if (!rules)
    throw new Problem(
      404,
      "no-provider",
      "A directory needs the organisation's sign-in: set OIDC_ISSUER first, as docs/sign-in.md says."
    )
  return { db, clock, rules }
}

const wantedIn = ({ env: { incoming } }: RelayContext) => incoming.headers["if-match"]

/** The address as the client has called it. Its host has been checked. */
function baseOf({ env: { incoming } }: RelayContext): string {
  const scheme = incoming.headers["x-forwarded-proto"] === "https" ? "https" : "http"
  return `${scheme}://${incoming.headers.host ?? "localhost"}/v1/scim`
}

const userIn = (context: RelayContext, { row, groups }: StoredUser) => userResource(row, groups, baseOf(context))
const groupIn = (context: RelayContext, { row, members }: StoredGroup) => groupResource(row, members, baseOf(context))

interface AnswerOptions {
  status?: number
  query?: ScimQuery
}

const user = (context: RelayContext, stored: StoredUser, options: AnswerOptions = {}) =>
  resource(userIn(context, stored), stored.row, options)
const group = (context: RelayContext, stored: StoredGroup, options: AnswerOptions = {}) =>
  resource(groupIn(context, stored), stored.row, options)

function resource(
  shown: ScimUser | ScimGroup,
  row: Pick<Selectable<ScimUserRow>, "version">,
  { status = 200, query = {} }: AnswerOptions
): Response {
  const headers = { etag: versionOf(row), ...(status === 201 && { location: shown.meta.location }) }
  return scimResponse(pickedOf(shown, query), status, headers)
}

/** Pages begin at 1. A number below is 1 of them, and a negative count is none (RFC 7644, section 3.4.2.4). */
function boundsOf({ startIndex = 1, count = MAX_SCIM_PAGE }: ScimQuery): PageBounds {
  return { offset: Math.max(1, startIndex) - 1, limit: Math.min(MAX_SCIM_PAGE, Math.max(0, count)) }
}

interface PageOptions {
  total: number
  bounds: PageBounds
  query: ScimQuery
}

function page(resources: (ScimUser | ScimGroup)[], { total, bounds, query }: PageOptions): Response {
  return listResponse(
    resources.map((shown) => pickedOf(shown, query)),
    { total, startIndex: bounds.offset + 1 }
  )
}

const described = (resources: readonly object[]) => listResponse(resources, { total: resources.length, startIndex: 1 })

const listResponse = (resources: readonly object[], { total, startIndex }: { total: number; startIndex: number }) =>
  scimResponse(
    {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
      totalResults: total,
      startIndex,
      itemsPerPage: resources.length,
      Resources: resources
    },
    200
  )

/** @throws Problem 404 */
function one(resources: readonly { id: string }[], id: string): Response {
  const match = resources.find((resource) => resource.id === id)
  if (!match) throw notThere()
  return scimResponse(match, 200)
}

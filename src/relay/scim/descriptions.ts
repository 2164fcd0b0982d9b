import { MAX_SCIM_PAGE } from "../../protocol/scim.ts"
import { GROUP_SCHEMA, USER_SCHEMA } from "./resources.ts"

const CORE = "urn:ietf:params:scim:schemas:core:2.0"

/** What of SCIM is supported (RFC 7643, section 5). */
export const serviceProviderConfig = () => ({
  schemas: [`${CORE}:ServiceProviderConfig`],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: MAX_SCIM_PAGE },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [
    {
      type: "oauthbearertoken",
      name: "Bearer token",
      description: "The token that `npm run relay -- scim new-token` prints."
    }
  ],
  meta: { resourceType: "ServiceProviderConfig" }
})

/** The kinds of resources (RFC 7643, section 6). */
export const describedKinds = (base: string) =>
  [
    { name: "User", endpoint: "/Users", schema: USER_SCHEMA },
    { name: "Group", endpoint: "/Groups", schema: GROUP_SCHEMA }
  ].map(({ name, endpoint, schema }) => ({
    schemas: [`${CORE}:ResourceType`],
    id: name,
    name,
    endpoint,
    schema,
    meta: { resourceType: "ResourceType", location: `${base}/ResourceTypes/${name}` }
  }))

/** The attributes that are stored (RFC 7643, section 7). */
export const describedSchemas = (base: string) =>
  [
    {
      id: USER_SCHEMA,
      name: "User",
      attributes: [
        attribute("userName", { required: true, uniqueness: "server" }),
        attribute("externalId", { caseExact: true }),
        attribute("displayName"),
        attribute("active", { type: "boolean" }),
        list("emails", [attribute("value"), attribute("type"), attribute("primary", { type: "boolean" })]),
        { ...list("groups", [attribute("value"), attribute("display")]), mutability: "readOnly" }
      ]
    },
    {
      id: GROUP_SCHEMA,
      name: "Group",
      attributes: [
        attribute("displayName", { required: true, uniqueness: "server" }),
        attribute("externalId", { caseExact: true }),
        list("members", [attribute("value"), attribute("display", { mutability: "readOnly" })])
      ]
    }
  ].map((schema) => ({
    schemas: [`${CORE}:Schema`],
    ...schema,
    meta: { resourceType: "Schema", location: `${base}/Schemas/${schema.id}` }
  }))

const attribute = (name: string, change: Record<string, unknown> = {}) => ({
  name,
  type: "string",
  multiValued: false,
  required: false,
  caseExact: false,
  mutability: "readWrite",
  returned: "default",
  uniqueness: "none",
  ...change
})

const list = (name: string, subAttributes: object[]) => ({
  ...attribute(name, { type: "complex", multiValued: true }),
  subAttributes
})

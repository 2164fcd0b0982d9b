import * as z from "zod/mini"
import { count, instant, list, ordinal, textUpTo } from "./fields.ts"

/**
 * Users and groups as a provider's provisioning sends them by SCIM 2.0 (RFC 7643 and 7644). Attributes that aren't named
 * here are accepted and not stored.
 */

/** Microsoft Entra ID sends "True" and "False" as texts. */
const looseBoolean = z.union([z.boolean(), z.string().check(z.maxLength(5), z.regex(/^(?:true|false)$/i))])
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(300))
const externalId = z.optional(z.nullable(textUpTo(300)))
const schemas = z.optional(list(textUpTo(200), 20))

const scimEmail = z.object({
  value: textUpTo(320),
  type: z.optional(z.nullable(textUpTo(50))),
  primary: z.optional(z.nullable(looseBoolean))
})

export const scimUserRequest = z.object({
  schemas,
  userName: name,
  externalId,
  displayName: z.optional(z.nullable(textUpTo(300))),
  active: z.optional(z.nullable(looseBoolean)),
  emails: z.optional(z.nullable(list(scimEmail, 20)))
})
export type ScimUserRequest = z.infer<typeof scimUserRequest>

/** A user or a nested group; nested groups are not followed. */
const scimMember = z.object({ value: z.uuid() })
export const MAX_SCIM_MEMBERS = 10_000
export const scimMembers = list(scimMember, MAX_SCIM_MEMBERS)

export const scimGroupRequest = z.object({
  schemas,
  displayName: name,
  externalId,
  members: z.optional(z.nullable(scimMembers))
})
export type ScimGroupRequest = z.infer<typeof scimGroupRequest>

/** Entra writes "Add" and "Replace" with capitals. The value is read by what it replaces. */
const operation = z.object({
  op: z.string().check(z.maxLength(10), z.regex(/^(?:add|replace|remove)$/i)),
  path: z.optional(textUpTo(500)),
  value: z.optional(z.unknown())
})
export const scimPatchRequest = z.object({
  schemas,
  Operations: list(operation, 1000).check(z.minLength(1))
})
export type ScimPatchRequest = z.infer<typeof scimPatchRequest>
export type ScimOperation = ScimPatchRequest["Operations"][number]

const wholeNumber = z.optional(z.coerce.number().check(z.int(), z.minimum(-2_147_483_648), z.maximum(2_147_483_647)))
export const scimQuery = z.object({
  filter: z.optional(textUpTo(2000)),
  startIndex: wholeNumber,
  count: wholeNumber,
  attributes: z.optional(textUpTo(1000)),
  excludedAttributes: z.optional(textUpTo(1000))
})
export type ScimQuery = z.infer<typeof scimQuery>
/** A page holds so many resources, however many were asked for. */
export const MAX_SCIM_PAGE = 500

const meta = z.object({
  resourceType: z.enum(["User", "Group"]),
  created: instant,
  lastModified: instant,
  location: textUpTo(1000),
  version: textUpTo(20)
})
const resource = { schemas: list(textUpTo(200), 5), id: z.uuid(), externalId: z.optional(textUpTo(300)), meta }
const reference = z.object({ value: z.uuid(), display: z.optional(textUpTo(300)) })
export const scimUser = z.object({
  ...resource,
  userName: textUpTo(300),
  displayName: z.optional(textUpTo(300)),
  active: z.boolean(),
  emails: z.optional(list(scimEmail, 20)),
  groups: list(reference, 10_000)
})
export type ScimUser = z.infer<typeof scimUser>
export const scimGroup = z.object({
  ...resource,
  displayName: textUpTo(300),
  members: list(reference, MAX_SCIM_MEMBERS)
})
export type ScimGroup = z.infer<typeof scimGroup>

const listOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({
    schemas: list(textUpTo(200), 5),
    totalResults: count,
    startIndex: ordinal,
    itemsPerPage: count,
    Resources: list(item, MAX_SCIM_PAGE)
  })
export const scimUsers = listOf(scimUser)
export const scimGroups = listOf(scimGroup)
export const scimPath = z.object({ name: textUpTo(200) })

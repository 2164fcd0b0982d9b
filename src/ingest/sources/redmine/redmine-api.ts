import * as z from "zod/mini"
import { type HelpdeskClient, refuseEndless, validItems } from "../helpdesk/client.ts"
import { SourceError } from "../../source/source.ts"

/**
 * Checks that the key is still valid. Redmine silently treats an invalid key as a visitor and returns fewer documents,
 * and the missing ones would count as deleted.
 * @throws SourceError if the key is refused
 */
export async function checkApiKey(client: HelpdeskClient, signal: AbortSignal): Promise<void> {
  await client.json("users/current.json", signal)
}

/** Returns all rows of a list, in pages of a hundred. */
export async function listAll(
  client: HelpdeskClient,
  path: string,
  list: string,
  signal: AbortSignal
): Promise<unknown[]> {
  const all: unknown[] = []
  for (;;) {
    const { items, total } = await listPage(
      client,
      `${path}${path.includes("?") ? "&" : "?"}limit=100&offset=${all.length}`,
      list,
      signal
    )
    all.push(...items)
    if (items.length === 0 || all.length >= total) return all
    refuseEndless(all, client.base, list)
  }
}

/** Returns one page of a list. @throws SourceError if there is no such list */
export async function listPage(
  client: HelpdeskClient,
  path: string,
  list: string,
  signal: AbortSignal
): Promise<{ items: unknown[]; total: number }> {
  const read = z.record(z.string(), z.unknown()).safeParse(await client.json(path, signal)).data ?? {}
  const [items, total] = [read[list], read["total_count"]]
  if (!Array.isArray(items))
    throw new SourceError("source-unreadable", `${client.base.host} answers with no list of ${list}, as it should.`)
  return { items, total: typeof total === "number" ? total : items.length }
}

/**
 * Returns the requested projects by ascending id: those named (by identifier, name or id) with all projects below them,
 * or all visible projects.
 * @throws SourceError if a named project isn't visible
 */
export async function readProjects(
  client: HelpdeskClient,
  names: readonly string[],
  signal: AbortSignal
): Promise<Project[]> {
  await checkApiKey(client, signal)
  const all = validItems(await listAll(client, "projects.json", "projects", signal), project).sort(
    (a, b) => a.id - b.id
  )
  const wanted = new Set<number>()
  for (const name of names) for (const { id } of thoseNamed(client, all, name)) wanted.add(id)
  // The loop ends when it finds no more projects below.
  for (let size = -1; size !== wanted.size; ) {
    size = wanted.size
    for (const { id, parent } of all) if (parent && wanted.has(parent.id)) wanted.add(id)
  }
  return names.length === 0 ? all : all.filter(({ id }) => wanted.has(id))
}

/** Returns the projects with this name, identifier or id. @throws SourceError if there is none */
export function thoseNamed({ base }: HelpdeskClient, all: readonly Project[], name: string): Project[] {
  const matches = all.filter((one) =>
    [one.identifier, one.name, String(one.id)].some((known) => known.toLowerCase() === name.toLowerCase())
  )
  if (matches.length === 0)
    throw new SourceError("source-unreadable", `${base.host} shows no project "${name}" to the owner of this key.`)
  return matches
}

// These shapes cover what is used of the answers of Redmine's API.

const id = z.number()
const text = z.pipe(
  z.nullish(z.string()),
  z.transform((value) => value ?? "")
)
const flag = z.pipe(
  z.nullish(z.boolean()),
  z.transform((value) => value ?? false)
)
const named = z.object({ id, name: text })
export type Named = z.infer<typeof named>

export const numbered = z.object({ id })

const project = z.object({
  id,
  name: text,
  identifier: z.string(),
  is_public: flag,
  updated_on: text,
  parent: z.nullish(numbered)
})
export type Project = z.infer<typeof project>

export const wikiPage = z.object({
  title: z.string().check(z.minLength(1)),
  version: z.number(),
  updated_on: text,
  parent: z.nullish(z.object({ title: z.string() }))
})
export type WikiPage = z.infer<typeof wikiPage>

export const membership = z.object({ user: z.nullish(named), roles: z.array(numbered) })
export const role = z.object({ role: z.object({ permissions: z.array(z.string()) }) })

const customField = z.object({ name: text, value: z.unknown() })

export const issue = z.object({
  id,
  project: named,
  status: z.object({ is_closed: z.optional(z.boolean()), id }),
  author: z.nullish(named),
  assigned_to: z.nullish(named),
  subject: text,
  description: text,
  is_private: flag,
  created_on: z.string(),
  updated_on: z.string(),
  closed_on: z.nullish(z.string()),
  custom_fields: z.pipe(
    z.nullish(z.array(z.unknown())),
    z.transform((fields) => (fields ?? []).flatMap((one) => customField.safeParse(one).data ?? []))
  )
})
export type Issue = z.infer<typeof issue>

/** A note whose privacy isn't stated (Redmine before 3) counts as private. */
export const journal = z.object({
  user: z.nullish(named),
  notes: text,
  created_on: z.string(),
  private_notes: z.pipe(
    z.nullish(z.boolean()),
    z.transform((value) => value ?? true)
  )
})

export const issueWithNotes = z.object({
  issue: z.extend(issue, {
    journals: z.array(z.unknown()),
    watchers: z.pipe(
      z.nullish(z.array(z.unknown())),
      z.transform((all) => (all ?? []).flatMap((one) => named.safeParse(one).data ?? []))
    )
  })
})
export type IssueWithNotes = z.infer<typeof issueWithNotes>["issue"]

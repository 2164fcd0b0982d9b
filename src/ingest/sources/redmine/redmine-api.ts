import * as z from "zod/mini"
import type { HelpdeskClient } from "../helpdesk/client.ts"
import { refuseEndless } from "../helpdesk/refuse-endless.ts"
import { validItems } from "../helpdesk/valid-items.ts"
import { SourceError } from "../../source/source.ts"
import { project, type Project } from "./shapes.ts"

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

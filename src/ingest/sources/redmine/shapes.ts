import * as z from "zod/mini"

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

export const project = z.object({
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

import * as z from "zod/mini"

// These shapes cover what is used of Zendesk's responses, as its reference describes them. The items of a list are
// parsed one by one, so that an invalid one fails alone.

const id = z.pipe(z.union([z.number(), z.string()]), z.transform(String))
const text = z.pipe(
  z.nullish(z.string()),
  z.transform((value) => value ?? "")
)
const ids = z.pipe(
  z.nullish(z.array(id)),
  z.transform((value) => value ?? [])
)
const strings = z.pipe(
  z.nullish(z.array(z.string())),
  z.transform((value) => value ?? [])
)
const flag = z.pipe(
  z.nullish(z.boolean()),
  z.transform((value) => value ?? false)
)

export const named = z.object({ id })

export const translation = z.object({
  source_id: z.optional(id),
  locale: z.string(),
  title: text,
  body: text,
  draft: flag,
  hidden: flag,
  outdated: flag,
  html_url: z.nullish(z.string()),
  updated_at: z.nullish(z.string())
})
export type Translation = z.infer<typeof translation>

export const article = z.object({
  id,
  locale: z.string(),
  title: text,
  body: text,
  draft: flag,
  outdated: flag,
  html_url: z.nullish(z.string()),
  updated_at: z.nullish(z.string()),
  edited_at: z.nullish(z.string()),
  section_id: z.nullish(id),
  user_segment_id: z.nullish(id),
  user_segment_ids: ids,
  label_names: strings,
  translations: z.optional(z.array(translation))
})
export type Article = z.infer<typeof article>

/** A section or a category. */
export const place = z.object({
  id,
  name: text,
  category_id: z.nullish(id),
  parent_section_id: z.nullish(id),
  translations: z.optional(z.array(z.object({ locale: z.string(), title: text })))
})
export type Place = z.infer<typeof place>

export const segment = z.object({ id, name: text, user_type: z.string(), built_in: flag })
export type Segment = z.infer<typeof segment>

export const macro = z.object({
  id,
  title: text,
  active: z.optional(z.boolean()),
  updated_at: z.nullish(z.string()),
  actions: z.array(z.object({ field: z.string(), value: z.unknown() })),
  restriction: z.nullish(z.object({ type: z.string(), id: z.nullish(id), ids }))
})
export type Macro = z.infer<typeof macro>

export const group = z.object({ id, name: text })

export const dynamicItem = z.object({
  placeholder: z.string(),
  default_locale_id: z.nullish(id),
  variants: z.array(z.object({ content: text, locale_id: id, active: z.optional(z.boolean()), default: flag }))
})
export type DynamicItem = z.infer<typeof dynamicItem>

export const locale = z.object({ id, locale: z.string() })

export const user = z.object({ id, name: text, email: text, role: z.optional(z.string()), suspended: flag })
export type User = z.infer<typeof user>

const via = z.nullish(
  z.object({
    channel: z.nullish(z.union([z.string(), z.number()])),
    source: z.nullish(
      z.object({
        rel: z.nullish(z.string()),
        from: z.nullish(z.object({ name: z.nullish(z.string()), address: z.nullish(z.string()) }))
      })
    )
  })
)

export const ticket = z.object({
  id,
  subject: text,
  status: z.string(),
  requester_id: z.nullish(id),
  submitter_id: z.nullish(id),
  assignee_id: z.nullish(id),
  collaborator_ids: ids,
  follower_ids: ids,
  email_cc_ids: ids,
  tags: strings,
  via,
  is_public: z.optional(z.boolean()),
  updated_at: z.nullish(z.string()),
  satisfaction_rating: z.nullish(z.object({ score: z.nullish(z.string()) }))
})
export type ExportedTicket = z.infer<typeof ticket>

export const solvedAt = z.object({ ticket_id: id, solved_at: z.nullish(z.string()) })

export const comment = z.object({
  id,
  type: z.optional(z.string()),
  author_id: id,
  public: z.boolean(),
  body: text,
  plain_body: text,
  via,
  created_at: z.string()
})
export type Comment = z.infer<typeof comment>

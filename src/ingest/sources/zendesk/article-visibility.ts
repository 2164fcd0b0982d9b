import type { Visibility } from "../../../ticket/ticket.ts"
import type { Article, Segment } from "./shapes.ts"

/**
 * Who may see an article. Public is only what everybody sees without signing in, for a draft may quote it to anybody.
 * What signed-in customers or all agents see is every agent's; what a segment of your own sees belongs to the group of
 * that name. Of several segments the widest counts. A segment that can't be read is a group that nobody is in yet.
 */
export function seenBy(
  { user_segment_id: one, user_segment_ids: several }: Pick<Article, "user_segment_id" | "user_segment_ids">,
  segments: ReadonlyMap<string, Segment>
): { visibility: Visibility; groups: string[] } {
  // Not there at all: it isn't said that everybody sees it.
  if (one === undefined && several.length === 0) return { visibility: "internal", groups: [] }
  const ids = several.length > 0 ? several : one === null || one === undefined ? [] : [one]
  if (ids.length === 0) return { visibility: "public", groups: [] }
  const known = ids.map((id) => segments.get(id) ?? { id, name: `zendesk-segment-${id}`, built_in: false })
  return {
    visibility: "internal",
    groups: known.some((segment) => segment.built_in)
      ? []
      : known.map(({ id, name }) => name.trim() || `zendesk-segment-${id}`)
  }
}

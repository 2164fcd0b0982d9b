import type { Visibility } from "../../../ticket/ticket.ts"
import type { Article, Segment } from "./shapes.ts"

/**
 * Returns who may see an article. Only what everybody sees without signing in is public, because a draft may quote it
 * to anybody. What signed-in customers or all agents see is visible to every agent. What one of the team's own segments
 * sees belongs to the group of that name. Of several segments the widest counts. A segment that can't be read becomes a
 * group without members.
 */
export function seenBy(
  { user_segment_id: one, user_segment_ids: several }: Pick<Article, "user_segment_id" | "user_segment_ids">,
  segments: ReadonlyMap<string, Segment>
): { visibility: Visibility; groups: string[] } {
  // Both fields are absent, so nothing states that everybody sees the article.
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

import type { PromisedEarlier } from "../../../../ticket/earlier-ticket.ts"
import { dayOfYear } from "../../../messages/format.ts"
import { t } from "../../../messages/t.ts"
import { PageLink } from "../../../kit/page-link.tsx"
import { direction } from "../../../kit/direction.ts"
import { usePanelContext } from "../../state/use-panel.ts"

/**
 * What the team promised in earlier tickets of the same requester, each with a link to its ticket, or why that isn't
 * known.
 */
export function Earlier() {
  const { state, ticket } = usePanelContext()
  const earlier = state.summary?.earlier
  if (!tellsEarlier(earlier)) return null
  const { promises, problem } = earlier
  return (
    <>
      <dt>{t("summary.earlier")}</dt>
      {problem === undefined ? null : <dd>{t(`summary.earlier.${problem}`)}</dd>}
      {promises.map(({ text, url, ticketId, at }, index) => (
        <dd key={index}>
          <span {...direction(ticket.language)}>{text}</span>{" "}
          <span className="small">
            <PageLink url={url}>{t("summary.earlier.from", { ticket: ticketId, day: dayOfYear(at) })}</PageLink>
          </span>
        </dd>
      ))}
    </>
  )
}

/** Whether there is something to show. */
export const tellsEarlier = (earlier: PromisedEarlier | undefined): earlier is PromisedEarlier =>
  earlier !== undefined && (earlier.promises.length > 0 || earlier.problem !== undefined)

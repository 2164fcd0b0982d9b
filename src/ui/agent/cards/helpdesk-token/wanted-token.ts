import type { PanelState } from "../../../../protocol/panel.ts"
import {
  helpdeskApis,
  isApiHelpdesk,
  TOKEN_PROBLEMS,
  type ApiHelpdeskId,
  type TokenProblem
} from "../../../../ticket/helpdesk-api/helpdesk-api.ts"

/**
 * Returns what is missing so that a ticket that wasn't read can be read by its helpdesk's API: the API was the only
 * way, or there was another one, which gave nothing either.
 */
export function wantedToken({
  ticket,
  notice
}: PanelState): { helpdesk: ApiHelpdeskId; problem: TokenProblem } | undefined {
  if (!ticket || !notice || !isApiHelpdesk(ticket.helpdesk)) return undefined
  const { helpdesk, api } = ticket
  const { code, data } = notice
  const part = String(data?.["part"])
  // What passes by itself is left to pass.
  const gaveNothing =
    code === "page-changed" || code === "logged-out" || (code === "unreadable" && REFUSED.includes(part))
  const said = code === "token-wanted" ? part : !helpdeskApis[helpdesk].alone && gaveNothing ? api : undefined
  const problem = TOKEN_PROBLEMS.find((one) => one === said)
  return problem && { helpdesk, problem }
}

const REFUSED = ["not-found", "forbidden"]

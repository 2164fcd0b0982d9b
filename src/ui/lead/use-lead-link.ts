import { createContext, use } from "react"
import type { LeadLink } from "./lead-link.ts"

/** The link to the background worker that a lead's page gives to its parts. */
export const LeadLinkContext = createContext<LeadLink | undefined>(undefined)

/** @throws outside a lead's page */
export function useLeadLink(): LeadLink {
  const link = use(LeadLinkContext)
  if (!link) throw new Error("a part of a lead's page stands outside it")
  return link
}

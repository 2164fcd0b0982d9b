import { createContext, use } from "react"
import type { RelayLink } from "./relay-link.ts"

/** The link to the background worker that a page for leads or admins gives to its parts. */
export const RelayLinkContext = createContext<RelayLink | undefined>(undefined)

/** @throws outside such a page */
export function useRelayLink(): RelayLink {
  const link = use(RelayLinkContext)
  if (!link) throw new Error("a part of a page for leads or admins stands outside it")
  return link
}

import { type Condition, hubspotAccount, mayReadHubspot } from "./hubspot-conversation.ts"
import { frontConversation } from "./front-conversation.ts"

/** Helpdesks that are read by their documented API, which answers only to a token that a person types once. */
export const API_HELPDESKS = ["front", "hubspot"] as const
export type ApiHelpdeskId = (typeof API_HELPDESKS)[number]
export const isApiHelpdesk = (helpdesk: string): helpdesk is ApiHelpdeskId =>
  API_HELPDESKS.some((one) => one === helpdesk)

/** Where a helpdesk's API is, and what a page of the helpdesk may have read there. */
export interface HelpdeskApi {
  origin: string
  /** Nothing but the API says whose a message is, so that without a token nothing is read. */
  alone: boolean
  /**
   * Returns whether this address reads the ticket that the page's own address names, and nothing else, or what the API
   * has to say of it first.
   */
  mayRead(page: URL, address: URL): boolean | Condition
  /** Where ids are of one account: which one a page is of, and where the API names the account of a token. */
  account?: { address: string; of(page: URL): string | undefined; named(answer: unknown): string | undefined }
}

export const helpdeskApis: Readonly<Record<ApiHelpdeskId, HelpdeskApi>> = {
  front: {
    origin: "https://api2.frontapp.com",
    alone: true,
    mayRead(page, { pathname }) {
      const conversation = frontConversation(page)
      return conversation !== undefined && isBelow(pathname, `/conversations/${conversation}`)
    }
  },
  hubspot: { origin: "https://api.hubapi.com", alone: false, mayRead: mayReadHubspot, account: hubspotAccount }
}

const isBelow = (path: string, base: string): boolean => path === base || path === `${base}/messages`

/** Returns whose API an address belongs to. */
export const apiAt = ({ origin }: Pick<URL, "origin">): ApiHelpdeskId | undefined =>
  API_HELPDESKS.find((helpdesk) => helpdeskApis[helpdesk].origin === origin)

/** Why a helpdesk's API gave nothing, and what a person can do about it. */
export const TOKEN_PROBLEMS = ["missing", "not-allowed", "refused", "too-narrow", "other-account"] as const
export type TokenProblem = (typeof TOKEN_PROBLEMS)[number]

/** What was last heard of a helpdesk's API in a ticket: that it answered to a token, or why it wasn't asked. */
export type ApiReading = "answered" | TokenProblem

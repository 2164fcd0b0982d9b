import { frontConversation } from "./front-conversation.ts"

/** Helpdesks that are read by their documented API, which answers only to a token that a person types once. */
export const API_HELPDESKS = ["front"] as const
export type ApiHelpdeskId = (typeof API_HELPDESKS)[number]
export const isApiHelpdesk = (helpdesk: string): helpdesk is ApiHelpdeskId =>
  API_HELPDESKS.some((one) => one === helpdesk)

/** Where a helpdesk's API is, and what a page of the helpdesk may have read there. */
export interface HelpdeskApi {
  origin: string
  /** Returns whether this address reads the ticket that the page's own address names, and nothing else. */
  mayRead(page: URL, address: URL): boolean
}

export const helpdeskApis: Readonly<Record<ApiHelpdeskId, HelpdeskApi>> = {
  front: {
    origin: "https://api2.frontapp.com",
    mayRead(page, { pathname }) {
      const conversation = frontConversation(page)
      return conversation !== undefined && isBelow(pathname, `/conversations/${conversation}`)
    }
  }
}

const isBelow = (path: string, base: string): boolean => path === base || path === `${base}/messages`

/** Returns whose API an address belongs to. */
export const apiAt = ({ origin }: Pick<URL, "origin">): ApiHelpdeskId | undefined =>
  API_HELPDESKS.find((helpdesk) => helpdeskApis[helpdesk].origin === origin)

/** Why a helpdesk's API gave nothing, and what a person can do about it. */
export const TOKEN_PROBLEMS = ["missing", "not-allowed", "refused", "too-narrow"] as const
export type TokenProblem = (typeof TOKEN_PROBLEMS)[number]

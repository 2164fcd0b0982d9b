import type { Vendor } from "./vendor.ts"

/** One contact of the CRM API v3, read by e-mail address. It has no pages: an address that isn't known is a 404. */
export const hubspot: Vendor = {
  file: "hubspot",
  values: { email: "maya+lamp@post.example" },
  unknown: { email: "maya@post.example" },
  secrets: { token: "pat-eu1-1" },
  mayAsk: ({ headers }) => headers.authorization === "Bearer pat-eu1-1",
  answer({ url }) {
    const [, email] = /^\/crm\/v3\/objects\/contacts\/([^/]+)$/.exec(url.pathname) ?? []
    if (decodeURIComponent(email ?? "") !== "maya+lamp@post.example" || url.searchParams.get("idProperty") !== "email")
      return { status: 404, json: { status: "error", message: "resource not found", category: "OBJECT_NOT_FOUND" } }
    const all: Record<string, string | null> = {
      ...{ email: "maya+lamp@post.example", firstname: "Maya", lastname: "Lindgren", company: "Lund Lighting" },
      ...{ createdate: "2024-03-04T08:00:00.000Z", lifecyclestage: "customer", hs_lead_status: null },
      ...{ notes_last_contacted: "2026-11-02T15:30:00Z", num_associated_deals: "2", hs_object_id: "51" }
    }
    const asked = url.searchParams.get("properties")?.split(",") ?? []
    return {
      json: {
        ...{ id: "51", createdAt: "2024-03-04T08:00:00.000Z", archived: false },
        properties: Object.fromEntries(asked.map((name) => [name, all[name] ?? null]))
      }
    }
  },
  pages: 1,
  facts: {
    since: "2024-03-04",
    stage: "customer",
    contacted: "2026-11-02",
    deals: "2",
    company: "Lund Lighting (only shown)"
  },
  identities: ["Maya Lindgren", "maya+lamp@post.example", "Lund Lighting"],
  refused: { status: 401, json: { status: "error", category: "INVALID_AUTHENTICATION" } },
  busy: {
    status: 429,
    headers: { "x-hubspot-ratelimit-remaining": "0" },
    json: { status: "error", errorType: "RATE_LIMIT", policyName: "TEN_SECONDLY_ROLLING" }
  }
}

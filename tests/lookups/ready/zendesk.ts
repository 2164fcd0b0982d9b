import type { Vendor } from "./vendor.ts"

/** A ticket of the Support API with users and organisations beside it: requester, agent and whoever else is on it. */
export const zendesk: Vendor = {
  file: "zendesk",
  values: { ticket: "1001" },
  unknown: { ticket: "1002" },
  secrets: {},
  mayAsk: ({ headers }) => headers.authorization === undefined,
  answer({ url }) {
    if (url.pathname !== "/api/v2/tickets/1001.json" || url.searchParams.get("include") !== "users,organizations")
      return { status: 404, json: { error: "RecordNotFound", description: "Not found" } }
    return {
      json: {
        ticket: { id: 1001, subject: "Where is it?", requester_id: 7, assignee_id: 3, organization_id: 12 },
        users: [
          {
            ...{ id: 3, name: "Tom Ahlberg", email: "tom@lumen.example", role: "agent", tags: ["team-a"] },
            ...{ created_at: "2019-01-01T00:00:00Z", user_fields: { plan: "internal", customer_number: null } }
          },
          {
            ...{ id: 7, name: "Maya Lindgren", email: "maya@post.example", phone: "+46701740605", role: "end-user" },
            ...{ created_at: "2024-03-04T08:00:00Z", tags: ["wholesale", "newsletter"], notes: "Careful: chargeback." },
            user_fields: { plan: "Business", customer_number: "K-2207" }
          }
        ],
        organizations: [
          { id: 11, name: "Another", organization_fields: { contract: "none", support_until: null } },
          {
            ...{ id: 12, name: "Lund Lighting", domain_names: ["lund.example"] },
            organization_fields: { contract: "Gold", support_until: "2027-01-31T00:00:00Z" }
          }
        ]
      }
    }
  },
  pages: 1,
  facts: {
    since: "2024-03-04",
    plan: "Business",
    number: "K-2207",
    tags: "wholesale, newsletter",
    contract: "Gold",
    until: "2027-01-31",
    organisation: "Lund Lighting (only shown)"
  },
  identities: ["Maya Lindgren", "+46701740605", "Tom Ahlberg", "Lund Lighting"],
  refused: { status: 401, json: { error: "Couldn't authenticate you" } },
  busy: { status: 429, headers: { "retry-after": "93" }, json: { error: "APIRateLimitExceeded" } }
}

import type { Vendor } from "./vendor.ts"

/** Contacts by SOQL. The next page's path stands in the answer. A day's requests that are used up are a 403. */
const contact = (more: object) => ({
  attributes: { type: "Contact", url: "/services/data/v66.0/sobjects/Contact/003RO0000035WQgYAM" },
  ...{ Name: "Maya Lindgren", Title: "Buyer", CreatedDate: "2023-05-06T07:00:00.000+0000", LastActivityDate: null },
  Account: { attributes: { type: "Account" }, Name: "Lund Lighting", Type: "Customer - Direct", Industry: "Retail" },
  ...more
})

export const salesforce: Vendor = {
  file: "salesforce",
  values: { email: "maya@post.example" },
  unknown: { email: "maya@post.exampl" },
  secrets: { token: "00DR0000!AQ" },
  mayAsk: ({ headers }) => headers.authorization === "Bearer 00DR0000!AQ",
  answer({ url }) {
    if (url.pathname.endsWith("/query/01gRO0000016PIAYA2-1"))
      return { json: { totalSize: 2, done: true, records: [contact({ Account: null })] } }
    const query = url.searchParams.get("q") ?? ""
    const [, email] =
      /^SELECT [\w,.]+ FROM Contact WHERE Email='([^']*)' ORDER BY LastModifiedDate DESC$/.exec(query) ?? []
    if (email === undefined) return { status: 400, json: [{ errorCode: "MALFORMED_QUERY" }] }
    if (email !== "maya@post.example") return { json: { totalSize: 0, done: true, records: [] } }
    return {
      json: {
        ...{ totalSize: 2, done: false, nextRecordsUrl: "/services/data/v66.0/query/01gRO0000016PIAYA2-1" },
        records: [contact({ LastActivityDate: "2026-11-02" })]
      }
    }
  },
  pages: 2,
  facts: {
    contacts: "2",
    since: "2023-05-06",
    active: "2026-11-02",
    kind: "Customer - Direct",
    industry: "Retail",
    account: "Lund Lighting (only shown)",
    contact: "Maya Lindgren (only shown)"
  },
  identities: ["Maya Lindgren", "Lund Lighting"],
  refused: { status: 401, json: [{ message: "Session expired or invalid", errorCode: "INVALID_SESSION_ID" }] },
  busy: { status: 403, json: [{ message: "TotalRequests Limit exceeded.", errorCode: "REQUEST_LIMIT_EXCEEDED" }] }
}

import type { Vendor } from "./vendor.ts"

/** Charges of the search API, newest first. Its next page is the cursor "next_page", given back as "page". */
const charge = (order: string, more: object = {}) => ({
  ...{ id: `ch_${order}`, object: "charge", amount: 1000, amount_refunded: 0, currency: "eur", created: 1_767_344_400 },
  ...{ paid: true, status: "succeeded", disputed: false, failure_message: null, metadata: { order_id: order } },
  billing_details: { email: "somebody@post.example", name: "Otto Brandauer", phone: null },
  payment_method_details: { type: "card" },
  refunds: { object: "list", data: [], has_more: false },
  ...more
})
const PAID = charge("1001", {
  ...{ amount: 9890, amount_refunded: 2000, created: 1_762_765_200 },
  billing_details: {
    email: "maya@post.example",
    name: "Maya Lindgren",
    address: { city: "Lund", line1: "Storgatan 4" }
  },
  payment_method_details: { type: "sepa_debit" },
  refunds: {
    object: "list",
    data: [
      { object: "refund", amount: 1500, status: "pending", created: 1_763_460_000 },
      { object: "refund", amount: 500, status: "succeeded", created: 1_763_373_600 }
    ]
  }
})
const FAILED = charge("1001", { paid: false, status: "failed", failure_message: "Your card was declined." })

export const stripe: Vendor = {
  file: "stripe",
  values: { order: "1001" },
  unknown: { order: "1002" },
  secrets: { key: "rk_test_51" },
  mayAsk: ({ headers }) =>
    headers.authorization === "Bearer rk_test_51" && headers["stripe-version"] === "2025-03-31.basil",
  answer({ url }) {
    const query = url.searchParams.get("query") ?? ""
    const [, order] = /^metadata\['order_id'\]:'([^']*)'$/.exec(query) ?? []
    if (order === undefined || url.searchParams.get("expand[]") !== "data.refunds")
      return { status: 400, json: { error: { type: "invalid_request_error" } } }
    const isFirst = !url.searchParams.has("page")
    const known = order === "1001"
    return {
      json: {
        ...{ object: "search_result", url: "/v1/charges/search", has_more: isFirst && known },
        next_page: isFirst && known ? "WyIxMDAxIl0=" : null,
        // Metadata are compared as a whole, but an order may have several charges.
        data: !known ? [charge("1001-B")] : isFirst ? [FAILED] : [PAID]
      }
    }
  },
  pages: 2,
  facts: {
    paid: "2025-11-10",
    amount: "98.90 EUR",
    method: "SEPA direct debit",
    refunded: "20.00 EUR",
    "refund-on": "2025-11-18",
    "refund-status": "under way",
    disputed: "no",
    attempts: "Your card was declined.",
    payer: "maya@post.example (only shown)"
  },
  identities: ["Maya Lindgren", "Storgatan 4", "Lund"],
  refused: { status: 401, json: { error: { type: "invalid_request_error", message: "Invalid API Key provided" } } },
  busy: { status: 429, json: { error: { type: "invalid_request_error", code: "rate_limit" } } }
}

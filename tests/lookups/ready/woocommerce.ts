import type { Vendor } from "./vendor.ts"

/** Orders of the REST API v3. "search" looks into names and addresses too, and pages by the header Link. */
const order = (number: string, more: object = {}) => ({
  ...{
    id: Number(number),
    number,
    status: "processing",
    currency: "EUR",
    total: "10.00",
    payment_method_title: "Card"
  },
  ...{ date_created: "2026-01-02T10:00:00", date_paid: null, date_completed: null, refunds: [] },
  billing: { first_name: "Otto", last_name: "Brandauer", email: "otto@post.example", address_1: "Kestrelweg 7271" },
  line_items: [{ name: "Another lamp" }],
  ...more
})
const ORDERS = [
  order("17271"),
  order("903"),
  order("727", {
    ...{ status: "completed", total: "98.90", payment_method_title: "Direct bank transfer" },
    ...{ date_created: "2026-11-10T08:15:00", date_paid: "2026-11-11T10:00:00", date_completed: "2026-11-13T09:00:00" },
    billing: {
      first_name: "Maya",
      last_name: "Lindgren",
      email: "maya@post.example",
      city: "Lund",
      phone: "0701740605"
    },
    line_items: [{ name: "Halo table lamp" }, { name: "Bulb E27" }],
    refunds: [{ id: 726, reason: "", total: "-20.00" }]
  })
]

export const woocommerce: Vendor = {
  file: "woocommerce",
  values: { order: "727" },
  unknown: { order: "7271" },
  secrets: { keys: "ck_1:cs_2" },
  mayAsk: ({ headers }) => headers.authorization === `Basic ${btoa("ck_1:cs_2")}`,
  answer({ url, origin }) {
    const words = url.searchParams.get("search") ?? ""
    const found = ORDERS.filter((one) => JSON.stringify(one).includes(words))
    const page = Number(url.searchParams.get("page") ?? 1)
    const next = `<${origin}${url.pathname}?per_page=20&search=${words}&page=${page + 1}>; rel="next"`
    const [from, to] = page === 1 ? [0, 2] : [2, 22]
    return {
      json: found.slice(from, to),
      headers: { "x-wp-total": String(found.length), link: found.length > to ? next : "" }
    }
  },
  pages: 2,
  facts: {
    ordered: "2026-11-10",
    status: "completed",
    paid: "2026-11-11",
    completed: "2026-11-13",
    method: "Direct bank transfer",
    total: "98.90 EUR",
    refund: "-20.00 EUR",
    articles: "Halo table lamp, Bulb E27",
    buyer: "maya@post.example (only shown)"
  },
  identities: ["Maya Lindgren", "Lund", "0701740605"],
  refused: {
    status: 401,
    json: { code: "woocommerce_rest_cannot_view", message: "Sorry, you cannot list resources.", data: { status: 401 } }
  },
  // WooCommerce has no limit of its own: this is the web server's in front of it.
  busy: { status: 429, headers: { "retry-after": "30" }, json: { code: "too_many_requests" } }
}

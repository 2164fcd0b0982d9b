import type { Vendor } from "./vendor.ts"

/** Orders of the Admin REST API. Its filter "name" gives orders whose names begin alike, and pages by the header Link. */
const order = (name: string, more: object = {}) => ({
  ...{ id: Number(name) * 1000, name: `#${name}`, order_number: Number(name), email: "somebody@post.example" },
  ...{ created_at: "2026-01-02T10:00:00+01:00", cancelled_at: null, currency: "EUR", financial_status: "paid" },
  ...{ fulfillment_status: null, total_price: "10.00", current_total_price: "10.00", fulfillments: [], refunds: [] },
  line_items: [{ title: "Another lamp", quantity: 1, price: "10.00" }],
  ...more
})
const ORDERS = [
  order("10010"),
  order("10011"),
  order("1001", {
    ...{ email: "maya@post.example", created_at: "2026-11-10T08:15:00+01:00", financial_status: "partially_refunded" },
    ...{ fulfillment_status: "fulfilled", total_price: "98.90", current_total_price: "78.90" },
    customer: { first_name: "Maya", last_name: "Lindgren", email: "maya@post.example", phone: "+46701740605" },
    shipping_address: { name: "Maya Lindgren", address1: "Storgatan 4", city: "Lund", zip: "22350", country: "Sweden" },
    fulfillments: [
      { status: "cancelled", created_at: "2026-11-11T09:00:00+01:00", tracking_company: "X", tracking_numbers: ["0"] },
      {
        ...{ status: "success", created_at: "2026-11-13T09:00:00+01:00", tracking_company: "Norrland Parcel" },
        tracking_numbers: ["774100981234"]
      }
    ],
    refunds: [{ created_at: "2026-11-18T12:00:00+01:00", transactions: [{ kind: "refund", amount: "20.00" }] }],
    line_items: [{ title: "Halo table lamp" }, { title: "Bulb E27" }]
  })
]

export const shopify: Vendor = {
  file: "shopify",
  values: { order: "1001" },
  unknown: { order: "100" },
  secrets: { token: "shpat_0a1b2c3d" },
  mayAsk: ({ headers }) => headers["x-shopify-access-token"] === "shpat_0a1b2c3d",
  answer({ url, origin }) {
    const found = ORDERS.filter(({ name }) => name.startsWith(`#${url.searchParams.get("name") ?? ""}`))
    if (url.searchParams.has("page_info")) return { json: { orders: ORDERS.slice(2) } }
    const next = `<${origin}${url.pathname}?limit=50&page_info=eyJsYXN0>; rel="next"`
    return { json: { orders: found.slice(0, 2) }, headers: { link: found.length > 2 ? next : "" } }
  },
  pages: 2,
  facts: {
    ordered: "2026-11-10",
    payment: "partly refunded",
    status: "sent",
    sent: "2026-11-13",
    carrier: "Norrland Parcel",
    tracking: "774100981234",
    total: "98.90 EUR",
    left: "78.90 EUR",
    refunded: "2026-11-18",
    articles: "Halo table lamp, Bulb E27",
    buyer: "maya@post.example (only shown)"
  },
  identities: ["Maya Lindgren", "Storgatan 4", "Lund", "22350", "+46701740605"],
  refused: { status: 401, json: { errors: "[API] Invalid API key or access token" } },
  busy: { status: 429, headers: { "retry-after": "2.0" }, json: { errors: "Exceeded 2 calls per second" } }
}

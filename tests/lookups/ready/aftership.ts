import type { Vendor } from "./vendor.ts"

/** Trackings of the Tracking API, paged by a cursor. It says by X-RateLimit-Reset when it may be asked again. */
const tracking = (tracking_number: string, more: object = {}) => ({
  ...{ id: `id-${tracking_number}`, tracking_number, slug: "ups", tag: "InTransit", subtag_message: "In transit" },
  ...{ shipment_delivery_date: null, signed_by: null, latest_estimated_delivery: null, customers: [], checkpoints: [] },
  ...more
})

export const aftership: Vendor = {
  file: "aftership",
  values: { number: "774100981234" },
  unknown: { number: "774100980000" },
  secrets: { key: "asat_9" },
  mayAsk: ({ headers }) => headers["as-api-key"] === "asat_9",
  answer({ url }) {
    const isFirst = !url.searchParams.has("cursor")
    const isKnown = url.searchParams.get("tracking_numbers") === "774100981234"
    const found = tracking("774100981234", {
      ...{ slug: "norrland", tag: "Delivered", subtag_message: "Left at a safe place", signed_by: "Otto Brandauer" },
      ...{ shipment_delivery_date: "2026-11-16T14:12:00", destination_city: "Lund" },
      latest_estimated_delivery: { type: "specific", datetime: "2026-11-17" },
      checkpoints: [
        { tag: "InTransit", message: "Handed over", checkpoint_time: "2026-11-13T17:00:00+01:00", city: "Malmö" },
        {
          tag: "Delivered",
          message: "Left at a safe place",
          checkpoint_time: "2026-11-16T14:12:00+01:00",
          city: "Lund"
        }
      ]
    })
    return {
      json: {
        meta: { code: 200 },
        data: {
          pagination: {
            total: 2,
            next_cursor: isFirst && isKnown ? "eyJpZCI6" : "",
            has_next_page: isFirst && isKnown
          },
          trackings: isFirst || !isKnown ? [tracking("7741009812345")] : [found]
        }
      }
    }
  },
  pages: 2,
  facts: {
    carrier: "norrland",
    status: "delivered",
    detail: "Left at a safe place",
    delivered: "2026-11-16",
    expected: "2026-11-17",
    event: "Left at a safe place",
    "event-on": "2026-11-16",
    signed: "Otto Brandauer (only shown)"
  },
  identities: ["Otto Brandauer", "Malmö", "Lund"],
  refused: { status: 401, json: { meta: { code: 401, message: "The API key is invalid.", type: "Unauthorized" } } },
  busy: {
    status: 429,
    headers: { "x-ratelimit-limit": "6", "x-ratelimit-remaining": "0" },
    json: { meta: { code: 429, type: "TooManyRequests" } }
  }
}

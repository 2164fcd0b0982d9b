import { readLookup } from "../../../src/relay/lookups/format/read-lookup.ts"
import type { LookupDefinition } from "../../../src/protocol/routes/lookups.ts"

/** A lookup without a mistake. */
export const GOOD = `lookup: shop-order
title: Shop
url: https://shop.example/api/orders?name={order}
hosts: [shop.example]
headers: {X-Token: '{secret:token}'}
secrets: {token: A token that may read orders}
values:
  order: {label: order number, field: Order number, pattern: 'LL-\\d{5}'}
cache: 10 minutes
next: link
facts:
  status:
    label: Order status
    path: $.orders[0].status
    words: {fulfilled: sent, null: not sent yet}
  sent: {label: Sent on, path: '$.orders[0].sent', type: date}
  total: {label: Amount, path: '$.orders[0].total', type: money, currency: '$.orders[0].currency'}
  articles: {label: Articles, path: '$.orders[*].lines[*].title', type: list}
  buyer: {label: Buyer, path: '$.orders[0].customer.name', identity: name}
`

/** @throws with the file's mistakes */
export function definitionOf(source: string): LookupDefinition {
  const { definition, mistakes } = readLookup(source)
  if (!definition) throw new Error(JSON.stringify(mistakes))
  return definition
}

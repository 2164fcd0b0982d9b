/**
 * Requests made of the OpenAPI document: one that is right for each route, and of each field of it what lies at its
 * edges and beyond.
 */

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
/** A number that JavaScript can't hold: it is written into the JSON as it stands here. */
export const raw = (token: string) => `RAW(${token})`

export const RIGHT_TEXTS = [
  "00000000-0000-4000-8000-000000000000",
  "2026-11-20T10:00:00Z",
  "2026-11-20",
  "08:30",
  "sample",
  "1001",
  "m1",
  "en",
  "true",
  "replace",
  "https://desk.example",
  `https://${"ab".repeat(16)}.chromiumapp.org/`,
  "/tickets/*",
  `hmac:${"a".repeat(43)}`,
  "k".repeat(43),
  `${"A".repeat(86)}==`,
  "A text of 20 letters.",
  ""
]

export const NUMBERS = [
  0,
  -1,
  1.5,
  0.1,
  2_147_483_647,
  2_147_483_648,
  -2_147_483_649,
  2 ** 53,
  1e300,
  -1e300,
  raw("1e999"),
  raw("-0"),
  raw("9".repeat(400)),
  raw("5e-324")
]
export const TEXTS = [
  "",
  " ",
  "\0",
  "a\0b",
  "\ud800",
  "x\udc00",
  "0000-01-01",
  "1999-12-31",
  "2100-01-01",
  "9999-12-31",
  "2026-02-30",
  "0000-01-01T00:00:00Z",
  "+275760-09-13T00:00:00Z",
  "infinity",
  "NaN",
  "-1",
  "1e999",
  "2147483648",
  "9".repeat(400),
  "__proto__",
  "constructor",
  "';--",
  "%",
  "../..",
  "\u202e\ufeff",
  "\n".repeat(2000),
  "ffffffff-ffff-ffff-ffff-ffffffffffff"
]
export const deep = (levels: number) => raw(`${"[".repeat(levels)}${"]".repeat(levels)}`)
export const OTHERS: Json[] = [null, true, [], {}, [[]], { a: { b: [] } }, raw('{"a":1,"a":{"a":[]}}'), deep(2000)]

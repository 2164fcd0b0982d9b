import fc from "fast-check"
import { expect, test } from "vitest"
import { openGuard } from "../../src/checks/guard/guard-draft.ts"

/** `npm run soak` makes ten times as many random links. */
const SOAK = process.env["REPLYWRIGHT_SOAK"] !== undefined

const OWN = "https://help.brightcart.example/reset"
const EVIL = "https://evil.com/x"
const look = openGuard({
  thread: [{ role: "customer", text: "I can't get in. I looked at https://blog.lamps.example/tips." }],
  sources: [`Reset your password at ${OWN}. Orders: https://www.brightcart.example/orders?lang=en.`]
})
const severe = (draft: string) =>
  look(draft)
    .filter((one) => one.severe)
    .map(({ kind }) => kind)

/** Each has a foreign link behind, before, in or around one of the team's own. */
const HIDDEN_BEHIND = [
  `[${OWN}](${EVIL})`,
  `[${OWN}](//evil.com)`,
  `[Reset](//evil.com)`,
  `[${OWN}](\\\\evil.com)`,
  `[${OWN}](/\\evil.com/x)`,
  `[${OWN}](https:evil.com)`,
  `[${OWN}](https:/evil.com)`,
  `[${OWN}]( <${EVIL}> "Reset")`,
  `[${OWN}](evil.com/x)`,
  `[${OWN}][1]\n\n[1]: ${EVIL}`,
  `[${OWN}]: ${EVIL}`,
  `<${OWN}>(${EVIL})`,
  `${OWN},${EVIL}`,
  `${OWN};${EVIL}`,
  `${OWN}|${EVIL}`,
  `${OWN})${EVIL}`,
  `${OWN}'${EVIL}`,
  `${OWN}%0a${EVIL}`,
  `${OWN}%0D%0A${EVIL}`,
  `${OWN}%20${EVIL}`,
  `${OWN}${EVIL}`,
  `_${EVIL}_`,
  `*${OWN}*${EVIL}*`,
  `${OWN}\`${EVIL}`,
  `${OWN},evil.com`,
  `${OWN};evil.com/x`,
  `${OWN}|www.evil.com`,
  `${OWN})evil.com`,
  `${OWN}'evil.com'`,
  `${OWN}%0aevil.com`,
  `${OWN}//evil.com|//evil.com`,
  `${OWN},//evil.com`,
  `[url=${OWN}]${EVIL}[/url]`,
  `[url=${EVIL}]${OWN}[/url]`,
  `[url]${OWN}[/url][url]evil.com/x[/url]`,
  `[url="${OWN}"]${EVIL}[/url]`,
  `<a href="${EVIL}">${OWN}</a>`,
  `<a href='${EVIL}'>${OWN}</a>`,
  `<a href=${EVIL}>${OWN}</a>`,
  `<a href="//evil.com">${OWN}</a>`,
  `<a href=evil.com title="${OWN}">x</a>`,
  `<a\nhref="\\/evil.com">${OWN}</a>`,
  "https://help.brightcart.example@evil.com/reset",
  "https://help.brightcart.example:x@evil.com",
  "https://help.brightcart.example,x@evil.com/",
  "https://help.brightcart.example\\@evil.com/",
  "https://help.brightcart.example%40evil.com",
  "https://help.brightcart.example.evil.com/reset",
  "https://help.brightcart.example%2eevil.com/",
  "https://help.brightcart.example。evil.com/",
  "https://help.brightcart.example[.]evil[.]com",
  `https://evil.com/?next=${OWN}`,
  `https://evil.com/#${OWN}`,
  `evil.com?${OWN}`,
  `https://evil.com/${OWN}`,
  `${OWN}?next=${EVIL}`,
  `${OWN}?next=https%3A%2F%2Fevil.com`,
  `${OWN}/https%3A%2F%2Fevil.com`,
  `${OWN}/https%253A%252F%252Fevil.com`,
  `${OWN}#${EVIL}`,
  `${OWN}?//evil.com`,
  "https://help.brightcart.example:8443/reset",
  "https://1249715214/reset",
  "https://[::1]/reset",
  "HTTPS://EVIL.COM",
  "hxxps://evil[.]com/x",
  "tg://resolve?domain=evil",
  "javascript:location='//evil.com'"
]

test.each(HIDDEN_BEHIND)("a foreign link stays one: %s", (draft) => {
  expect(severe(`Please use ${draft} to go on.`)).not.toEqual([])
  expect(severe(draft)).not.toEqual([])
})

test.each([
  OWN,
  `[${OWN}](${OWN})`,
  `[Reset](${OWN})`,
  `[url=${OWN}]here[/url]`,
  `<a href="${OWN}">reset</a>`,
  `${OWN},${OWN}`,
  `${OWN};https://www.brightcart.example/orders?lang=en`,
  `(${OWN})`,
  `**${OWN}**`,
  `_${OWN}_`,
  `“${OWN}”`,
  "help.brightcart.example/reset",
  "HTTPS://HELP.BRIGHTCART.EXAMPLE/reset/",
  "https://help.brightcart.example:443/reset",
  "www.brightcart.example/orders?lang=en",
  "https://brightcart.example",
  "https://blog.lamps.example/tips",
  `${OWN}.`,
  `Go to ${OWN}, then wait.`,
  `${OWN}をご覧ください`.slice(0, OWN.length)
])("a link of the team's own stays fine, whatever is around it: %s", (draft) =>
  expect(look(`Please use ${draft}`)).toEqual([])
)

test("offsets are each link's own", () => {
  const draft = `See [${OWN}](${EVIL}), ${OWN};evil.com/a|//evil.org and _https://evil.net/b_.`
  expect(look(draft).map(({ start, end }) => draft.slice(start, end))).toEqual([
    EVIL,
    "evil.com/a",
    "//evil.org",
    "https://evil.net/b"
  ])
})

const joiner = fc.constantFrom(
  "",
  " ",
  "\n",
  "\t",
  ",",
  ";",
  "|",
  ")",
  "(",
  "'",
  '"',
  "`",
  "*",
  "_",
  "~",
  "^",
  "!",
  "]",
  "[",
  "](",
  ") (",
  "][",
  "}{",
  "<",
  ">",
  "><",
  "%0a",
  "%0D%0A",
  "%20",
  "%09",
  "%2C",
  "\\",
  "=",
  "?u=",
  "&u=",
  "#",
  "/",
  "//",
  ":",
  "->",
  "&#10;",
  "\u200b",
  "。",
  "、",
  "」「",
  "[/url][url]",
  '">',
  '</a> <a href="'
)
const foreign = fc.constantFrom(
  "https://evil.com",
  "http://evil.com/x",
  "HTTPS://Evil.Com/a?b=c",
  "https:\\\\evil.com",
  "https:/evil.com",
  "https://help.brightcart.example.evil.com",
  "https://help.brightcart.example@evil.com",
  "https://xn--evl-qma.com",
  "https://203.0.113.9/x",
  "ftp://evil.com/f",
  "hxxps://evil.com"
)
const own = fc.constantFrom(
  OWN,
  "https://www.brightcart.example/orders?lang=en",
  "http://help.brightcart.example",
  "https://blog.lamps.example/tips"
)
const markup = fc.constantFrom<readonly [string, string]>(
  ["", ""],
  ["[", "](x)"],
  ["[Reset](", ")"],
  ["<", ">"],
  ['<a href="', '">x</a>'],
  ["<a href='", "'>x</a>"],
  ["[url=", "]x[/url]"],
  ["[url]", "[/url]"],
  ["(", ")"],
  ["**", "**"],
  ["_", "_"],
  ["`", "`"],
  ["“", "”"],
  ["「", "」"],
  ["Please use ", " now."]
)

test("whatever joins it to one of the team's own, and whatever is around both, a foreign link is severe", () => {
  fc.assert(
    fc.property(own, joiner, foreign, markup, fc.boolean(), (mine, between, theirs, [before, after], isFirst) => {
      expect(severe(before + (isFirst ? theirs + between + mine : mine + between + theirs) + after)).not.toEqual([])
    }),
    { seed: 21, numRuns: SOAK ? 5000 : 500 }
  )
})

test("two of the team's own in markup are nothing severe", () => {
  const apart = fc.constantFrom(
    " ",
    "\n",
    ", ",
    "; ",
    ",",
    ";",
    "|",
    "](",
    ") (",
    '"><',
    "[/url] [url]",
    "」「",
    "'",
    "`"
  )
  fc.assert(
    fc.property(own, apart, own, markup, (one, between, other, [before, after]) => {
      expect(severe(before + one + between + other + after)).toEqual([])
    }),
    { seed: 22, numRuns: SOAK ? 3000 : 300 }
  )
})

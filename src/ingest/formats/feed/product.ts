import type { Visibility } from "../../../ticket/ticket.ts"
import type { Details, ImportedDocument } from "../../source/source.ts"
import { escapeMarkdownLine, escapeMarkdown } from "../common/escape-markdown.ts"
import { markdownOfHtml } from "../html/markdown-of-html.ts"
import type { KnownOption } from "./columns.ts"
import type { Item } from "./item.ts"
import { writePrice, type Price } from "./price.ts"
import { wordsFor, type FeedWords } from "./feed-words.ts"

/**
 * A product: one item, or several items that differ in their options. The first item gives name, description and
 * address.
 */
export interface Product {
  first: Item
  others: Variant[]
}

/** What an item has that may differ from the first item of its group. */
export type Variant = Pick<Item, "title" | "price" | "salePrice" | "availability" | "stock" | "options">

/**
 * Makes the document of a product. A sentence above the description states its price and availability in the words of
 * its language: "Halo-2 desk lamp – Price: 39.90 EUR; Availability: in stock." Facts that customers rarely ask for
 * stand in lines below the description.
 * @param language the feed's ISO 639-1 code, used if the item doesn't state its own language
 * @throws DocumentError if the description is nested too deeply
 */
export function documentOf(
  { first, others }: Product,
  { path, visibility, language }: { path: string; visibility: Visibility; language?: string | undefined }
): ImportedDocument {
  const locale = first.language ?? language
  const words = wordsFor(locale)
  const title = others.length === 0 ? first.title : commonTitle([first.title, ...others.map((other) => other.title)])
  const { sold, more } = factsOf(title, first, others, words, locale ?? "en")
  const body = [sold, descriptionOf(first), more].filter((part) => part !== "").join("\n\n")
  return {
    id: `${path}#${first.group === undefined ? first.id : `group ${first.group}`}`,
    path: `${path}, ${first.group ?? first.id}`,
    title,
    kind: "product",
    visibility,
    groups: [],
    product: title,
    body,
    details: detailsOf(first, others, words),
    ...(locale !== undefined && { locale }),
    ...(first.link !== undefined && { url: first.link }),
    ...(first.changed !== undefined && { changed: first.changed })
  }
}

/** This many variants are listed one by one. */
const LISTED = 100

function factsOf(
  title: string,
  first: Item,
  others: Variant[],
  words: FeedWords,
  language: string
): { sold: string; more: string } {
  const all = [first, ...others]
  const write = (price: Price) => writePrice(price, language)
  const same = (tell: (variant: Variant) => string) => new Set(all.map(tell)).size === 1
  const money = (variant: Variant) => (typeof variant.price === "object" ? write(variant.price) : (variant.price ?? ""))
  const isSale = ({ price, salePrice }: Variant) =>
    salePrice !== undefined && (typeof price !== "object" || Number(salePrice.amount) < Number(price.amount))
  const sale = (variant: Variant) => (variant.salePrice && isSale(variant) ? write(variant.salePrice) : "")
  const available = ({ availability }: Variant) =>
    availability === undefined
      ? ""
      : availability in words.is
        ? words.is[availability as keyof FeedWords["is"]]
        : availability
  const differs = others.length > 0 && !(same(money) && same(sale) && same(available))
  const time = first.saleTime ? ` (${words.time(first.saleTime.from, first.saleTime.to)})` : ""
  const said = (lines: [string, string][]): string[] =>
    lines.flatMap(([name, value]) => (value === "" ? [] : [`${escapeMarkdown(name)}: ${escapeMarkdown(value)}`]))
  const sold = said([
    [words.price, same(money) ? money(first) : rangeOf(all, words, write)],
    [words.salePrice, same(sale) && sale(first) !== "" ? sale(first) + time : ""],
    [words.availability, same(available) ? available(first) : ""],
    ...[...optionsOf(all)].map(([name, values]): [string, string] => [nameOf(name, words), values.join(", ")])
  ])
  const facts = said([
    [words.stock, others.length === 0 && first.stock !== undefined && first.stock > 0 ? String(first.stock) : ""],
    [words.brand, first.brand ?? ""],
    [words.category, first.category ?? ""],
    [words.number, first.group ?? (first.id === first.link || first.id === first.title ? "" : first.id)]
  ])
  const more = facts.map((line) => `- ${line}`).join("\n")
  // A whole sentence that contains the product's name can be quoted on its own, and search finds it by that name.
  const sentence =
    sold.length === 0 ? "" : `${escapeMarkdownLine(title)} – ${sold.join("; ")}${language === "ja" ? "。" : "."}`
  if (!differs) return { sold: sentence, more }
  const each = all.slice(0, LISTED).map((variant) => {
    const price = sale(variant) === "" ? money(variant) : `${sale(variant)}${time} (${words.price}: ${money(variant)})`
    const name = [...variant.options.values()].flat().join(", ") || variant.title
    return `- ${escapeMarkdown(`${name}: ${[price, available(variant)].filter(Boolean).join(", ")}`)}`
  })
  return { sold: [sentence, "", `${words.variants}:`, "", ...each].join("\n").trim(), more }
}

function rangeOf(all: Variant[], words: FeedWords, write: (price: Price) => string): string {
  const prices = all
    .flatMap(({ price }) => (typeof price === "object" ? [price] : []))
    .sort((a, b) => Number(a.amount) - Number(b.amount))
  const [low, high] = [prices[0], prices.at(-1)]
  if (!low || !high || prices.length < all.length || new Set(prices.map(({ currency }) => currency)).size > 1) return ""
  return words.range(write(low), write(high))
}

function optionsOf(all: Variant[]): Item["options"] {
  const options: Item["options"] = new Map()
  for (const variant of all)
    for (const [name, values] of variant.options)
      options.set(name, [...new Set([...(options.get(name) ?? []), ...values])].slice(0, LISTED))
  return options
}

const nameOf = (name: KnownOption | string, words: FeedWords): string =>
  name in words.options ? words.options[name as KnownOption] : name.charAt(0).toUpperCase() + name.slice(1)

function detailsOf(first: Item, others: Variant[], words: FeedWords): Details {
  const { salePrice, saleTime } = first
  const price =
    (saleTime === undefined ? salePrice : undefined) ?? (typeof first.price === "object" ? first.price : undefined)
  const options = Object.fromEntries(
    [...optionsOf([first, ...others])].map(([name, values]) => [nameOf(name, words), values])
  )
  const available = new Set([first, ...others].map(({ availability }) => availability))
  const { category, goesWith, alternatives, replaces } = first
  return {
    kind: "product",
    ids: [...new Set([...(first.group === undefined ? [] : [first.group]), ...first.ids])],
    ...(category !== undefined && { category }),
    ...(goesWith && { goesWith }),
    ...(alternatives && { alternatives }),
    ...(replaces && { replaces }),
    ...(price && { price: price.amount, ...(price.currency !== undefined && { currency: price.currency }) }),
    ...(first.availability !== undefined && {
      availability: available.has("in-stock") ? "in-stock" : first.availability
    }),
    ...(Object.keys(options).length > 0 && { options })
  }
}

/**
 * Returns the common beginning of a group's names, up to the end of a word. If that beginning is short, the first name
 * is used.
 */
function commonTitle(titles: string[]): string {
  const [first = "", ...others] = titles
  let end = first.length
  for (const other of others) while (end > 0 && !other.startsWith(first.slice(0, end))) end--
  const whole =
    end === first.length || /^[\s\-–—,(/|:]/.test(first.slice(end))
      ? first.slice(0, end)
      : first.slice(0, end).replace(/[^\s]*$/, "")
  const common = whole.replace(/[\s\-–—,(/|:]+$/, "")
  return common.length >= 8 || common.length >= first.length / 2 ? common : first
}

function descriptionOf({ description = "" }: Item): string {
  const html =
    /&lt;\/?(?:p|br|li|ul|ol|div|b|strong|em|h\d|span|table)\b/i.test(description) && !TAG.test(description)
      ? plainEntities(description)
      : description
  if (TAG.test(html)) return markdownOfHtml(html).trim()
  const text = /&(?:[a-z]{2,8}|#\d+|#x[\da-f]+);/i.test(html)
    ? markdownOfHtml(html.replace(/</g, "&lt;").replace(/\n/g, "<br>"))
    : html
        .split(/\n{2,}/)
        .map((part) =>
          part
            .split("\n")
            .map((line) => escapeMarkdownLine(line.trim()))
            .join("\\\n")
        )
        .join("\n\n")
  return text.replace(/[\0-\x08\x0b-\x1f]/g, "").trim()
}

const TAG = /<(?:\/?[a-z][\w-]*(?:\s[^<>]*)?\/?|!--)>?/i
const plainEntities = (text: string): string =>
  text
    .replace(/&lt;/gi, "<")
    .replace(/&gt;/gi, ">")
    .replace(/&quot;/gi, '"')
    .replace(/&amp;/gi, "&")

import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { JSDOM } from "jsdom"
import { correctables } from "../../../src/helpdesks/correctables.ts"

/**
 * HTML that a hostile mail may bring if nobody cleans it: something for each selector of the adapter and of every
 * composer, and after it a copy of all that the page itself has. Each form in it has fields that take the names of the
 * browser's own properties.
 */
export function hostileMail(helpdesk: string, document: Document): Node[] {
  const table = correctables.find((one) => one.helpdesk === helpdesk)?.builtIn ?? {}
  const selectors = [...Object.values(table).filter((one) => typeof one === "string"), ...composerSelectors]
  const made = selectors.flatMap((selector) => partsAt(selector, ",").flatMap((one) => markupFor(one) ?? []))
  const { body } = new new JSDOM().window.DOMParser().parseFromString(
    `${made.join("\n")}${document.body.innerHTML}`,
    "text/html"
  )
  for (const field of body.querySelectorAll("textarea")) field.textContent = "A customer's own words"
  // A browser drops a form within a form, and gives its fields to the outer one.
  for (const form of [...body.querySelectorAll("form"), body])
    for (const name of TAKEN) {
      const field = body.ownerDocument.createElement("input")
      field.setAttribute("name", name)
      form.append(field)
    }
  return [...body.childNodes]
}

const TAKEN = [
  "closest",
  "matches",
  "parentElement",
  "querySelector",
  "querySelectorAll",
  "classList",
  "dataset",
  "style",
  "getAttribute",
  "children"
]

/** All that composers accept, from their sources, so that a new one is among them. */
const composerSelectors = readdirSync("src/composers", { withFileTypes: true })
  .filter((one) => one.isDirectory() && one.name !== "common")
  .flatMap(({ name }) => readFileSync(join("src/composers", name, "composer.ts"), "utf8").match(/accepts: .*/g) ?? [])
  .flatMap((line) => (line.includes("isTextarea") ? ["textarea"] : [/"(.+)"/.exec(line)?.[1] ?? ""]))

/** Returns elements, one within another, that a selector without a comma finds. None for what has no element. */
function markupFor(selector: string): string | undefined {
  const steps = partsAt(selector.replace(/:not\([^)]*\)/g, ""), " ").filter((step) => step !== ">")
  const tags = steps.map(tagFor)
  if (tags.includes(undefined)) return undefined
  return tags.reduceRight((inner: string, tag) => {
    const name = /^<([\w-]+)/.exec(tag ?? "")?.[1] ?? "div"
    return name === "input" ? `${tag}` : `${tag}${inner}</${name}>`
  }, "words")
}

function tagFor(step: string): string | undefined {
  const compound = step.replace(/:(?:is|where)\(([^,)]*)[^)]*\)/g, "$1")
  if (!/[#.[]|^[a-z][\w-]*$/i.test(compound)) return undefined
  const name = /^[a-z][\w-]*/i.exec(compound)?.[0] ?? "div"
  const plain = compound.replace(/\[[^\]]*\]/g, "")
  const attributes = [...compound.matchAll(/\[([\w-]+)(?:[~^$*|]?=['"]?([^'"\]]*)['"]?[^\]]*)?\]/g)]
    .filter(([, key]) => key !== "class")
    .map(([, key, value = "1"]) => `${key}="${value}"`)
  const classes = [...plain.matchAll(/\.([\w-]+)/g)].map(([, one]) => one)
  const [, id] = /#([\w-]+)/.exec(plain) ?? []
  return `<${name} ${[...attributes, `class="${classes.join(" ")}"`, ...(id ? [`id="${id}"`] : [])].join(" ")}>`
}

/** Cuts a selector where a sign stands in no bracket. */
function partsAt(selector: string, sign: string): string[] {
  let depth = 0
  let part = ""
  const parts: string[] = []
  for (const each of selector) {
    if (/[[(]/.test(each)) depth++
    if (/[\])]/.test(each)) depth--
    if (each === sign && depth === 0) {
      parts.push(part)
      part = ""
    } else part += each
  }
  return [...parts, part].map((one) => one.trim()).filter((one) => one !== "")
}

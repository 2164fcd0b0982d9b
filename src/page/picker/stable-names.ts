import {
  AGENT_WORDS,
  CUSTOMER_WORDS,
  NOTE_WORDS,
  PART_WORDS,
  STATE_WORDS,
  wordsInName
} from "../recipe/structure-words.ts"

/** A selector for an element by one of its names, and how far it can be relied on, from 0 to 6. */
export interface StableName {
  css: string
  weight: number
}

/**
 * Returns selectors by names that a page's authors have given: attributes, roles, classes, and the element's own name.
 * What a build or a ticket gives (hashes, numbers, names of people) is left out.
 * @param personal words of the ticket, in lower case, that must not get into a selector
 */
export function stableNames(element: Element, personal: ReadonlySet<string>): StableName[] {
  const names: StableName[] = [{ css: element.localName, weight: tagWeight(element.localName) }]
  for (const { name, value } of element.attributes) {
    if (name === "id" && isWordy(value, personal) && !/\d/.test(value))
      names.push({ css: `#${CSS.escape(value)}`, weight: 6 })
    if (name === "class") names.push(...classNames(element, personal))
    if (name === "role" && /^[a-z]+$/.test(value)) names.push(attribute(name, value, 4))
    if (name === "name" && isWordy(value, personal)) names.push(attribute(name, value, 5))
    if (name === "itemprop" && isWordy(value, personal)) names.push(attribute(name, value, 4))
    if (name === "aria-label" && isStructural(value)) names.push(attribute(name, value, 3))
    const isOwn = element.localName.includes("-") && !GLOBAL.test(name)
    if ((name.startsWith("data-") && isNamed(name)) || isOwn) names.push(...dataNames(name, value, personal))
  }
  return names.sort((a, b) => b.weight - a.weight)
}

/** Attributes that components have like all elements. Of the others, a component's author has chosen name and value. */
const GLOBAL =
  /^(?:id|class|style|role|slot|part|name|title|lang|dir|hidden|tabindex|href|src|itemprop|aria-.*|data-.*)$/

/** Attributes whose value names one element of many, such as one message. */
const NAMES_ONE = /(?<!test-?)(?:^|-)(?:id|uuid|guid|key|ref|hash)$/

function dataNames(name: string, value: string, personal: ReadonlySet<string>): StableName[] {
  if (!NAMES_ONE.test(name) && value !== "" && isWordy(value, personal) && !STATE_WORDS.includes(value))
    return [attribute(name, value, /test|qa|cy/.test(name) ? 6 : 5), { css: `[${name}]`, weight: 2 }]
  return [{ css: `[${name}]`, weight: PART_WORDS.some((word) => wordsInName(name).includes(word)) ? 4 : 2 }]
}

function classNames(element: Element, personal: ReadonlySet<string>): StableName[] {
  return [...element.classList].flatMap((one): StableName[] => {
    // A build that adds a hash to names of a module keeps the name itself: "thread_message__x8Yq1".
    const inModule = /^([A-Za-z][\w-]*?[A-Za-z])(__|--)([\w-]{5,})$/.exec(one)
    if (inModule && isRandom(inModule[3] ?? "") && isWordy(inModule[1] ?? "", personal))
      return [{ css: `[class*="${inModule[1]}${inModule[2]}"]`, weight: 3 }]
    if (!isWordy(one, personal) || wordsInName(one).some((word) => STATE_WORDS.includes(word))) return []
    return [{ css: `.${CSS.escape(one)}`, weight: UTILITY.test(one) ? 1 : 3 + bonus(one) }]
  })
}

const bonus = (name: string) => (wordsInName(name).some((word) => ALL_WORDS.has(word)) ? 1 : 0)
const ALL_WORDS = new Set([...AGENT_WORDS, ...CUSTOMER_WORDS, ...NOTE_WORDS, ...PART_WORDS])
/** Classes that say how something is drawn, and not what it is. */
const UTILITY =
  /^(?:[mp][trblxy]?|[wh]|min|max|flex|grid|block|inline|text|font|bg|border|rounded|shadow|gap|items|justify|self|space|col|row|d|float|pull|overflow|position|container|clearfix|card|wrapper|inner|outer|box)(?:-|$)/

const attribute = (name: string, value: string, weight: number): StableName => ({
  css: `[${name}="${CSS.escape(value)}"]`,
  weight
})

function tagWeight(name: string): number {
  if (name.includes("-")) return 4
  return SEMANTIC.test(name) ? 2 : 0
}
const SEMANTIC =
  /^(?:article|main|section|header|footer|h[1-6]|textarea|form|time|table|tbody|tr|td|li|ul|ol|dl|dd|dt|blockquote|iframe|body)$/

/** Attributes whose names or values a framework writes. */
const isNamed = (name: string) =>
  !/^data-(?:v|react\w*|emotion|styled|state|focus\w*|hover\w*|index|key|ember\w*|s|n-head|radix\w*)(?:-|$)/.test(
    name
  ) &&
  !/\d/.test(name) &&
  !name.slice(5).split("-").some(isRandom) &&
  name.length <= 40

/** A value is wordy if it consists of words that somebody has chosen, and of none that the ticket holds. */
function isWordy(value: string, personal: ReadonlySet<string>): boolean {
  if (!/^[A-Za-z][\w:.-]{1,39}$/.test(value) || /\d{2}|\d[A-Za-z]|[A-Za-z]\d[A-Za-z]/.test(value)) return false
  if (/^(?:css|sc|jss|svelte|emotion|ng|tns|_ngcontent|ember)(?:-|\d)/.test(value)) return false
  if (value.split(/[-_:.]+/).some(isRandom)) return false
  return !wordsInName(value).some((word) => word.length > 2 && personal.has(word) && !ALL_WORDS.has(word))
}

/** A label may hold the name of a person, so each of its words has to be one for a part of a page. */
const isStructural = (label: string) => {
  const words = wordsInName(label)
  return words.length > 0 && words.length <= 4 && !/\d|["\\]/.test(label) && words.every((word) => ALL_WORDS.has(word))
}

/** Returns whether letters look as if a program had drawn them. */
export function isRandom(part: string): boolean {
  if (part.length < 5) return part.length > 2 && /\d/.test(part) && /[A-Za-z]/.test(part)
  if (/\d/.test(part) && /[A-Za-z]/.test(part)) return true
  const humps = part.split(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
  if (humps.length > 2 && humps.filter((hump) => hump.length <= 2).length * 2 >= humps.length) return true
  if (/[a-z][A-Z]{2,}[a-z]|[A-Z]{2,}[a-z]{1,2}[A-Z]/.test(part)) return true
  const vowels = (part.match(/[aeiouy]/gi) ?? []).length
  return vowels / part.length < 0.15 || /[bcdfghjklmnpqrstvwxz]{6,}/i.test(part)
}

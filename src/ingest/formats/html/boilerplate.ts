import type { Element, ElementContent } from "hast"
import { attribute, elementsOf, isHeading, linkShare, nodesOf, prune, textOf, type Parent } from "./tree.ts"
import { LISTS } from "replywright/lexicon/import"
import { wordsOf } from "../../../lexicon/lexicon.ts"

/**
 * Removes what a help centre puts around its articles: navigation, breadcrumbs, lists of other pages, share buttons,
 * votes, comments and cookie notices. It judges by the element, by its class, by where links stand, and last by the
 * words.
 */
export function stripBoilerplate(main: Parent): void {
  let left = textOf(main).length
  prune(main, (element) => {
    const byName = !isByItsKind(element)
    if ((byName && !isByItsName(element)) || hasTitle(element)) return "keep"
    const { length } = textOf(element)
    // An element with nearly all of the words is the article, whatever its class says.
    if (byName && left - length < ENOUGH) return "keep"
    left -= length
    return "drop"
  })
  prune(main, (element) => (isListOfAnchors(element) ? "drop" : "keep"))
  stripLinksBeforeTitle(main)
  stripSections(main)
  stripLines(main)
}

/**
 * Removes boxes that hold hardly anything but links to other pages, on a page without semantic markup.
 * @param lists whether lists are removed, too; on a page with few links they belong to the author's text
 */
export function stripBoxesOfLinks(main: Parent, lists: boolean): void {
  prune(main, (element) => {
    if (
      !(lists ? /^(?:div|section|center|table|ul|ol|p)$/ : /^(?:div|section|center|table)$/).test(element.tagName) ||
      linkShare(element) < 0.8
    )
      return "keep"
    return [...elementsOf(element)].filter(({ tagName }) => tagName === "a").length > 2 ? "drop" : "keep"
  })
}

const TAGS = new Set(["nav", "footer", "menu", "search"])
const ROLES =
  /\b(?:navigation|search|banner|contentinfo|complementary|dialog|alertdialog|menu|menubar|toolbar|tablist)\b/
/** Asides and banners that inform the reader stay. */
const NOTES = /(?:^|[-_ ])(?:note|tip|warning|info|callout|admonition|hint|caution|important|danger|alert)(?:$|[-_ ])/i
const CLASSES = new RegExp(
  `(?:^|[-_ ])(?:${[
    "breadcrumbs?",
    "pagination",
    "pager",
    "prev-next",
    "page-nav",
    "share",
    "sharing",
    "sharedaddy",
    "social",
    "cookies?",
    "consent",
    "gdpr",
    "newsletter",
    "subscribe",
    "toc",
    "table-of-contents",
    "ez-toc-container",
    "sidebar",
    "navbar",
    "nav",
    "navigation",
    "menu",
    "skip-link",
    "related",
    "relatives",
    "related-posts",
    "recently",
    "recent-articles",
    "recommendations?",
    "comments?",
    "comment-list",
    "respond",
    "disqus",
    "votes?",
    "voting",
    "ratings?",
    "feedback",
    "helpful",
    "helpfulness",
    "reactions?",
    "reaction-picker",
    "more-questions",
    "return-to-top",
    "back-to-top",
    "footer",
    "popup",
    "modal",
    "toast",
    "advert",
    "ads",
    "sponsored",
    "byline",
    "avatar",
    "author",
    "author-box",
    "post-meta",
    "entry-meta",
    "article-meta",
    "page-meta",
    "page-metadata",
    "article-info-bar",
    "last-updated",
    "tags?-links",
    "tag-list",
    "toolbar",
    "action-menu",
    "page-actions",
    "edit-link",
    "copy-link",
    "print-link",
    "headerlink",
    "heading-anchor",
    "anchor-link",
    "likes?-and-shares",
    "jp-relatedposts",
    "widget-area"
  ].join("|")})(?:$|[-_ ])`,
  "i"
)

function isByItsKind(element: Element): boolean {
  const isNote = NOTES.test(namesOf(element))
  if (element.tagName === "aside") return !isNote
  return TAGS.has(element.tagName) || (ROLES.test(attribute(element, "role")) && !isNote)
}

const isByItsName = (element: Element) => !isHeading(element) && CLASSES.test(namesOf(element))

/**
 * Returns class and id as words in lower case, so that "articleVotes" becomes "article-votes". A name such as
 * "has-sidebar" is left out, because it says what stands beside the element and not what the element is.
 */
function namesOf(element: Element): string {
  return `${attribute(element, "className")} ${attribute(element, "id")}`
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .split(" ")
    .filter(
      (name) =>
        !/(?:^|[-_])(?:has|with|no|is|without|show|hide)[-_]|^(?:page|body|template|layout)[-_]?(?:with|has)?[-_]?(?:sidebar|nav)/i.test(
          name
        )
    )
    .join(" ")
}

const hasTitle = (element: Element) => [element, ...elementsOf(element)].some(({ tagName }) => tagName === "h1")
/** At least this many characters must be left. */
const ENOUGH = 20

/** Returns whether an element is a table of contents, whose links all lead to places of the same page. */
function isListOfAnchors(element: Element): boolean {
  if (!/^(?:ul|ol|div)$/.test(element.tagName) || linkShare(element) < 0.9) return false
  const links = [...elementsOf(element)].filter(({ tagName }) => tagName === "a")
  return links.length >= 2 && links.every((link) => attribute(link, "href").startsWith("#"))
}

/** Removes elements before the title that consist of links, because they are the path to the page. */
function stripLinksBeforeTitle(main: Parent): void {
  if (![...elementsOf(main)].some(({ tagName }) => tagName === "h1")) return
  let before = true
  prune(main, (element) => {
    if (isHeading(element)) before = false
    if (!before || [...elementsOf(element)].some(isHeading) || !/^(?:ul|ol|div|p|span)$/.test(element.tagName))
      return "keep"
    return linkShare(element) > 0.5 ? "drop" : "keep"
  })
}

/**
 * Removes sections that aren't part of the article: "Related articles" with the links below it, and "3 comments" with
 * everything that follows.
 */
function stripSections(parent: Parent): void {
  const remaining: ElementContent[] = []
  const children = nodesOf(parent)
  for (let at = 0; at < children.length; at++) {
    const child = children[at]
    if (!child) continue
    if (child.type === "element") stripSections(child)
    const section = child.type === "element" && looksLikeHeading(child) ? sectionBelow(children, at) : 0
    if (section > 0) at += section - 1
    else remaining.push(child)
  }
  parent.children = remaining
}

/**
 * Returns how many nodes a boilerplate heading takes with it, itself included, or 0 if the heading isn't boilerplate.
 */
function sectionBelow(children: readonly ElementContent[], at: number): number {
  const heading = children[at]
  if (heading?.type !== "element" || !isBoilerplateHeading(textOf(heading))) return 0
  const rest = children.slice(at + 1)
  const next = rest.findIndex((node) => node.type === "element" && isHeading(node))
  if (/\d/.test(textOf(heading)) && /comm?ent|kommentar|コメント/i.test(textOf(heading))) return children.length - at
  const below = next < 0 ? rest : rest.slice(0, next)
  const holder: Parent = { type: "root", children: [...below] }
  if (textOf(holder) === "") return 1
  if (linkShare(holder) > 0.6) return 1 + below.length
  // Links come first and unrelated text follows, so only the list is removed.
  const [first, ...others] = below.map((node, index) => ({ node, index })).filter(({ node }) => textOf(node) !== "")
  const list = first && linkShare({ type: "root", children: [first.node] }) > 0.8 && others.length > 0
  return list ? first.index + 2 : 0
}

/**
 * Returns whether an element is a heading or a line that is set like one: `<p><strong>`, or a `<span>` above a list.
 */
const looksLikeHeading = (element: Element) =>
  isHeading(element) || (/^(?:p|div|span|strong|header)$/.test(element.tagName) && textOf(element).length <= 60)

/**
 * Removes whole lines of boilerplate ("Yes", "No", "3 of 4 found this helpful"), each with the box around it if that
 * holds little else.
 */
function stripLines(main: Parent): void {
  prune(main, (element) => {
    if (!/^(?:p|div|section|span|strong|a|ul|ol|li|h[2-6]|figure|td|small|time|em|fieldset)$/.test(element.tagName))
      return "keep"
    const text = textOf(element)
    if (text === "" || text.length > LONGEST_LINE + SHORT) return "keep"
    if (isBoilerplateLine(text))
      return isHeading(element) && !/\s|[ぁ-んァ-ン]/.test(text) ? "keep" : isPartOfLine(element) ? "keep" : "drop"
    if (!/^(?:div|section|p|li|fieldset)$/.test(element.tagName)) return "keep"
    const lines = linesOf(element)
    const asked = lines.find(isBoilerplateLine)
    return asked !== undefined &&
      text.length - asked.length <= SHORT &&
      lines.every((line) => line === asked || line.length <= 30 || isBoilerplateLine(line))
      ? "drop"
      : "keep"
  })
}
const SHORT = 80

/** A link or a bold word inside a sentence isn't a line of its own. `prune` visits its paragraph first. */
const isPartOfLine = (element: Element) => /^(?:span|strong|a|em|small|time)$/.test(element.tagName)

const linesOf = (element: Element): string[] => nodesOf(element).map(textOf).filter(Boolean)

/** Makes a pattern that a whole line must match with one pattern of the list. */
const whole = (list: string) =>
  new RegExp(`^[\\s·•|–—»«›:]*(?:${[...wordsOf(LISTS, list)].join("|")})[\\s?？!.。:：…·•|–—»]*$`, "iu")
/** Lines that help centres put around an article. */
const LINE = whole("boilerplate-lines")
/** Headings of sections that aren't part of the article, such as lists of other pages or comments. */
const SECTION = whole("boilerplate-headings")

/** Longer lines, in characters, are never taken for boilerplate. */
const LONGEST_LINE = 160

const isBoilerplateLine = (line: string): boolean => line.length <= LONGEST_LINE && LINE.test(line)
const isBoilerplateHeading = (line: string): boolean => line.length <= 60 && SECTION.test(line)

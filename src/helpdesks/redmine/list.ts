import type { Page } from "../contract/adapter.ts"
import { redmine as at } from "./selectors.ts"

/**
 * Returns the issues of a list, in its order, as far as reading one changes nothing. Redmine records whose project was
 * used last and shows that to the agent. Issues of other projects are therefore left out, and so are those whose
 * project the list doesn't show.
 */
export function listedIssues({ document, url }: Page): string[] {
  const own = /\/projects\/([^/]+)\/issues\/?$/.exec(url.pathname)?.[1]
  const last = own ?? lastUsed(document)
  const isOwn = own !== undefined && !document.querySelector(at.subprojects)
  return [...document.querySelectorAll<HTMLElement>(at.listed)]
    .filter((row) => {
      const project = row.querySelector(at.listedProject)
      return project ? last !== undefined && projectOf(project) === last : isOwn
    })
    .flatMap(({ id }) => /^issue-(\d+)$/.exec(id)?.[1] ?? [])
}

/**
 * Returns the first project of the head's menu, unless that begins with all projects. It is the one used last, or a
 * bookmarked one, whose use isn't recorded.
 */
function lastUsed(document: Document): string | undefined {
  const menu = document.querySelector(at.projects)
  const first = menu?.querySelector("a")
  return first && menu && menu.querySelectorAll("strong").length > 1 ? projectOf(first) : undefined
}

function projectOf(link: Element): string | undefined {
  return /\/projects\/([^/?]+)/.exec(link.getAttribute("href") ?? "")?.[1]
}

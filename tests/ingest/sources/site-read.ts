import { siteSource, type SiteOptions } from "../../../src/ingest/sources/site/site.ts"
import type { ReadFrom, SourceItem } from "../../../src/ingest/source/source.ts"
import { fakeClock, never } from "./server.ts"

export const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8"?>${body}`
export const urlset = (...entries: string[]) =>
  xml(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries.join("")}</urlset>`
  )
export const entry = (loc: string, rest = "") => `<url><loc>${loc}</loc>${rest}</url>`
export const page = (
  title: string,
  text = `${title} takes two days, and we tell you by e-mail when it is done.`,
  head = ""
) =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><nav><a href="/">Home</a></nav><main><h1>${title}</h1><p>${text}</p></main></body></html>`

export async function readAll(
  options: Omit<SiteOptions, "allowHosts" | "clock"> & Partial<SiteOptions>,
  from: ReadFrom = {}
): Promise<SourceItem[]> {
  const items: SourceItem[] = []
  for await (const item of siteSource({ allowHosts: ["127.0.0.1"], clock: fakeClock(), ...options }).read(
    from,
    never()
  ))
    items.push(item)
  return items
}

/** Returns the items in short form, with addresses without their host. */
export function told(items: SourceItem[], url: string): string[] {
  return items.flatMap((item) => {
    if (item.type === "document") return [`document ${item.document.id.replace(url, "")}`]
    if (item.type === "failed") return [`failed ${item.path.replace(url, "")}`]
    return item.type === "standing" || item.type === "gone" ? [`${item.type} ${item.id.replace(url, "")}`] : []
  })
}
export const endOf = (items: SourceItem[]) => items.find((item) => item.type === "end")
export const documents = (items: SourceItem[]) =>
  items.flatMap((item) => (item.type === "document" ? [item.document] : []))

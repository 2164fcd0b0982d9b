import type { Page } from "./adapter.ts"

/**
 * Returns `{ url }` for the address of a file on the page's own host, and otherwise an empty object, because no other
 * host is asked. @param address as a link of the page or an answer has it, from the page on
 */
export function ownAddress({ url: page }: Pick<Page, "url">, address: unknown): { url?: string } {
  const url = typeof address === "string" && address !== "" ? URL.parse(address, page) : null
  return url?.origin === page.origin && /^https?:$/.test(url.protocol) ? { url: url.href } : {}
}

import type { ReactNode } from "react"

/**
 * A link to a page of the team, which the relay named. These are the only links that lead out of the extension. An
 * address that isn't a web address is shown as text.
 */
export function PageLink({ url, children }: { url: string | undefined; children: ReactNode }) {
  if (!isPage(url)) return <>{children}</>
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {children}
    </a>
  )
}

export const isPage = (url: string | undefined): url is string => url !== undefined && /^https?:/i.test(url)

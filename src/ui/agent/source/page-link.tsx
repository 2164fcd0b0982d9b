import type { ReactNode } from "react"

/**
 * A page of the team's own, which the relay named: the only links that lead away from the extension. Text where it is
 * no address of the web.
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

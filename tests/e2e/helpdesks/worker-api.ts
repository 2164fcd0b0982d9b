import type { BrowserContext } from "playwright-core"

/** A helpdesk's API: whom it answers, and what. */
interface Api {
  origin: string
  token: string
  paths: readonly string[]
  answer(url: URL, headers: Headers): Response
}

/**
 * Puts an API's double in the place of the network of the extension's worker, which Playwright doesn't route. Whoever
 * has another token is refused.
 * @returns what returns the requests so far, such as "GET https://api.example/1"
 */
export async function answerInWorker(
  context: BrowserContext,
  { origin, token, paths, answer }: Api
): Promise<() => Promise<string[]>> {
  const [worker] = context.serviceWorkers()
  if (!worker) throw new Error("The extension has no worker.")
  const headers = new Headers({ authorization: `Bearer ${token}` })
  const entries = await Promise.all(
    paths.map(async (path) => [origin + path, await answer(new URL(origin + path), headers).text()] as const)
  )
  await worker.evaluate(
    ([known, from, right]) => {
      const answers = new Map(known)
      const scope = globalThis as typeof globalThis & { apiAsked?: string[] }
      scope.apiAsked = []
      const real = globalThis.fetch
      globalThis.fetch = (input, init) => {
        const url = String(input)
        if (!url.startsWith(`${from}/`)) return real(input, init)
        scope.apiAsked?.push(`${init?.method} ${url}`)
        const isRight = new Headers(init?.headers).get("authorization") === `Bearer ${right}`
        const body = isRight ? answers.get(url) : undefined
        const status = isRight ? (body === undefined ? 404 : 200) : 401
        return Promise.resolve(new Response(body ?? "{}", { status, headers: { "content-type": "application/json" } }))
      }
    },
    [entries, origin, token] as const
  )
  return async () => (await worker.evaluate(() => (globalThis as { apiAsked?: string[] }).apiAsked)) ?? []
}

import { SourceError } from "../../../ingest/source/source.ts"
import type { WebClient } from "../../../ingest/sources/web/web-client.ts"

/**
 * Requests these addresses and returns those that no longer exist, with the reason. An address whose server is busy or
 * unreachable, or that may not be requested, isn't reported, and neither are addresses beyond the limit. `tell`
 * receives how many of all have been requested.
 */
export async function findDeadLinks(
  web: WebClient,
  addresses: readonly string[],
  signal: AbortSignal,
  tell: (asked: number, of: number) => void = () => undefined
): Promise<Map<string, string>> {
  const gone = new Map<string, string>()
  const rest = addresses.slice(0, MOST)
  let done = 0
  tell(done, addresses.length)
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let address = rest.shift(); address !== undefined; address = rest.shift()) {
        const why = await faultOf(web, address, signal)
        if (why !== undefined) gone.set(address, why)
        tell(++done, addresses.length)
      }
    })
  )
  return gone
}

const MOST = 2_000
const AT_ONCE = 4

async function faultOf(web: WebClient, address: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const answer = await web.open(address, { idle: 10_000, total: 20_000 }, signal)
    answer.discard()
    return answer.status === 404 || answer.status === 410 ? `There is nothing (status ${answer.status}) at` : undefined
  } catch (error) {
    // A link isn't dead because its host is unreachable today or because the guard refuses to request it.
    if (error instanceof SourceError) return undefined
    throw error
  }
}

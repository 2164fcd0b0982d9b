import { ModelError } from "../drafter/contract.ts"

/**
 * Returns the address for chat requests: the base address with `/chat/completions`. A query string (Azure's
 * `api-version`) stays.
 * @throws ModelError if it isn't an http(s) address
 */
export function chatUrl(baseUrl: string): URL {
  const url = URL.parse(baseUrl.trim())
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new ModelError(
      "model-unreachable",
      "MODEL_BASE_URL is not an address. It looks like http://localhost:11434/v1 or https://api.example.com/v1.",
      false
    )
  }
  const path = url.pathname.replace(/\/+$/, "")
  url.pathname = path.endsWith("/chat/completions") ? path : `${path}/chat/completions`
  url.hash = ""
  return url
}

/**
 * Returns the addresses at which a path may be served: below the base address, and below it without its `/v1`, because
 * servers put what OpenAI's API doesn't have beside that.
 * @throws ModelError if the base address is invalid
 */
export function addressesOf(baseUrl: string, path: string): string[] {
  const { origin, pathname, search } = chatUrl(baseUrl)
  const base = pathname.replace(/\/chat\/completions$/, "")
  const below = [base, base.replace(/\/v1$/, "")].map((one) => origin + one + path + search)
  return [...new Set(below)]
}

/** Returns the address as it may be shown and stored, without user, password and query, which may contain keys. */
export function shownUrl(url: URL): string {
  return url.origin + url.pathname
}

/**
 * Returns the headers of a request. The key is sent as a bearer token, and Azure's older addresses read `api-key`
 * instead.
 */
export function headersFor(url: URL, apiKey: string | undefined): Record<string, string> {
  return {
    "content-type": "application/json",
    accept: "text/event-stream, application/json",
    // Compressed answers aren't supported here, and a compressed stream arrives late anyway.
    "accept-encoding": "identity",
    ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
    ...(apiKey && isAzure(url) ? { "api-key": apiKey } : {})
  }
}

export function isAzure(url: URL): boolean {
  return url.hostname.endsWith(".azure.com")
}

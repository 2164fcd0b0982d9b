import { ModelError } from "../drafter/contract.ts"

/**
 * Where chat requests go: the base address and `/chat/completions`. A query string (Azure's `api-version`) stays.
 * @throws ModelError when it is no http(s) address
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

/** The address as it may be shown and stored: no user, password or query, which may hold keys. */
export function shownUrl(url: URL): string {
  return url.origin + url.pathname
}

/** The key goes as a bearer token; Azure's older addresses read `api-key` instead. */
export function headersFor(url: URL, apiKey: string | undefined): Record<string, string> {
  return {
    "content-type": "application/json",
    accept: "text/event-stream, application/json",
    // Nothing here unpacks; a stream that is packed comes late anyway.
    "accept-encoding": "identity",
    ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
    ...(apiKey && isAzure(url) ? { "api-key": apiKey } : {})
  }
}

export function isAzure(url: URL): boolean {
  return url.hostname.endsWith(".azure.com")
}

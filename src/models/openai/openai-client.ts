import type OpenAI from "openai"
import { requireModelsOn } from "../../runtime/scope/request-scope.ts"
import { chatUrl, isAzure } from "./address.ts"

/**
 * Creates the client of the openai package, which is used for everything except streamed text. It requests the address
 * as given, follows no redirect and logs nothing. The package is loaded by the first call, because it is a megabyte that most relays
 * never need.
 * @throws ModelError if the address is invalid
 */
export async function openaiClient(
  { baseUrl, apiKey }: { baseUrl: string; apiKey?: string | undefined },
  patience: { timeout: number; maxRetries: number }
): Promise<OpenAI> {
  requireModelsOn()
  const { default: Client } = await import("openai")
  const chat = chatUrl(baseUrl)
  return new Client({
    baseURL: chat.origin + chat.pathname.replace(/\/chat\/completions$/, ""),
    // The package requires a key. A server without keys ignores it.
    apiKey: apiKey || "none",
    organization: null,
    project: null,
    defaultQuery: Object.fromEntries(chat.searchParams),
    defaultHeaders: {
      ...(apiKey ? {} : { authorization: null }),
      ...(apiKey && isAzure(chat) ? { "api-key": apiKey } : {})
    },
    fetchOptions: { redirect: "manual" },
    ...patience,
    logLevel: "off"
  })
}

/** Returns "größe" for "gr%C3%B6%C3%9Fe", and a text such as "100%-cotton", which isn't encoded, as it is. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

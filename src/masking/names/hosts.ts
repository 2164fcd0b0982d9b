import { words } from "../basis/word-list.ts"

/**
 * Whether everybody uses this host, so that a link to it says nothing of who wrote it. Its personal parts are masked
 * all the same.
 */
export function isWellKnownHost(host: string): boolean {
  const plain = host.toLowerCase().replace(/^www\./, "")
  if (plain === "localhost" || /^(?:\d{1,3}\.){3}\d{1,3}$/.test(plain)) return true
  const parts = plain.split(".")
  const country = parts.length > 2 && /^(?:com?|org|net|gov|ac)$/.test(parts.at(-2) ?? "")
  const name = parts.at(country ? -3 : -2) ?? ""
  return HOSTS.has(name)
}

const HOSTS = words(`
  google gmail youtube microsoft office outlook live apple icloud amazon amazonaws facebook instagram twitter x linkedin tiktok whatsapp telegram pinterest reddit wikipedia github gitlab stackoverflow mozilla adobe dropbox zoom slack notion atlassian trello
  paypal stripe klarna visa mastercard revolut wise dhl ups fedex usps dpd gls-group hermes myhermes evri royalmail laposte colissimo chronopost correos seur ctt correios poste posti postnord
  ebay etsy shopify booking expedia airbnb uber spotify netflix trustpilot zendesk redmine bestpractical wordpress cloudflare letsencrypt europa gov service`)

/** Providers whose addresses anybody may have, so that the same one after the "@" tells nothing. */
const PUBLIC =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|gmx|web|t-online|aol|proton(?:mail)?|pm|zoho|mail|fastmail|yandex|qq|163|126|naver|daum|hanmail|orange|wanadoo|free|laposte|libero|uol|bol|terra|comcast|verizon)\./

const ADDRESS = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+\.[^\s<>()[\]"',;:]+/

/** Returns the first address in a text, in small letters, or undefined when there is none. */
export const addressIn = (text: string | null | undefined): string | undefined =>
  ADDRESS.exec(text ?? "")?.[0].toLowerCase()

/** Returns whether an address is one of the team: the account's own, or of the same domain if that is no provider's. */
export function isOfTeam(address: string, account: string): boolean {
  const [domain, own] = [domainOf(address), domainOf(account)]
  return address === account || (domain === own && !PUBLIC.test(own))
}

const domainOf = (address: string) => address.slice(address.lastIndexOf("@") + 1)

/** Providers whose addresses anybody may have, so that the same domain tells nothing. */
const PROVIDERS = [
  "gmail googlemail outlook hotmail live msn yahoo ymail icloud me mac aol proton protonmail pm zoho mail fastmail",
  "gmx web t-online orange wanadoo free laposte libero uol bol terra yandex comcast verizon",
  "qq 163 126 naver daum hanmail"
].flatMap((names) => names.split(" "))
/** "yahoo.com" and "yahoo.co.uk", and not a company's "mail.pots.example". */
const PUBLIC = new RegExp(`^(?:${PROVIDERS.join("|")})\\.(?:com?\\.)?[a-z]{2,4}$`)

/** Returns whether an address is one of the team: the account's own, or of the same domain if that is no provider's. */
export function isOfTeam(address: string, account: string): boolean {
  const [domain, own] = [domainOf(address), domainOf(account)]
  return address === account || (domain === own && !PUBLIC.test(own))
}

const domainOf = (address: string) => address.slice(address.lastIndexOf("@") + 1)

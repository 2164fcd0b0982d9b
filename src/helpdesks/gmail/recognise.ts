import type { Address, Recogniser } from "../contract/adapter.ts"

/** A conversation behind the "#", however it was reached: "#inbox/FMfcgz…", "#label/Shop/FMfcgz…", "#search/…/18c2…". */
const CONVERSATION = /^#(?!settings|chat|meet)[^?]+\/[A-Za-z0-9]{12,}(?:\?|$)/

/** Gmail has one host, whose path says which of several accounts it is: "/mail/u/0/". */
export const isGmail = ({ hostname, pathname }: Address): boolean =>
  hostname === "mail.google.com" && /^\/mail(\/|$)/.test(pathname)

/** Each step changes the address before anything is drawn. */
export const recogniseGmail: Recogniser = ({ url }) => isGmail(url) && CONVERSATION.test(url.hash)

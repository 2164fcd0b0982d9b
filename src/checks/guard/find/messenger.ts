import type { Sentence } from "../../../text/sentences.ts"
import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"
import { anyOf } from "../words/words.ts"

/**
 * Finds contacts on messengers that nobody gave: a service that wasn't mentioned, or a name there that nobody named.
 */
export function findMessengers(text: string, said: Sentence[], given: Given): Found[] {
  const findings: Found[] = []
  for (const match of text.matchAll(HANDLE)) {
    if (!given.holds(match[1] ?? ""))
      findings.push({ kind: "messenger", start: match.index, end: match.index + match[0].length })
  }
  for (const { start, end, text: sentence } of said) {
    const services = [...sentence.matchAll(SERVICE)]
    if (services.length === 0 || !CONTACT.test(sentence.replace(SERVICE, " ")) || given.holds(sentence)) continue
    if (services.some((match) => !isKnown(match[0], given) || namesUnknown(sentence, match.index, given)))
      findings.push({ kind: "messenger", start, end })
  }
  return findings
}

function isKnown(service: string, { text }: Given): boolean {
  return new RegExp(`(?<!\\p{L})${service.replace(/[^\p{L} ]/gu, ".")}(?!\\p{L})`, "iu").test(text)
}

/**
 * Says whether a service that the ticket mentions stands beside a quoted or numbered name that the ticket doesn't
 * mention.
 */
function namesUnknown(sentence: string, at: number, given: Given): boolean {
  const near = sentence.slice(Math.max(0, at - 60), at + 90)
  return [...near.matchAll(NAME)].some((match) => !given.holds(match[1] ?? match[2] ?? ""))
}

/** The "@" of a mail address, a package or a style sheet doesn't match. */
const HANDLE = /(?<![\p{L}\p{N}._%+@/-])@([A-Za-z][A-Za-z0-9_.-]{1,38}[A-Za-z0-9_])(?![\p{L}\p{N}@/({]|\.\p{L})/gu
const NAME =
  /["“„«»「『](?=\S)([^"“”„«»」』\n]{3,40})["”“»«」』]|(?<![\p{L}\p{N}])([\p{L}]+[_\d][\p{L}\p{N}_]*)(?![\p{L}\p{N}])/gu
/** Where the word has another meaning too, only the one with a capital matches. */
const SERVICE =
  /(?<![\p{Script=Latin}\p{N}.@/-])(?:[Ww]hats ?[Aa]pp|WHATSAPP|[Tt]elegram|TELEGRAM|Discord|discord|Viber|WeChat|Weixin|微信|KakaoTalk|Kakao|Skype|skype|Snapchat|Instagram|Insta|TikTok|Threema|Wickr|ICQ|Keybase|iMessage|FaceTime|Google Chat|Facebook|Messenger|Mastodon|Bluesky|Reddit|Matrix|Element|Slack|Signal|LINE|Line|ライン|QQ|Zalo|Teams|Twitter|Threads|Kik)(?![\p{Script=Latin}\p{N}])(?<!(?<!(?:on|via|over|by|through|to|use|our|auf|über|per|bei|sur|via|par|por|en|no|na|pelo|pela|a) (?:the |our |unser\p{L}* |notre |nuestro |nosso )?)(?:Signal|Line|Matrix|Element|Teams|Threads|Slack|Messenger))/gu
const CONTACT = anyOf(({ contact }) => contact, "iu")

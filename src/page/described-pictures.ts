import { percentDecoded } from "../text/words/percent-decoded.ts"
import { attachmentKind } from "../ticket/attachment.ts"
import type { Attachment, Message, Ticket } from "../ticket/ticket.ts"

/**
 * Adds to each message what its HTML says in place of the pictures in it: to the attachment of that name, or else as an
 * attachment of its own. Nothing is asked for, because the words are part of the message. A short text, such as a
 * logo's, is no description.
 */
export function withDescribedPictures(ticket: Ticket, document: Document): Ticket {
  return { ...ticket, messages: ticket.messages.map((message) => described(message, document)) }
}

function described(message: Message, document: Document): Message {
  const { html = "", attachments = [] } = message
  if (!PICTURE.test(html)) return message
  const Parser = document.defaultView?.DOMParser ?? DOMParser
  const pictures = [...new Parser().parseFromString(html, "text/html").querySelectorAll("img[alt]")]
    .map((picture) => ({
      alt: (picture.getAttribute("alt") ?? "").replace(/\s+/g, " ").trim().slice(0, MAX_CHARACTERS),
      address: percentDecoded(picture.getAttribute("src") ?? "")
    }))
    .filter(({ alt }) => alt !== "")
  const isOf = ({ name }: Attachment, { address }: { address: string }) =>
    address.replace(/[?#].*$/, "").endsWith(`/${name}`) || address.includes(`name=${name}`)
  const listed = attachments.map((file) => {
    if (file.alt !== undefined || attachmentKind(file) !== "picture") return file
    const own = pictures.find((one) => isOf(file, one) && isDescription(one.alt, file.name))
    return own ? { ...file, alt: own.alt } : file
  })
  const others = pictures
    .filter((one) => !attachments.some((file) => isOf(file, one)) && isLong(one.alt))
    .slice(0, MAX_PICTURES)
    .map(({ alt, address }) => ({ name: nameIn(address), type: "image/*", alt }))
  return listed.length + others.length === 0 ? message : { ...message, attachments: [...listed, ...others] }
}

/** Returns whether a picture's text says what it shows. A file's name doesn't. */
export function isDescription(alt: string, name: string): boolean {
  return /\p{L}{2}/u.test(alt) && alt.toLowerCase() !== name.trim().toLowerCase() && !/^\S+\.\w{2,5}$/.test(alt)
}

const PICTURE = /<img\b[^>]*\salt\s*=/i
/** Characters of a description. */
const MAX_CHARACTERS = 1000
/** Pictures of a message that aren't listed as files. */
const MAX_PICTURES = 5

const isLong = (alt: string) => alt.length >= 20 && alt.split(" ").length >= 4

/** Returns the file's name at the end of an address if it is a picture's. */
function nameIn(address: string): string {
  const [, name] = /\/([^/?#]{1,80})(?:[?#].*)?$/.exec(address) ?? []
  return name !== undefined && attachmentKind({ name }) === "picture" ? name : "picture"
}

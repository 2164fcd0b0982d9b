/**
 * Returns whether a word of BIPIA's clean mails belongs to a person, an address or a company other than the author's.
 * The words were annotated once by hand and roughly, so figures made with them are accurate to about one point.
 */
export function isPersonalInMails(word: string): boolean {
  return (
    /@|https?:|www\.|\d{4,}-\d|\d{1,3}(?:\.\d{1,3}){3}/.test(word) ||
    word
      .toLowerCase()
      .split(/['’]s\b|[^\p{L}\p{N}.@-]+/u)
      .some((part) => PERSONAL.has(part))
  )
}

const PERSONAL: ReadonlySet<string> = new Set(
  (
    "david dirschka david,your david,you ganesha srinivas somayajula patterson-cole 0222-inv-dpatterson-colecole san francisco ca mission street 660 94105 avondale 88 ga 30002 seattle wa " +
    "calendly webflow technologies athena moonchaser mixpanel surfshark deel eurostar docusign typeform corp inc inc..the"
  ).split(" ")
)

import { t } from "../messages/t.ts"

/** The parts of the page, by the id of their heading, and their names, in the page's order. */
const PARTS = [
  ["relay-status", t("status")],
  ["codes", t("codes")],
  ["people", t("people")],
  ["knowledge", t("imports")],
  ["models", t("models")],
  ["masking", t("rules")],
  ["lookups", t("lookups.admin")],
  ["shared-places", t("shared")],
  ["team", t("team")],
  ["playbooks", t("playbooks")],
  ["voices", t("voices")],
  ["webhooks", t("webhooks")],
  ["usage", t("usage")],
  ["audit", t("audit")]
] as const

/** Links to each part of the page, which is too long to be scrolled through. */
export function Contents() {
  return (
    <nav className="contents" aria-label={t("admin.contents")}>
      <ul>
        {PARTS.map(([id, name]) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

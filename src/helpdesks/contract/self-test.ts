import type { PagePart, PartFit } from "../../ticket/page-part.ts"
import { CopyOnly, NoEditor, NotPublic, PageChanged } from "./adapter.ts"

/**
 * Looks at parts of a page, one after another. A look that returns nothing (undefined, null, false) says that the part
 * is absent and may be; one that throws PageChanged says that it is broken; any other says that it fits.
 */
export function testParts(looks: readonly (readonly [PagePart, () => unknown])[]): PartFit[] {
  return looks.map(([part, look]) => {
    try {
      return { part, fit: isAbsent(look()) ? "absent" : "fits" }
    } catch (error) {
      if (error instanceof PageChanged) return { part, fit: "broken" }
      throw error
    }
  })
}

/**
 * Looks at the reply editor and at what proves that it is public, by what the adapter finds for Insert.
 * @param find the adapter's `findReplyEditor`
 * @param isMarked whether something in the page tells a reply from a note, whatever it tells. Where nothing does, an
 * editor that is refused may be one whose marker was renamed. It is left out where `find` itself says that.
 */
export function testEditor(find: () => unknown, isMarked = (): boolean => true): PartFit[] {
  const parts = (editor: PartFit["fit"], marker: PartFit["fit"]): PartFit[] => [
    { part: "reply editor", fit: editor },
    { part: "public marker", fit: marker }
  ]
  try {
    find()
    return parts("fits", "fits")
  } catch (error) {
    if (error instanceof CopyOnly) return parts("fits", "absent")
    if (error instanceof NotPublic) return parts("absent", isMarked() ? "fits" : "broken")
    if (error instanceof NoEditor) return parts("absent", "absent")
    if (!(error instanceof PageChanged)) throw error
    if (error.part === "public marker") return parts("absent", "broken")
    if (error.part === "reply editor") return parts("broken", "fits")
    // Another part is broken, and its own look says so.
    return parts("absent", "absent")
  }
}

const isAbsent = (found: unknown) => found === undefined || found === null || found === false

/**
 * Returns the numbers of the objects that the data after `head` may belong to. It is the last object that begins there,
 * unless a hostile file hides the beginning of another within its own, such as in a string. An object before it that
 * ends for sure, such as a page before its content, isn't one of them.
 */
export function streamOwners(head: string): number[] {
  const begins = [...head.matchAll(/(?<!\d)(\d{1,10})\s{1,9}\d{1,5}\s{1,9}obj/g)]
  return begins.flatMap(({ 0: said, 1: number, index }, at) => {
    const next = begins[at + 1]
    return next && isEnded(head.slice(index + said.length, next.index)) ? [] : [Number(number)]
  })
}

/** Takes the innermost pairs of brackets off, level by level. What hides its end in one keeps half of it. */
function isEnded(object: string): boolean {
  if (/[%\\]/.test(object)) return false
  let rest = object
  for (let level = 0; level < MAX_LEVELS && /[[(<]/.test(rest); level++)
    rest = rest.replace(/\([^()]*\)|<[\dA-Fa-f\s]*>|\[[^[\]()<>]*\]|<<[^[\]()<>]*>>/g, " ")
  return /^[^[\]()<>]*\bendobj\s*$/.test(rest)
}

/** Real objects have some five. */
const MAX_LEVELS = 20

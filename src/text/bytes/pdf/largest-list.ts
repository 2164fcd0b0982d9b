/**
 * Returns how many bytes the parts of one list take, for the list that takes most. A page's content is such a list, and
 * pdf.js unpacks each of its parts as often as it is named there, and holds all of them: 47 kB became 5.8 GB.
 * @param texts the file, and those of its compressed parts that hold objects
 * @param sizes of the parts, unpacked, by the numbers of their objects
 */
export function largestList(texts: readonly string[], sizes: ReadonlyMap<number, number>): number {
  let largest = 0
  for (const text of texts)
    for (const [list] of text.matchAll(/\[[^[\]]*\]/g)) {
      const said = list.replace(/%[^\r\n]*/g, " ").replace(/[\0\s]+/g, " ")
      let sum = 0
      for (const [, number] of said.matchAll(/(?<!\d)(\d{1,10}) \d{1,5} R/g)) sum += sizes.get(Number(number)) ?? 0
      largest = Math.max(largest, sum)
    }
  return largest
}

import type { ReactNode } from "react"

export interface StatusRow {
  key: string
  /** Its first cell is the row's heading. */
  cells: [ReactNode, ...ReactNode[]]
}

/** A table with its caption. It scrolls within itself where it is wider than the page, also by keyboard. */
export function StatusTable({
  caption,
  head,
  rows,
  numbers = []
}: {
  caption: string
  head: string[]
  rows: StatusRow[]
  /** The columns of numbers, from 0. */
  numbers?: number[]
}) {
  const look = (at: number) => (numbers.includes(at) ? { className: "n" } : {})
  return (
    <div className="wide-table" role="group" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((name, at) => (
              <th key={name} scope="col" {...look(at)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...others] }) => (
            <tr key={key}>
              <th scope="row">
                <bdi>{first}</bdi>
              </th>
              {others.map((cell, at) => (
                <td key={head[at + 1]} {...look(at + 1)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

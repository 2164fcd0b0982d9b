import { t } from "../messages/t.ts"
import { OwnPageLink } from "./own-page-link.tsx"

export interface Table {
  head: string[]
  rows: (string | number)[][]
  /** Where the cases of each row are. */
  links?: (string | undefined)[]
}

/** A table whose first column names the row and whose others are figures. */
export function FiguresTable({ table: { head, rows, links = [] }, label }: { table: Table; label: string }) {
  const [first = "", ...others] = head
  return (
    <div className="wide-table" role="group" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((one) => (
              <th key={one} scope="col" className="n">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], index) => (
            <tr key={index}>
              <th scope="row">
                <OwnPageLink page={links[index]}>
                  <bdi>{name}</bdi>
                </OwnPageLink>
              </th>
              {cells.map((cell, at) => (
                <td key={at} className="n">
                  {typeof cell === "number" ? t("figures.count", { n: cell }) : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

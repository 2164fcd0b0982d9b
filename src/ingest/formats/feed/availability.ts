export type Availability = "in-stock" | "out-of-stock" | "preorder" | "backorder" | "limited" | "discontinued"

/** Returns one of the common values, or undefined if the feed uses its own words. */
export function readAvailability(text: string): Availability | undefined {
  const plain = text
    .replace(/^https?:\/\/schema\.org\//i, "")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]+/g, "")
  return NAMES.get(plain)
}

const WORDS: Record<Availability, string> = {
  "in-stock":
    "instock available yes true 1 y instoreonly onlineonly lieferbar verfugbar auflager sofortlieferbar ja enstock disponible sí oui emestoque disponivel sim 在庫あり",
  "out-of-stock":
    "outofstock soldout unavailable notavailable no false 0 n ausverkauft nichtlieferbar nichtverfugbar nein rupture rupturedestock enrupturedestock epuise indisponible non agotado sinstock nodisponible esgotado indisponivel semestoque 在庫なし 売り切れ",
  preorder: "preorder presale vorbestellbar vorbestellung precommande reserva preventa prevenda 予約",
  backorder: "backorder madetoorder aufbestellung nachbestellt surcommande bajopedido sobencomenda 取り寄せ",
  limited: "limitedavailability limited lowstock geringerbestand stocklimite limitado 残りわずか",
  discontinued: "discontinued nichtmehrlieferbar arrete descatalogado descontinuado 販売終了"
}
const NAMES = new Map(
  (Object.keys(WORDS) as Availability[]).flatMap((key) =>
    WORDS[key].split(" ").map(
      (word) =>
        [
          word
            .normalize("NFKD")
            .replace(/[\u0300-\u036f]/g, "")
            .normalize("NFKC"),
          key
        ] as const
    )
  )
)

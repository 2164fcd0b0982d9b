/** A fact that a product feed states about an item. */
export type Field =
  | "id"
  | "group"
  | "title"
  | "description"
  | "summary"
  | "price"
  | "salePrice"
  | "saleTime"
  | "currency"
  | "availability"
  | "stock"
  | "link"
  | "brand"
  | "category"
  | "goesWith"
  | "alternatives"
  | "replaces"
  | "changed"
  | "language"
/** A property in which items of one group differ, if the feed uses a well-known name for it. */
export type KnownOption = "colour" | "size" | "material" | "pattern" | "gender" | "age"

/**
 * Normalises the name of a column or element, so that "g:Sale Price [EUR]", "salePrice" and "sale_price" are the same.
 */
export function plainName(name: string): string {
  const known = PLAIN.get(name)
  if (known !== undefined) return known
  const plain = name
    .replace(/\[.*?\]|\(.*?\)/g, "")
    .replace(/^\s*[a-z]{1,3}:/i, "")
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_|_$/g, "")
  if (PLAIN.size < 1000) PLAIN.set(name, plain)
  return plain
}

/** A feed repeats the same few names in each of its items, so their normalised forms are kept. */
const PLAIN = new Map<string, string>()

/** Returns undefined if a feed doesn't use this name. */
export const fieldOf = (name: string): Field | undefined => FIELDS.get(plainName(name))

export function optionOf(name: string): KnownOption | undefined {
  return OPTIONS.get(plainName(name).replace(/^(?:variant|option|attribute|attr)_/, ""))
}

/** Reads a name that marks itself as an option: "attribute_voltage" becomes "voltage". */
export function ownOptionOf(name: string): string | undefined {
  return /^(?:option|attribute|attr)_([\p{L}].*)$/u.exec(plainName(name))?.[1]?.replaceAll("_", " ")
}

/**
 * Returns whether a table with these columns lists products and not articles. Such a table has names and prices, and
 * something that identifies its items.
 */
export function looksLikeProducts(names: readonly string[]): boolean {
  const fields = new Set(names.map(fieldOf))
  return (
    fields.has("title") &&
    (fields.has("price") || fields.has("salePrice")) &&
    (["id", "link", "availability", "stock", "group", "brand"] as const).some((field) => fields.has(field))
  )
}

const byName = <T extends string>(names: Record<T, string>): Map<string, T> =>
  new Map(
    (Object.keys(names) as T[]).flatMap((key) => names[key].split(/\s+/).map((name) => [plainName(name), key] as const))
  )

/** Names in the six languages, as shops, Google Merchant and Shopify write them. */
const FIELDS = byName<Field>({
  id: "id sku product_id item_id offer_id product_sku variant_sku article_number item_number product_code code handle artikelnummer artikel_nr art_nr produktnummer reference ref référence_produit referencia código codigo_produto 商品番号 商品コード 品番",
  group: "item_group_id group_id parent_id parent_sku master_sku product_group_id",
  title:
    "title name product_name product_title item_name bezeichnung artikelbezeichnung artikelname produktname produktbezeichnung produkt nom nom_du_produit titre désignation libellé nombre título producto nome nome_do_produto produto 商品名 品名 名称 タイトル",
  description:
    "description body_html long_description product_description encoded content beschreibung langtext produktbeschreibung descriptif descripción descrição 説明 商品説明",
  summary: "short_description summary kurzbeschreibung résumé resumen resumo subtitle 概要",
  price:
    "price regular_price unit_price list_price variant_price preis verkaufspreis bruttopreis prix prix_ttc prix_de_vente precio pvp preço valor 価格 値段 税込価格 販売価格",
  salePrice:
    "sale_price special_price offer_price discounted_price promo_price angebotspreis aktionspreis sonderpreis prix_promo prix_soldé precio_oferta precio_rebajado preço_promocional セール価格 特価",
  saleTime: "sale_price_effective_date",
  currency: "currency currency_code price_currency currency_id währung devise moneda moeda 通貨",
  availability:
    "availability available in_stock is_in_stock stock_status verfügbarkeit lieferbar disponibilité disponible disponibilidad disponibilidade disponível 在庫状況",
  stock:
    "stock quantity qty inventory inventory_quantity inventory_qty stock_quantity variant_inventory_qty bestand lagerbestand quantité existencias cantidad estoque quantidade 在庫 在庫数",
  link: "link url product_url product_link deeplink deep_link permalink lien enlace url_du_produit 商品url",
  brand: "brand manufacturer vendor marke hersteller marque fabricant marca fabricante ブランド メーカー",
  category:
    "product_type category categories type google_product_category kategorie warengruppe produkttyp catégorie categoría categoria カテゴリ カテゴリー",
  // WooCommerce's export has cross-sells and upsells, Shopify's has complementary and related products.
  goesWith:
    "goes_with cross_sells cross_sell cross_sell_ids complementary_products accessories zubehör passt_zu accessoires va_con accesorios acessórios アクセサリー",
  alternatives:
    "alternatives alternative up_sells upsells upsell_ids related_products alternativen produits_similaires alternativas 代替品",
  replaces: "replaces successor_of ersetzt nachfolger_von remplace reemplaza_a substitui 後継元",
  changed: "updated updated_at modified last_modified lastmod date_modified geändert",
  language: "content_language language lang locale sprache langue idioma"
})

const OPTIONS = byName<KnownOption>({
  colour: "color colour farbe couleur cor 色 カラー",
  size: "size größe grösse taille talla tamaño tamanho サイズ",
  material: "material matière matériau materiale 素材",
  pattern: "pattern muster motif patrón padrão 柄",
  gender: "gender geschlecht genre género gênero 性別",
  age: "age_group altersgruppe tranche_d_âge 年齢層"
})

import type { Availability } from "./item.ts"
import type { KnownOption } from "./columns.ts"

/** The words that state a product's facts in one language, so that a draft in that language can quote them. */
export interface FeedWords {
  price: string
  salePrice: string
  /** Names the time between two dates. Either date may be absent. */
  time(from: string | undefined, to: string | undefined): string
  range(from: string, to: string): string
  availability: string
  stock: string
  brand: string
  category: string
  number: string
  variants: string
  is: Record<Availability, string>
  options: Record<KnownOption, string>
}

export const wordsFor = (language: string | undefined): FeedWords => WORDS[language ?? "en"] ?? ENGLISH

const between = (fromTo: string, from: string, to: string) => (start: string | undefined, end: string | undefined) =>
  (start !== undefined && end !== undefined ? fromTo : start !== undefined ? from : to)
    .replace("{from}", start ?? "")
    .replace("{to}", end ?? "")
const range = (text: string) => (from: string, to: string) => text.replace("{from}", from).replace("{to}", to)

const ENGLISH: FeedWords = {
  price: "Price",
  salePrice: "Sale price",
  time: between("from {from} to {to}", "from {from}", "until {to}"),
  range: range("{from} to {to}"),
  availability: "Availability",
  stock: "In stock",
  brand: "Brand",
  category: "Category",
  number: "Item number",
  variants: "Variants",
  is: {
    "in-stock": "in stock",
    "out-of-stock": "out of stock",
    preorder: "available for preorder",
    backorder: "on back order",
    limited: "limited stock",
    discontinued: "discontinued"
  },
  options: {
    colour: "Colour",
    size: "Size",
    material: "Material",
    pattern: "Pattern",
    gender: "Gender",
    age: "Age group"
  }
}

const WORDS: Record<string, FeedWords> = {
  en: ENGLISH,
  de: {
    price: "Preis",
    salePrice: "Angebotspreis",
    time: between("vom {from} bis {to}", "ab {from}", "bis {to}"),
    range: range("{from} bis {to}"),
    availability: "Verfügbarkeit",
    stock: "Bestand",
    brand: "Marke",
    category: "Kategorie",
    number: "Artikelnummer",
    variants: "Varianten",
    is: {
      "in-stock": "auf Lager",
      "out-of-stock": "nicht auf Lager",
      preorder: "vorbestellbar",
      backorder: "lieferbar auf Nachbestellung",
      limited: "nur noch wenige auf Lager",
      discontinued: "nicht mehr erhältlich"
    },
    options: {
      colour: "Farbe",
      size: "Größe",
      material: "Material",
      pattern: "Muster",
      gender: "Geschlecht",
      age: "Altersgruppe"
    }
  },
  fr: {
    price: "Prix",
    salePrice: "Prix promotionnel",
    time: between("du {from} au {to}", "à partir du {from}", "jusqu'au {to}"),
    range: range("de {from} à {to}"),
    availability: "Disponibilité",
    stock: "En stock",
    brand: "Marque",
    category: "Catégorie",
    number: "Référence",
    variants: "Variantes",
    is: {
      "in-stock": "en stock",
      "out-of-stock": "en rupture de stock",
      preorder: "en précommande",
      backorder: "sur commande",
      limited: "stock limité",
      discontinued: "n'est plus vendu"
    },
    options: {
      colour: "Couleur",
      size: "Taille",
      material: "Matière",
      pattern: "Motif",
      gender: "Genre",
      age: "Tranche d'âge"
    }
  },
  es: {
    price: "Precio",
    salePrice: "Precio de oferta",
    time: between("del {from} al {to}", "desde el {from}", "hasta el {to}"),
    range: range("de {from} a {to}"),
    availability: "Disponibilidad",
    stock: "Existencias",
    brand: "Marca",
    category: "Categoría",
    number: "Referencia",
    variants: "Variantes",
    is: {
      "in-stock": "en stock",
      "out-of-stock": "agotado",
      preorder: "disponible en preventa",
      backorder: "bajo pedido",
      limited: "pocas unidades",
      discontinued: "descatalogado"
    },
    options: {
      colour: "Color",
      size: "Talla",
      material: "Material",
      pattern: "Estampado",
      gender: "Género",
      age: "Grupo de edad"
    }
  },
  pt: {
    price: "Preço",
    salePrice: "Preço promocional",
    time: between("de {from} a {to}", "a partir de {from}", "até {to}"),
    range: range("de {from} a {to}"),
    availability: "Disponibilidade",
    stock: "Em estoque",
    brand: "Marca",
    category: "Categoria",
    number: "Código",
    variants: "Variantes",
    is: {
      "in-stock": "em estoque",
      "out-of-stock": "esgotado",
      preorder: "em pré-venda",
      backorder: "sob encomenda",
      limited: "poucas unidades",
      discontinued: "fora de linha"
    },
    options: {
      colour: "Cor",
      size: "Tamanho",
      material: "Material",
      pattern: "Estampa",
      gender: "Gênero",
      age: "Faixa etária"
    }
  },
  ja: {
    price: "価格",
    salePrice: "セール価格",
    time: between("{from}から{to}まで", "{from}から", "{to}まで"),
    range: range("{from}から{to}"),
    availability: "在庫状況",
    stock: "在庫数",
    brand: "ブランド",
    category: "カテゴリー",
    number: "商品番号",
    variants: "種類",
    is: {
      "in-stock": "在庫あり",
      "out-of-stock": "在庫なし",
      preorder: "予約受付中",
      backorder: "お取り寄せ",
      limited: "残りわずか",
      discontinued: "販売終了"
    },
    options: { colour: "色", size: "サイズ", material: "素材", pattern: "柄", gender: "性別", age: "年齢層" }
  }
}

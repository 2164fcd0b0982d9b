import { plainName, publicationFieldOf } from "../publication/publication-fields.ts"

/** A fact about an article that a column of a table or a key of a record may state. */
export type Field =
  | "id"
  | "title"
  | "question"
  | "body"
  | "url"
  | "locale"
  | "visibility"
  | "public"
  | "internal"
  | "kind"
  | "groups"
  | "changed"
  | "product"

/** The position of each field in a row. */
export type Columns = Partial<Record<Field, number>>

/**
 * Recognises the columns of a table by the names in its first row. Exact names come before names that only contain a
 * known one ("Unsere Antwort"). Returns undefined if no name is known, because then the row isn't one of names.
 */
export function columnsOf(names: readonly string[]): Columns | undefined {
  const columns: Columns = {}
  const taken = new Set<number>()
  const take = (read: (name: string) => Field | undefined) => {
    names.forEach((name, at) => {
      const field = taken.has(at) || publicationFieldOf(name) !== undefined ? undefined : read(name)
      if (field === undefined || columns[field] !== undefined) return
      columns[field] = at
      taken.add(at)
    })
  }
  take(fieldOf)
  if (names.every((name) => name.length <= 40 && !/[.?!。？！]\s*$/.test(name))) take(looseFieldOf)
  return taken.size > 0 ? columns : undefined
}

/** Returns the field that a name stands for, or undefined if it stands for none. */
export const fieldOf = (name: string): Field | undefined => FIELDS.get(plainName(name))

/**
 * Recognises a field by one word of the name, or by the ending of a long German word. It is only used for the fields
 * that a table can't do without.
 */
function looseFieldOf(name: string): Field | undefined {
  const words = plainName(name).split("_")
  if (words.length > 4) return undefined
  const fields = words.map(
    (word) =>
      FIELDS.get(word) ??
      (/frage$/.test(word)
        ? "question"
        : /antwort$|lösung$|text$/.test(word)
          ? "body"
          : /titel$/.test(word)
            ? "title"
            : undefined)
  )
  return (["title", "question", "body"] as const).find((field) => fields.includes(field))
}

/** Names in the six languages; what a message tells first stands first. */
const NAMES: Record<Field, string> = {
  id: "id key article_id document_id external_id slug artikel_id kennung identifiant identificador clave 番号 記事id",
  title:
    "title name subject heading headline topic article_title titel betreff überschrift thema titre sujet objet intitulé título titulo asunto tema assunto nome タイトル 件名 題名 表題 見出し",
  question:
    "question questions q faq customer_question query frage fragen pregunta preguntas pergunta perguntas 質問 問い合わせ お問い合わせ 質問内容",
  body: "body answer answers a content text html body_html html_body body_text article article_body response reply solution description details markdown antwort antworten inhalt beschreibung lösung réponse reponse réponses contenu texte corps solución solucion respuesta respuestas contenido texto cuerpo descripción descripcion resposta respostas conteúdo conteudo corpo solução descrição 回答 答え 答 本文 内容 テキスト 説明 返信",
  url: "url link html_url permalink href article_url source_url web_address lien enlace リンク",
  locale: "locale language lang content_language sprache langue idioma lengua língua 言語",
  visibility:
    "visibility access audience user_segment sichtbarkeit visibilité visibilidad visibilidade acceso acesso accès zugriff 公開範囲 公開設定",
  public: "public is_public öffentlich publique público publico",
  internal: "internal is_internal private intern interne interno privado 社内 非公開",
  kind: "kind type document_type article_type art typ tipo 種類 種別",
  groups: "groups group teams team gruppen gruppe groupes groupe équipe grupos grupo equipo equipe グループ チーム",
  changed:
    "changed changed_at updated updated_at modified modified_at last_modified last_updated edited_at date geändert aktualisiert geändert_am datum stand modifié mis_à_jour date_de_modification actualizado fecha fecha_de_actualización atualizado data 更新日 更新日時 最終更新 日付",
  product: "product products product_name brand produkt produit producto produto 製品 商品 製品名"
}

const FIELDS: ReadonlyMap<string, Field> = new Map(
  (Object.keys(NAMES) as Field[]).flatMap((field) =>
    NAMES[field].split(" ").map((name) => [plainName(name), field] as const)
  )
)

/** Returns whether articles can be made of these columns. */
export const isComplete = (columns: Columns): boolean => columns.body !== undefined

/** This hint says how to name the columns of a table that wasn't understood. */
export const WANTED =
  "Name its columns question and answer, or title and body (also: id, url, locale, visibility, kind, groups, changed, product; German, French, Spanish, Portuguese and Japanese names are understood, too)."

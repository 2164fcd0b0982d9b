import { zipOf, type Packed } from "./pack.ts"

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/** Makes a paragraph. `style` is given by its id, and `list` by level and kind. */
export function paragraph(text: string, { style, list }: { style?: string; list?: "bullet" | "number" } = {}): string {
  const number = list ? `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list === "bullet" ? 1 : 2}"/></w:numPr>` : ""
  return `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ""}${number}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

export const table = (rows: string[][]): string =>
  `<w:tbl>${rows.map((cells, at) => `<w:tr>${at === 0 ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`

export const picture = (description: string): string =>
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="${description}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`

export const inserted = (gone: string, come: string): string =>
  `<w:p><w:del w:id="1"><w:r><w:delText>${gone}</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>${come}</w:t></w:r></w:ins></w:p>`

/** Makes a Word document of these paragraphs, with Word's own names for its styles. */
export function docxOf(
  body: string,
  { title = "", modified = "2026-09-03T10:15:00Z", more = [] as Packed[] } = {}
): Buffer {
  const style = (id: string, name: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`
  const level = (id: number, format: string) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum>`
  return zipOf([
    {
      name: "[Content_Types].xml",
      content: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
    },
    {
      name: "_rels/.rels",
      content: `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELS}/officeDocument" Target="word/document.xml"/></Relationships>`
    },
    {
      name: "word/_rels/document.xml.rels",
      content: `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELS}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${RELS}/numbering" Target="numbering.xml"/><Relationship Id="rId9" Type="${RELS}/image" Target="media/image1.png"/></Relationships>`
    },
    {
      name: "word/styles.xml",
      content: `${HEAD}<w:styles ${W}>${style("Titel", "Title")}${style("berschrift1", "heading 1")}${style("berschrift2", "heading 2")}</w:styles>`
    },
    {
      name: "word/numbering.xml",
      content: `${HEAD}<w:numbering ${W}>${level(0, "bullet")}${level(1, "decimal")}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
    },
    { name: "word/media/image1.png", content: Buffer.from("89504e470d0a1a0a", "hex") },
    {
      name: "docProps/core.xml",
      content: `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title}</dc:title><dcterms:modified xsi:type="dcterms:W3CDTF">${modified}</dcterms:modified></cp:coreProperties>`
    },
    { name: "word/document.xml", content: `${HEAD}<w:document ${W}><w:body>${body}</w:body></w:document>` },
    ...more
  ])
}
